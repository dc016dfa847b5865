// The import's work for the worker thread: plan what a file would do, write the catalogue as a file.
import type { Refused } from '#shared/kernel/result.ts'
import { openReader } from '#core/db/connection.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { createHandle } from '#core/db/handle.ts'
import { loadPinyin } from '#core/search/index.ts'
import { type ImportPlan, planImport } from './plan.ts'
import { writeCatalogue } from './write-files.ts'

export type { ImportPlan } from './plan.ts'

export type PlanTask = Readonly<{
  database: string
  file: string
  language: 'zh-CN' | 'en'
  withRows: boolean
}>
export type ExportTask = Readonly<{ database: string; format: 'csv' | 'xlsx'; language: 'zh-CN' | 'en' }>

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

export const runPlan = async ({
  database,
  file,
  language,
  withRows,
}: PlanTask): Promise<ImportPlan | Refused> => {
  await loadPinyin()
  return reading(database, (db) => planImport(db, file, language, withRows))
}

export const runExport = ({ database, format, language }: ExportTask): { parts: number; bytes: Uint8Array } =>
  reading(database, (db) => writeCatalogue(db, format, language))
