// Whether the catalogue was changed between two looks: by the operations, which are numbered without gaps.
import type { ImportKind } from '#shared/contract/catalogue-import.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { text } from '#core/db/handle.ts'

/** The number that the next operation gets. */
export const nextOperation = (db: ReadDb): number =>
  db.value<number>(text('select next_seq from sync_self')) ?? 1

export const changedSince = (db: ReadDb, operation: number, entity: ImportKind): boolean =>
  db.value<number>(text('select 1 from outbox where seq >= ? and entity = ? limit 1', operation, entity)) ===
  1
