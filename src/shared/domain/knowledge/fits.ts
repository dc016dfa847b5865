// Which written-down fix fits which machine (CLS-6). Pure; the full-text match of the knowledge base comes later.
import type { Role } from '#shared/domain/staff/roles.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { fold } from '#shared/kernel/text.ts'

/** Read rights: no list means everybody who works here. Who publishes keeps what was published, so he reads all. */
export const mayRead = (readers: readonly Role[], roles: readonly Role[]): boolean =>
  readers.length === 0 || readers.some((role) => roles.includes(role)) || has('publishKnowledge', roles)

const HAN_RUNS = /\p{Script=Han}+/gu
const WORDS = /[\p{L}\p{N}]+/gu

/** Pairs of neighbouring Chinese characters, and whole words of other scripts: good enough to say "the same fault". */
const piecesOf = (words: string): ReadonlySet<string> => {
  const folded = fold(words)
  const pieces = new Set<string>()
  for (const [run] of folded.matchAll(HAN_RUNS)) {
    const characters = [...run]
    for (let at = 0; at + 1 < characters.length; at += 1)
      pieces.add(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`)
  }
  for (const [word] of folded.replace(HAN_RUNS, ' ').matchAll(WORDS)) if (word.length > 1) pieces.add(word)
  return pieces
}

/** The share of the shorter description that the longer one has too, from here on. */
const ENOUGH = 0.5

/** Whether two descriptions of a fault speak of the same one. */
export const sameFaultWords = (one: string, other: string): boolean => {
  const a = piecesOf(one)
  const b = piecesOf(other)
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a]
  if (fewer.size === 0) return false
  let shared = 0
  for (const piece of fewer) if (more.has(piece)) shared += 1
  return shared / fewer.size >= ENOUGH
}

export type Trouble = Readonly<{
  brand: string
  model: string
  /** Of the newest service record; null before there is one. */
  faultCode: string | null
  words: string
}>

export type Known = Readonly<{
  brand: string
  model: string
  faultCode: string | null
  title: string
  symptom: string
}>

/** 2 the same model, 1 the same fault of another model, 0 neither. Both are machines of one category. */
export const fitOf = (known: Known, trouble: Trouble): 0 | 1 | 2 => {
  const model = fold(trouble.model)
  if (model !== '' && model === fold(known.model) && fold(trouble.brand) === fold(known.brand)) return 2
  if (known.faultCode !== null && known.faultCode !== 'other' && known.faultCode === trouble.faultCode)
    return 1
  return [known.symptom, known.title].some((words) => sameFaultWords(words, trouble.words)) ? 1 : 0
}
