// Step 1 of setup: what package-lock.json names is in node_modules, and Node 24 among it runs.
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError, lastLines, node24, outsideEnv, root, run, runNpm, say, seconds } from './shell.mjs'

/** Installs from the lock file unless node_modules already holds exactly that. */
export async function ensurePackages() {
  const reason = whyInstall()
  if (reason !== undefined) {
    say(`npm packages: ${reason}, installing from package-lock.json (about half a minute)`)
    // No package of ours needs its install script but `node`, whose turn comes below. (npm before 11 knows no
    // allow-list, and would try to compile better-sqlite3, which brings its binaries along.)
    const result = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
    if (result.code !== 0) throw new PlainError(`npm ci failed:\n${lastLines(result.output)}`)
    say(`npm packages: installed in ${seconds(result.ms)}`)
  }
  const version = await ensureNode24()
  return `npm packages as in package-lock.json, Node ${version}`
}

// npm keeps a second lock file inside node_modules that says what it really put there. Comparing
// the two is exact and needs no stamp that could lie.
function whyInstall() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === undefined) throw new PlainError('package-lock.json is missing: this is not a whole clone')
  if (present === undefined) return 'none here yet'
  const differing = Object.entries(wanted).filter(([path, entry]) => {
    if (path === '') return false
    const found = present[path]
    if (found === undefined) return !(entry.optional || entry.devOptional || entry.peer)
    return found.version !== entry.version
  })
  return differing.length === 0 ? undefined : `${differing.length} not as in the lock file`
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

async function ensureNode24() {
  const first = await nodeVersion()
  if (first !== undefined) return linked(first)
  say('Node 24: fetching its binary')
  const folder = join(root, 'node_modules', 'node')
  const env = outsideEnv({ npm_config_ignore_scripts: 'false', npm_config_loglevel: 'error' })
  const install = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, env })
  const second = await nodeVersion()
  if (second !== undefined) return linked(second)
  throw new PlainError(
    `Node 24 could not be installed (package "node" of the dev dependencies):\n${lastLines(install.output)}\n` +
      'Install Node 24 or later yourself and copy its binary to node_modules/node/bin/node.',
  )
}

// npm makes this link only when the binary is there at once; it puts Node 24 first on the PATH of npm scripts.
function linked(version) {
  const link = join(root, 'node_modules', '.bin', 'node')
  if (process.platform !== 'win32' && !existsSync(link)) {
    rmSync(link, { force: true })
    symlinkSync(join('..', 'node', 'bin', 'node'), link)
  }
  return version
}

async function nodeVersion() {
  if (!existsSync(node24)) return undefined
  const { code, output } = await run(node24, ['--version'])
  const version = output.trim().replace(/^v/, '')
  return code === 0 && Number(version.split('.')[0]) >= 24 ? version : undefined
}
