// Small tools every script shares: where things are, how to say something, how to run a program.
// Runs on Node 20, because it runs before the project's own Node 24 is there.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const stampFolder = join(root, 'node_modules', '.cache', 'repair-counter')
export const node24 = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

const binFolder = join(root, 'node_modules', '.bin')

/** One plain line for the person in front of the terminal. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** A failure a person can act on: printed without a stack, ends the script with code 1. */
export class PlainError extends Error {}

/** Runs `main` and turns what goes wrong into plain words and an exit code. */
export function runMain(main) {
  main().then(
    (code) => process.exit(code ?? 0),
    (error) => {
      process.stderr.write(`${error instanceof PlainError ? error.message : error.stack}\n`)
      process.exit(1)
    },
  )
}

/** The environment for the project's own tools: Node 24 first on the PATH when it is installed. */
export function projectEnv(extra = {}) {
  const rest = otherPath()
  const path = existsSync(node24) ? [dirname(node24), binFolder, ...rest] : [binFolder, ...rest]
  return { ...process.env, PATH: path.join(delimiter), ...extra }
}

/** The environment for npm itself: it replaces node_modules, so it must not run from there. */
export function outsideEnv(extra = {}) {
  return { ...process.env, PATH: otherPath().join(delimiter), ...extra }
}

function otherPath() {
  const inside = (folder) => folder.startsWith(join(root, 'node_modules'))
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && !inside(folder))
}

/**
 * Runs a program to its end. Never throws: answers `{ code, output, timedOut, ms }`.
 * With `show` the output goes to the terminal, otherwise it is collected.
 */
export function run(command, args, { show = false, timeout = 0, ...options } = {}) {
  const started = Date.now()
  return new Promise((resolve) => {
    let output = ''
    let timedOut = false
    const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { cwd: root, stdio, ...options })
    const timer =
      timeout > 0 &&
      setTimeout(() => {
        timedOut = true
        child.kill('SIGKILL')
      }, timeout)
    const done = (code) => {
      clearTimeout(timer)
      resolve({ code, output, timedOut, ms: Date.now() - started })
    }
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('error', (error) => {
      output += error.message
      done(127)
    })
    child.on('close', (code, signal) => done(code ?? (signal ? 128 : 1)))
  })
}

/** `npm` as a program to spawn; Windows has it as a command file that needs a shell. */
export function runNpm(args, options = {}) {
  const env = outsideEnv({ npm_config_loglevel: 'error', npm_config_update_notifier: 'false' })
  return run('npm', args, { shell: process.platform === 'win32', env, ...options })
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

export function lastLines(text, count = 15) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
