// Brings a clone to where it can run. Every step looks first and does nothing when nothing is missing.
import { ensureElectron } from './electron-install.mjs'
import { ensurePackages } from './npm-packages.mjs'
import { PlainError, say, seconds } from './shell.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/**
 * @param {{ tests?: boolean, retryElectron?: boolean }} options `tests` adds what only the tests need.
 */
export async function setup({ tests = false, retryElectron = false } = {}) {
  const started = Date.now()
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20)
    throw new PlainError(`Node ${process.versions.node} is too old to start with: Node 20 or later.`)
  const done = [
    await ensurePackages(),
    await ensureSystemLibraries({ tests }),
    await ensureElectron({ retry: retryElectron }),
  ]
  say(`Setup: ${done.join('; ')} (${seconds(Date.now() - started)})`)
}
