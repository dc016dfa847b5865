// Which Electron a binary is.
import { existsSync } from 'node:fs'
import { run } from './shell.mjs'

/** Asks the binary itself, as plain Node, so that neither a display nor a sandbox is needed. */
export async function versionOf(electron) {
  if (!existsSync(electron)) return undefined
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { code, output } = await run(electron, ['-p', 'process.versions.electron'], { env, timeout: 20_000 })
  return code === 0 ? output.trim().split('\n').at(-1) : undefined
}
