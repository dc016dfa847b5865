// Where a shop's data lives: one folder, everything in it named here.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

export type DataDir = Readonly<{
  root: string
  database: string
  lock: string
  holder: string
  attachments: string
  backups: string
  /** Tables to be taken in. */
  imports: string
  logs: string
  templates: string
  numberMark: string
  passcodeKey: string
}>

export const dataDir = (root: string): DataDir => ({
  root,
  database: join(root, 'counter.db'),
  lock: join(root, 'lock.db'),
  holder: join(root, 'holder.json'),
  attachments: join(root, 'attachments'),
  backups: join(root, 'backups'),
  imports: join(root, 'imports'),
  logs: join(root, 'logs'),
  templates: join(root, 'templates', 'print'),
  numberMark: join(root, 'numbers.json'),
  passcodeKey: join(root, 'passcode.key'),
})

/** Makes the folders that are missing. */
export const makeDataDir = (root: string): DataDir => {
  const dir = dataDir(root)
  for (const folder of [dir.root, dir.attachments, dir.backups, dir.imports, dir.logs, dir.templates]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return dir
}
