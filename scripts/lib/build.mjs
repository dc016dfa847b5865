// Builds out/ when what it is made from has changed. Two builds at once wait for each other.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { PlainError, node24, projectEnv, root, run, say, seconds, stampFolder } from './shell.mjs'

const sources = ['src', 'db', 'templates']
const recipes = [
  'electron.vite.config.ts',
  'vite.core.config.ts',
  'scripts/lib/core-externals.mjs',
  'package-lock.json',
]
const results = [
  'out/main/index.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/core/child.mjs',
]
const stampFile = join(root, 'out', '.made-from')
const lockFolder = join(stampFolder, 'building')

const steps = [
  [
    'window, main and preload',
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  ],
  [
    'core',
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.core.config.ts', '--logLevel', 'warn'],
  ],
]

/** Makes out/ match the sources. `force` builds even when it already does. */
export async function ensureBuild({ force = false } = {}) {
  const wanted = fingerprint()
  if (!force && isCurrent(wanted)) return say('Build: up to date')
  await lock()
  try {
    if (!force && isCurrent(wanted)) return say('Build: up to date')
    await build()
    if (fingerprint() === wanted) writeFileSync(stampFile, wanted)
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

async function build() {
  const started = Date.now()
  rmSync(stampFile, { force: true })
  const runs = await Promise.all(
    steps.map(([, args]) =>
      run(node24, args, {
        env: projectEnv({ NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined }),
      }),
    ),
  )
  const failed = steps.map(([name], i) => [name, runs[i]]).filter(([, result]) => result.code !== 0)
  if (failed.length > 0) {
    throw new PlainError(
      failed
        .map(([name, result]) => `The build of ${name} failed:\n${withoutStack(result.output)}`)
        .join('\n'),
    )
  }
  for (const { output } of runs) if (output.trim() !== '') say(output.trim())
  say(`Build: done in ${seconds(Date.now() - started)}`)
}

// The bundler's own stack says nothing about our sources, and it colours whatever it is told.
function withoutStack(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
}

function isCurrent(wanted) {
  const made = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
  return made === wanted && results.every((file) => existsSync(join(root, file)))
}

// Contents, not times: a fresh clone or a switched branch has any times.
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...recipes, ...sources.flatMap(filesIn)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort()
}

async function lock() {
  mkdirSync(stampFolder, { recursive: true })
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lockFolder)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!told) say('Build: another one is running here, waiting for it')
    // A build takes well under a minute; an older lock was left by one that was killed.
    const since = statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > 180_000) rmSync(lockFolder, { recursive: true, force: true })
    await wait(200)
  }
}
