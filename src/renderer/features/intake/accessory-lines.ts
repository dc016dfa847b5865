// Between the lines of a form and the options of the list: our own words in either language, then what was named freely.
import type { AccessoryLine, Word, WordLanguage } from '#shared/domain/intake/index.ts'
import { wordIn } from '#shared/domain/intake/index.ts'

export type AccessoryOption = Readonly<{ value: string; word: Word | null; line: AccessoryLine | null }>

const MOST = 999

const isLineOf = (word: Word, { name }: AccessoryLine): boolean => name === word.zh || name === word.en

export const accessoryOptions = (
  known: readonly Word[],
  lines: readonly AccessoryLine[],
): readonly AccessoryOption[] => [
  ...known.map((word) => ({
    value: word.zh,
    word,
    line: lines.find((line) => isLineOf(word, line)) ?? null,
  })),
  ...lines
    .filter((line) => !known.some((word) => isLineOf(word, line)))
    .map((line) => ({ value: line.name, word: null, line })),
]

/** The lines after a choice; what stays keeps its count and its wording. */
export const withChosen = (
  options: readonly AccessoryOption[],
  values: readonly string[],
  language: WordLanguage,
): readonly AccessoryLine[] =>
  options
    .filter(({ value }) => values.includes(value))
    .map(({ value, word, line }) => line ?? { name: word ? wordIn(word, language) : value, count: 1 })

/** One more or one less of a line, at least one. */
export const countedBy = (
  lines: readonly AccessoryLine[],
  name: string,
  step: 1 | -1,
): readonly AccessoryLine[] =>
  lines.map((line) =>
    line.name === name ? { ...line, count: Math.max(1, Math.min(MOST, line.count + step)) } : line,
  )
