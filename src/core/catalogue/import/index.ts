// The import's work for the worker thread: plan what a file would do, write the catalogue as a file.
import type { ImportKind } from '#shared/contract/catalogue-import.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { openReader } from '#core/db/connection.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { createHandle } from '#core/db/handle.ts'
import { loadPinyin } from '#core/search/index.ts'
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
const reading = <T>(database: string, work: (db: ReadDb) => T): T => {
  const reader = openReader(database)
  try {
    reader.prepare('begin').run()
    return work(createHandle(reader))
  } finally {
    reader.close()
  }
}

/** `hand` gets the new parts, some hundreds at a time, while the rest is still planned. */
export const runPlan = async (
  { database, ...asked }: PlanTask,
  hand: (slice: AddSlice) => void,
): Promise<ImportPlan | Refused> => {
  await loadPinyin()
  return reading(database, (db) => planImport(db, asked, hand))
}

export const runExport = ({ database, ...asked }: ExportTask): { rows: number; bytes: Uint8Array } =>
  reading(database, (db) => writeCatalogue(db, asked))
