// What the columns of a file are called in the window's language.
import type { ImportKind, ImportPreview } from '#shared/contract/catalogue-import.ts'
import { headIn, headsIn, PART_FILE, SERVICE_FILE } from '#shared/domain/catalogue/index.ts'
import type { ColumnKey, Language, ServiceKey } from '#shared/domain/catalogue/index.ts'

type Column = ImportPreview['columns'][number]['column']

export const languageOf = (code: string): Language => (code === 'en' ? 'en' : 'zh-CN')

export const allHeads = (kind: ImportKind, language: Language): readonly string[] =>
  kind === 'part' ? headsIn(PART_FILE, language) : headsIn(SERVICE_FILE, language)

/** The core names only columns of the kind that was asked for. */
export const headOfColumn = (kind: ImportKind, column: Column, language: Language): string =>
  kind === 'part'
    ? headIn(PART_FILE, column as ColumnKey, language)
    : headIn(SERVICE_FILE, column as ServiceKey, language)
