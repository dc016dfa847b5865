// Which Electron this clone runs with. Setup writes the answer; start, tests and packaging read it here.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError, node24, projectEnv, stampFolder } from './shell.mjs'

export const runtimeFile = join(stampFolder, 'runtime.json')

/**
 * The Electron that setup found: `{ electron, dist, kind, version }`.
 * `kind` is 'current' (the declared version or a newer one) or 'fallback' (old, development and tests only).
 */
export function electronRuntime() {
  if (!existsSync(runtimeFile)) throw new PlainError('No Electron yet: run `npm run setup` first.')
  const runtime = JSON.parse(readFileSync(runtimeFile, 'utf8'))
  if (!existsSync(runtime.electron)) {
    throw new PlainError(`Electron is gone from ${runtime.electron}: run \`npm run setup\` again.`)
  }
  return runtime
}

/**
 * The environment in which to start that Electron. `ELECTRON_OVERRIDE_DIST_PATH` keeps the npm package
 * `electron` from downloading; `REPAIR_COUNTER_NODE` is the Node that runs the core where Electron's is too old.
 */
export function electronEnv(extra = {}) {
  const { dist } = electronRuntime()
  const env = projectEnv({ ELECTRON_OVERRIDE_DIST_PATH: dist, REPAIR_COUNTER_NODE: node24, ...extra })
  delete env.ELECTRON_RUN_AS_NODE
  return env
}

/** Arguments for Electron before the app folder: the sandbox is given up only where root leaves no choice. */
export function electronFlags() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}
