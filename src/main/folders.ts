// Where everything lies: the program's own files, the profile, the shop's data.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { LaunchOptions } from './launch-options.ts'

export type Folders = Readonly<{
  preload: string
  renderer: string
  coreFile: string
  /** The Node beside the sources, for the core where Electron's own is too old. */
  ownNode: string
  dataDir: string
  boundsFile: string
  passcodeKeyFile: string
  logFile: string
  /** Compiled code of the core; may be deleted at any time. */
  codeCache: string
  /** Gone after the end: the whole of a demo. */
  throwAway: string | undefined
}>

/** Decides the folders; a demo gets a profile of its own, so that it runs beside the real program. */
export const chooseFolders = (options: LaunchOptions): Folders => {
  const throwAway = options.demo ? mkdtempSync(join(tmpdir(), 'repair-counter-demo-')) : undefined
  if (throwAway && !app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', join(throwAway, 'profile'))
  const profile = app.getPath('userData')
  const program = app.getAppPath()
  return {
    preload: join(program, 'out', 'preload', 'index.cjs'),
    renderer: join(program, 'out', 'renderer'),
    coreFile: join(program, 'out', 'core', 'child.mjs'),
    ownNode: join(program, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    dataDir: throwAway ? join(throwAway, 'data') : (options.dataDir ?? join(profile, 'data')),
    boundsFile: join(profile, 'window.json'),
    passcodeKeyFile: join(profile, 'passcode.key.enc'),
    logFile: join(profile, 'logs', 'main.jsonl'),
    codeCache: join(profile, 'Code Cache', 'core'),
    throwAway,
  }
}
