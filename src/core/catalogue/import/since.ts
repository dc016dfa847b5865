// Whether the catalogue was changed between two looks: by the operations, which are numbered without gaps.
import type { ReadDb } from '#core/db/handle.ts'
import { text } from '#core/db/handle.ts'

/** The number that the next operation gets. */
export const nextOperation = (db: ReadDb): number =>
  db.value<number>(text('select next_seq from sync_self')) ?? 1

export const partsChangedSince = (db: ReadDb, operation: number): boolean =>
  db.value<number>(text(`select 1 from outbox where seq >= ? and entity = 'part' limit 1`, operation)) === 1
