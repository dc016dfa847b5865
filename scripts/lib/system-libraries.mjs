// Step 2 of setup: the system libraries that Electron and the tests need, on Debian and Ubuntu.
import { existsSync } from 'node:fs'
import { PlainError, lastLines, run, say, seconds } from './shell.mjs'

const forWindow = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
  'libatspi2.0-0',
  'fonts-noto-cjk',
]
const forHiddenDisplay = ['xvfb', 'xauth']
const forTests = ['poppler-utils', 'zbar-tools', 'socat', 'cups', 'cups-client']

export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Checks with one dpkg-query; installs as root, otherwise prints the line to run. */
export async function ensureSystemLibraries({ tests }) {
  if (process.platform !== 'linux') return 'no system libraries to check on this system'
  const wanted = [
    ...forWindow,
    ...(tests || !hasDisplay() ? forHiddenDisplay : []),
    ...(tests ? forTests : []),
  ]
  if (!existsSync('/usr/bin/dpkg-query') || !existsSync('/usr/bin/apt-get')) {
    return `system libraries not checked (only Debian and Ubuntu are): needed are what they call ${wanted.join(' ')}`
  }
  const missing = await missingOf(wanted)
  if (missing.length === 0) return 'system libraries'
  if (process.getuid() !== 0) return tellHow(missing)
  await install(missing)
  return `system libraries (${missing.length} just installed)`
}

// Since 2024 some libraries carry the ending t64; either name will do.
async function missingOf(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`])
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names])
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

function tellHow(missing) {
  say('')
  say('System libraries are missing. Run this once (names may end in t64 on newer systems):')
  say(`  sudo apt-get install ${missing.join(' ')}`)
  say('')
  if (missing.includes('xvfb') && !existsSync('/usr/bin/Xvfb')) {
    throw new PlainError('There is no display here and no Xvfb to make one: stopping.')
  }
  return `system libraries (${missing.length} missing, going on without)`
}

async function install(missing) {
  say(`System libraries: installing ${missing.join(' ')}`)
  const started = Date.now()
  let names = await available(missing)
  if (names === undefined) {
    await apt(['update'])
    names = (await available(missing)) ?? missing
  }
  const again = () => apt(['install', '-y', '--no-install-recommends', ...names])
  let result = await again()
  if (result.code !== 0) {
    await apt(['update'])
    result = await again()
  }
  if (result.code !== 0) throw new PlainError(`apt-get install failed:\n${lastLines(result.output)}`)
  say(`System libraries: installed in ${seconds(Date.now() - started)}`)
}

/** The names this release of the system knows, or undefined when its lists must be fetched first. */
async function available(missing) {
  const { output } = await run('apt-cache', ['policy', ...missing.flatMap((name) => [`${name}t64`, name])])
  const known = new Set()
  let name = ''
  for (const line of output.split('\n')) {
    if (/^\S.*:$/.test(line)) name = line.slice(0, -1)
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) known.add(name)
  }
  const chosen = missing.map((one) => [`${one}t64`, one].find((candidate) => known.has(candidate)))
  return chosen.includes(undefined) ? undefined : chosen
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args], { env })
}
