// The way out when the only manager has forgotten the password: from the command line, on the computer itself, by
// somebody who can read the data folder anyway. It stands in the audit log like every reset.
import { randomBytes } from 'node:crypto'
import { createRecorder } from '#core/command/recorder.ts'
import { makeDataDir } from '#core/db/data-dir.ts'
import { lockDataDir } from '#core/db/lock.ts'
import { openMigrated } from '#core/db/open-migrated.ts'
import { hashPassword } from '#core/sessions/index.ts'
import { createIdSource } from '#shared/kernel/ids.ts'
import { findPerson, resetCredentials } from './repository.ts'

type Ask = Readonly<{
  dataDir: string
  staffNo: string
  password: string
  version: string
  now: () => number
}>

/** Answers the person's name. Throws a plain sentence if there is no such person or the folder is in use. */
export const resetPasswordOffline = async ({
  dataDir,
  staffNo,
  password,
  version,
  now,
}: Ask): Promise<string> => {
  const dir = makeDataDir(dataDir)
  const lock = lockDataDir(dir, { pid: process.pid, version, since: now() })
  try {
    const store = await openMigrated(dir)
    try {
      const person = findPerson(store.read, { staffNo })
      if (!person) throw new Error(`there is nobody with the staff number ${staffNo}`)
      const hashed = await hashPassword(password)
      store.transact((db) => {
        const newId = createIdSource({ now, random: randomBytes })
        const recorder = createRecorder(db, { now: now(), staffId: null, terminal: 'command line', newId })
        resetCredentials(db, person.id, hashed)
        recorder.audit({
          action: 'staff.passwordReset',
          object: 'staff',
          objectId: person.id,
          details: { by: 'command line' },
        })
        recorder.finish()
      })
      return person.name
    } finally {
      store.close()
    }
  } finally {
    lock.release()
  }
}
