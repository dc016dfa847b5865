// Phrases inside free text: which words the letters at the end may stand for, and the text with one of them put in.
import type { Word, WordLanguage } from './words.ts'
import { matchWords, wordIn } from './words.ts'

const SEPARATORS = /[;；,，、。\n]/u
const LATIN = /^[a-z][a-z0-9' -]*$/i
/** Two letters tell something; one would offer half the list at every word. */
const LEAST_LETTERS = 2

/** What stands behind the last separator, and where it starts. */
export const lastPiece = (text: string): Readonly<{ start: number; piece: string }> => {
  let start = text.length
  while (start > 0 && !SEPARATORS.test(text[start - 1]!)) start -= 1
  while (start < text.length && text[start] === ' ') start += 1
  return { start, piece: text.slice(start) }
}

/** Phrases for the letters that were typed last. Chinese words and finished phrases are left alone. */
export const offeredPhrases = (text: string, phrases: readonly Word[]): readonly Word[] => {
  const piece = lastPiece(text).piece.normalize('NFKC')
  if (piece.length < LEAST_LETTERS || !LATIN.test(piece)) return []
  if (phrases.some(({ en }) => en.toLowerCase() === piece.trim().toLowerCase())) return []
  return matchWords(piece, phrases)
}

/** The text with the last piece replaced by the phrase. */
export const withPhrase = (text: string, phrase: Word, language: WordLanguage): string =>
  text.slice(0, lastPiece(text).start) + wordIn(phrase, language)

/** The text with the phrase added behind what stands there. */
export const plusPhrase = (text: string, phrase: Word, language: WordLanguage): string => {
  const kept = text.trimEnd()
  const joint = kept === '' || SEPARATORS.test(kept.at(-1)!) ? '' : language === 'en' ? '; ' : '；'
  return kept + joint + wordIn(phrase, language)
}

/** A separator right behind whole initials takes the phrase and goes on: `kblj，` becomes 开不了机，. */
export const takenBySeparator = (
  text: string,
  phrases: readonly Word[],
  language: WordLanguage,
): string | null => {
  const mark = text.at(-1)
  if (mark === undefined || !/[;；,，、]/u.test(mark)) return null
  const before = text.slice(0, -1)
  const piece = lastPiece(before).piece.normalize('NFKC').toLowerCase()
  const meant = piece.length > LEAST_LETTERS && phrases.find(({ initials }) => initials === piece)
  return meant ? withPhrase(before, meant, language) + (language === 'en' ? `${mark} ` : mark) : null
}
