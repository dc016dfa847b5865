// Electron's fuses, flipped in the packaged binary: all nine, none left to its default. electron-builder knows
// only eight of them, so this hook (afterPack, before signing) does it with @electron/fuses itself.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/** What the shipped program allows. Source: item 19 of the Electron checklist. */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

// Younger than the fallback runtime, whose binary has no place for them.
const unknownToFallback = ['GrantFileProtocolExtraPrivileges', 'WasmTrapHandlers']

/** electron-builder's hook. Anything but the test package of the fallback runtime must have all of them. */
export async function afterPack(context) {
  // What an unpacked Electron would start without an app; the packaged one has no use for it.
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true })
  const fallback = process.env.REPAIR_COUNTER_PACK_FALLBACK === '1'
  const names = Object.keys(fuses).filter((name) => !fallback || !unknownToFallback.includes(name))
  await flipFuses(binaryOf(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: !fallback,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...Object.fromEntries(names.map((name) => [FuseV1Options[name], fuses[name]])),
  })
  if (fallback)
    process.stdout.write(`  • fuses set, but not ${unknownToFallback.join(', ')}: too new for it\n`)
}

function binaryOf({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName === 'linux') return join(appOutDir, packager.executableName)
  const ending = electronPlatformName === 'win32' ? '.exe' : '.app'
  return join(appOutDir, `${packager.appInfo.productFilename}${ending}`)
}
