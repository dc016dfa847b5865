// `npm run dist [-- electron-builder's arguments]`: packs the built program. With the fallback runtime only
// `-- --linux dir` is allowed, to test the packaged program; nothing for shops is ever made with it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './lib/build.mjs'
import { coreExternals } from './lib/core-externals.mjs'
import { neededPackages } from './lib/lock-file.mjs'
import { electronRuntime } from './lib/runtime.mjs'
import { setup } from './lib/setup.mjs'
import { PlainError, node24, projectEnv, root, run, runMain, say, stampFolder } from './lib/shell.mjs'

const updateUrl = process.env.REPAIR_COUNTER_UPDATE_URL
const homepage = process.env.REPAIR_COUNTER_HOMEPAGE

async function dist() {
  await setup()
  const args = process.argv.slice(2)
  const runtime = electronRuntime()
  const fallback = runtime.kind === 'fallback'
  if (fallback && args.join(' ') !== '--linux dir') {
    throw new PlainError(
      `Refused: Electron ${runtime.version} here is a development and test runtime, nothing is released with it.\n` +
        'To test the packaged program: npm run dist -- --linux dir\n' +
        'To release: run this where Electron can be fetched (npm run setup -- --retry-electron).',
    )
  }
  if (args.includes('deb') && homepage === undefined) {
    throw new PlainError('A deb package names a homepage: set REPAIR_COUNTER_HOMEPAGE to its address.')
  }
  await ensureBuild()
  const config = join(stampFolder, 'electron-builder.json')
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(config, JSON.stringify(configFor(runtime, fallback), undefined, 2))
  const cli = 'node_modules/electron-builder/cli.js'
  const env = projectEnv({ REPAIR_COUNTER_PACK_FALLBACK: fallback ? '1' : '' })
  const { code } = await run(node24, [cli, '--config', config, '--publish', 'never', ...args], {
    show: true,
    env,
  })
  if (code === 0 && fallback) say('Packed for a test only: dist/linux-unpacked is not for shops.')
  return code
}

function configFor(runtime, fallback) {
  return {
    extends: join(root, 'electron-builder.yml'),
    files: packedFiles(),
    ...(homepage === undefined ? {} : { extraMetadata: { homepage } }),
    // What updates itself must be signed: the updater trusts the signature.
    ...(updateUrl === undefined
      ? {}
      : { publish: { provider: 'generic', url: updateUrl }, forceCodeSigning: true }),
    ...(fallback
      ? {
          electronDist: runtime.dist,
          electronVersion: runtime.version,
          // There the core is a child of a plain Node, which cannot read inside an archive.
          asarUnpack: ['out/core/**', 'node_modules/**', 'package.json'],
        }
      : {}),
  }
}

/** Patterns, the last match wins: the built program, and of node_modules only what the core needs at run time. */
function packedFiles() {
  const needed = neededPackages(coreExternals).map(({ path }) => `${path}/**`)
  return [
    '!**/*',
    'package.json',
    'LICENSE',
    'THIRD-PARTY-NOTICES.md',
    'out/**',
    '!out/{**/*.map,.made-from}',
    ...needed,
    '!**/*.{md,markdown,map,ts,mts,cts,flow,c,cc,cpp,h,gyp,gypi}',
    'THIRD-PARTY-NOTICES.md',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/prebuilds/**',
    'node_modules/better-sqlite3/prebuilds/${platform}*-${arch}.node',
    '!node_modules/pdfmake/{build,src}/**',
    '!node_modules/@expo-google-fonts/noto-sans-sc/*/**',
    'node_modules/@expo-google-fonts/noto-sans-sc/{400Regular,700Bold}/*.ttf',
  ]
}

runMain(dist)
