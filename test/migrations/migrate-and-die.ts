// Opens the folder given first as the core does, and kills itself at the statement whose number is given second.
import { createRequire } from 'node:module'
import { makeDataDir } from '#core/db/data-dir.ts'
import { openMigrated } from '#core/db/open-migrated.ts'

const [folder = '', at = '0'] = process.argv.slice(2)
const Database = createRequire(import.meta.url)('better-sqlite3') as {
  prototype: { prepare: (sql: string) => unknown }
}
const { prepare } = Database.prototype
let statements = 0
Database.prototype.prepare = function counted(this: unknown, sql: string) {
  statements += 1
  if (statements === Number(at)) process.kill(process.pid, 'SIGKILL')
  return prepare.call(this, sql)
}
const store = await openMigrated(makeDataDir(folder))
store.close()
process.stdout.write(String(statements))
