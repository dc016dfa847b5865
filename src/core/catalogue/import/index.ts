// The import's work for the worker thread: plan what a file would do, write the catalogue as a file.
import type { ImportKind } from '#shared/contract/catalogue-import.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { openReader } from '#core/db/connection.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { createHandle } from '#core/db/handle.ts'
import { loadPinyin } from '#core/search/index.ts'
import { anyPart } from '../repository.ts'
import type { AddSlice } from './add-slices.ts'
import { type Asked, type ImportPlan, planImport } from './plan.ts'
import { writeCatalogue } from './write-files.ts'

export type { AddSlice } from './add-slices.ts'
export type { ImportPlan } from './plan.ts'

export type PlanTask = Asked & Readonly<{ database: string }>
export type ExportTask = Readonly<{
  database: string
  kind: ImportKind
  format: 'csv' | 'xlsx'
  language: 'zh-CN' | 'en'
}>

/** Reads one state of the database, whatever is written meanwhile. */
const reading = async <T>(database: string, work: (db: ReadDb) => T | Promise<T>): Promise<T> => {
  const reader = openReader(database)
  try {
    reader.prepare('begin').run()
    return await work(createHandle(reader))
  } finally {
    reader.close()
  }
}

/** `hand` gets the new parts, some hundreds at a time, while the rest is still planned. */
export const runPlan = (
  { database, ...asked }: PlanTask,
  hand: (slice: AddSlice) => void,
): Promise<ImportPlan | Refused> =>
  reading(database, async (db) => {
    // Only parts that are there can change, and only a changed one gets its search words here.
    if (anyPart(db)) await loadPinyin()
    return planImport(db, asked, hand)
  })

export const runExport = ({ database, ...asked }: ExportTask): Promise<{ rows: number; bytes: Uint8Array }> =>
  reading(database, (db) => writeCatalogue(db, asked))
