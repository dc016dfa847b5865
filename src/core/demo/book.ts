// The books of the demo shop: one recorder for a whole batch of happenings, each with its own time and person.
import type { Recorder } from '#core/command/recorder.ts'
import { createRecorder } from '#core/command/recorder.ts'
import type { WriteDb } from '#core/db/handle.ts'
import type { Accepting } from '#core/visits/index.ts'

export type Book = Recorder &
  Accepting &
  Readonly<{
    db: WriteDb
    /** Who writes from now on. */
    as(staffId: string): void
  }>

export type Pen = Readonly<{
  /** The time in the shop; what happens moves it on. */
  clock: { now: number }
  newId: () => string
  terminal: string
}>

export const openBook = (db: WriteDb, { clock, newId, terminal }: Pen): Book => {
  let staffId: string | null = null
  const by = {
    get now() {
      return clock.now
    },
    get staffId() {
      return staffId
    },
    terminal,
    newId,
  }
  const actor = {
    get staffId() {
      return staffId ?? ''
    },
  }
  const recorder = createRecorder(db, by)
  return {
    ...recorder,
    db,
    newId,
    actor,
    get now() {
      return clock.now
    },
    as: (id) => {
      staffId = id
    },
  }
}
