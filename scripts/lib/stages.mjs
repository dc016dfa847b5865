// The stages of `npm run check` and `npm test`: each is run, timed, said in one line and counted.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronEnv } from './runtime.mjs'
import { node24, projectEnv, root, run, say, seconds } from './shell.mjs'

export const resultsFolder = join(root, 'test-results')
const none = { passed: 0, failed: 0, skipped: 0 }
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined }
// Playwright knows only the other way to say it, and Node warns where both are set.
const plainWindow = { NO_COLOR: undefined, FORCE_COLOR: '0' }

/** Runs the stages in order and prints the sum; answers the exit code. A stage answers its counts. */
export async function runStages(stages) {
  mkdirSync(resultsFolder, { recursive: true })
  const started = Date.now()
  const sum = { ...none }
  const failedStages = []
  for (const [name, stage] of stages) {
    const begun = Date.now()
    const counts = await stage(failedStages).catch((error) => ({ failed: 1, output: error.message }))
    const { passed, failed, skipped } = { ...none, ...counts }
    if (failed > 0) failedStages.push(name)
    if (failed > 0 && counts.output) say(counts.output.trimEnd())
    const numbers = passed + failed + skipped > 0 ? `: ${inWords({ passed, failed, skipped })}` : ''
    say(`== ${name}${numbers}${counts.note ? `: ${counts.note}` : ''} (${seconds(Date.now() - begun)})`)
    for (const key of Object.keys(none)) sum[key] += { passed, failed, skipped }[key]
  }
  if (failedStages.length > 0) say(`Failed: ${failedStages.join(', ')}`)
  say(`All stages in ${seconds(Date.now() - started)}`)
  say(inWords(sum))
  return sum.failed > 0 ? 1 : 0
}

/** A stage that is one tool: it counts only when it fails. */
export function tool(bin, args = []) {
  return async () => {
    const { code, output } = await run(node24, [bin, ...args], { env: projectEnv(plain) })
    return code === 0 ? {} : { failed: 1, output }
  }
}

/** A stage of vitest tests; `folders` that hold no test yet are no error. */
export function vitest(name, folders, args = []) {
  return async () => {
    const present = folders.filter((folder) => holds(folder, /\.test\.tsx?$/))
    if (present.length === 0) return { note: 'no tests yet' }
    const report = freshReport(name)
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
    const bin = 'node_modules/vitest/vitest.mjs'
    const result = await run(node24, [bin, 'run', ...reporters, ...args, ...present], {
      env: projectEnv(plain),
    })
    const read = readReport(report)
    return count(
      result,
      read && [read.numPassedTests, read.numFailedTests, read.numPendingTests + read.numTodoTests],
    )
  }
}

/** A stage of tests in the real window. */
export function playwright(name, folder, args = []) {
  return async (failedStages) => {
    if (!holds(folder, /\.spec\.ts$/)) return { note: 'no tests yet' }
    if (failedStages.includes('build')) return { failed: 1, note: 'not run, there is no build' }
    const report = freshReport(name)
    const bin = 'node_modules/@playwright/test/cli.js'
    const config = join(folder, 'playwright.config.ts')
    const env = electronEnv({ ...plainWindow, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
    const result = await run(node24, [bin, 'test', '-c', config, '--reporter=dot,json', ...args], { env })
    const stats = readReport(report)?.stats
    const counts = count(result, stats && [stats.expected + stats.flaky, stats.unexpected, stats.skipped])
    return stats?.flaky > 0 ? { ...counts, note: `${stats.flaky} only at the second try` } : counts
  }
}

// A runner that fails without a failed test (a file that does not load) still counts as one failure.
function count({ code, output }, numbers) {
  if (numbers === undefined) return { failed: 1, output }
  const [passed, failed, skipped] = numbers
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, output }
}

function freshReport(name) {
  const file = join(resultsFolder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function holds(folder, pattern) {
  const path = join(root, folder)
  return existsSync(path) && readdirSync(path, { recursive: true }).some((file) => pattern.test(file))
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
