// What an entry of the catalogue is in a file: its columns, by which heads each is recognised, how its cells are read and
// written. Parts and service items are such kinds.
import { fold } from '#shared/kernel/text.ts'
import type { Wrong } from './cells.ts'

export type Language = 'zh-CN' | 'en'

export type Column<V> = Readonly<{
  /** Written at the head of an export: Chinese, English. */
  heads: readonly [string, string]
  /** Other heads that mean it. */
  also: readonly string[]
  read: (cell: string) => V | Wrong
  write: (value: V, language: Language) => string
  /** What an empty cell says of an entry that is there already: nothing (undefined), or this. */
  empty: V | undefined
}>

/** Every kind is known by its code and has a name. */
export type Named = { code: string; name: string }
export type KeyOf<F> = keyof F & string

export type FileKind<F extends Named> = Readonly<{
  columns: { readonly [K in KeyOf<F>]: Column<F[K]> }
  keys: readonly KeyOf<F>[]
  /** Which column a head means; undefined for one that we do not know. */
  columnOfHead: (head: string) => KeyOf<F> | undefined
}>

/** A head without blanks, signs and what stands in brackets: `售价（元）*` is 售价. */
const headKey = (head: string): string =>
  fold(head)
    .replace(/[(（【[].*$/u, '')
    .replace(/[\s*:：_-]+/gu, '')

export const fileKind = <F extends Named>(columns: FileKind<F>['columns']): FileKind<F> => {
  const keys = Object.keys(columns) as KeyOf<F>[]
  const byHead = new Map(
    keys.flatMap((key) =>
      [...columns[key].heads, ...columns[key].also].map((head) => [headKey(head), key] as const),
    ),
  )
  return { columns, keys, columnOfHead: (head) => byHead.get(headKey(head)) }
}

/** How a column is called in an export. */
export const headIn = <F extends Named>(kind: FileKind<F>, key: KeyOf<F>, language: Language): string =>
  kind.columns[key].heads[language === 'en' ? 1 : 0]

export const headsIn = <F extends Named>(kind: FileKind<F>, language: Language): string[] =>
  kind.keys.map((key) => headIn(kind, key, language))

/** One entry as the cells of a row, in the order of the columns. */
export const writeRow = <F extends Named>(kind: FileKind<F>, entry: F, language: Language): string[] =>
  kind.keys.map((key) => kind.columns[key].write(entry[key], language))
