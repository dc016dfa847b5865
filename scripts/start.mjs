// `npm start [-- arguments for the program]`: setup, build what is stale, open the window. Where there is no
// display it makes a hidden one and saves a picture of the first screen, so that one can see that it runs.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuild } from './lib/build.mjs'
import { startHiddenDisplay } from './lib/display.mjs'
import { electronEnv, electronFlags, electronRuntime } from './lib/runtime.mjs'
import { setup } from './lib/setup.mjs'
import { root, runMain, say } from './lib/shell.mjs'
import { hasDisplay } from './lib/system-libraries.mjs'

// Chromium's complaints about a machine without a desktop bus or graphics card: true and without meaning.
const chatter =
  /:ERROR:(bus|object_proxy|viz_main_impl|command_buffer_proxy_impl|gpu_.*|gl_.*|angle_.*)\.cc\(/
const picture = join('test-results', 'first-screen.png')

async function start() {
  await setup()
  await ensureBuild()
  const hidden = hasDisplay() ? undefined : await startHiddenDisplay()
  const watch = hidden && watchForPicture(hidden.display)
  const extra = hidden ? { DISPLAY: hidden.display, REPAIR_COUNTER_SNAPSHOT: join(root, picture) } : {}
  const args = [...electronFlags(), root, ...process.argv.slice(2).filter((arg) => arg !== '--')]
  const code = await runWindow(electronRuntime().electron, args, electronEnv(extra))
  clearInterval(watch)
  hidden?.stop()
  return code
}

function watchForPicture(display) {
  say(`No display here: the window opens on a hidden one (${display}); its first screen goes to ${picture}.`)
  say('Ctrl+C ends the program.')
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(join(root, picture), { force: true })
  const watch = setInterval(() => {
    if (!existsSync(join(root, picture))) return
    clearInterval(watch)
    say(`The first screen is in ${picture}.`)
  }, 200)
  return watch
}

// The program ends by itself on Ctrl+C (the terminal tells it too) after finishing what it is writing; only
// one that does not is told again, harder.
function runWindow(electron, args, env) {
  const child = spawn(electron, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'pipe'] })
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!chatter.test(line)) process.stderr.write(`${line}\n`)
  })
  const end = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    setTimeout(() => child.kill('SIGTERM'), 10_000).unref()
    setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`Electron did not start: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(signal === null ? code : 1))
  })
}

runMain(start)
