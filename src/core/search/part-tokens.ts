// What a part is found by: as names of customers (tokens.ts), but leaner, because a catalogue of a hundred thousand
// parts comes in one import and each token costs. A part is found by any two characters or initials that follow each
// other, by the beginning of a word of name, specification, model or code, and by its last character.
import { fold } from '#shared/kernel/text.ts'
import { initialOf, isWord, piecesOf } from './tokens.ts'

// As in tokens.ts: signs that folded text cannot begin with.
const INITIALS = '²'
const WORD = 'ª'
const CODE = 'º'

/** Pieces of codes are nearly all different, and a range of very many tokens is slow: short beginnings are stored. */
const SHORTEST_BEGINNING = 3
const LONGEST_BEGINNING = 4
const MAX_TEXT = 200
const MAX_WORDS = 400
const MAX_QUERY = 60

export type SearchablePart = Readonly<{
  code: string
  name: string
  spec: string
  models: readonly string[]
}>

const pairs = (characters: readonly string[], sign: string): string[] =>
  characters.map((character, i) => sign + character + (characters[i + 1] ?? ''))

const hanTokens = (piece: string): string[] => {
  const characters = [...piece]
  const initials = characters.map(initialOf).filter(Boolean)
  // Nobody searches by one initial.
  return [...pairs(characters, ''), ...pairs(initials, INITIALS).slice(0, -1)]
}

const codeTokens = (piece: string): string[] => {
  const tokens = [CODE + piece]
  for (let length = SHORTEST_BEGINNING; length <= LONGEST_BEGINNING && length < piece.length; length += 1)
    tokens.push(CODE + piece.slice(0, length))
  return tokens
}

const tokensOf = (text: string, ofWord: (word: string) => readonly string[]): string => {
  const pieces = piecesOf(fold(text.slice(0, MAX_TEXT)))
  const [first] = pieces
  if (first !== undefined && pieces.length === 1 && isWord(first)) return ofWord(first).join(' ')
  const tokens = new Set<string>()
  for (const piece of pieces)
    for (const token of isWord(piece) ? ofWord(piece) : hanTokens(piece)) tokens.add(token)
  return [...tokens].join(' ')
}

/** A catalogue says the same words again and again. */
const ofWords = new Map<string, string>()
const WORDS_KEPT = 50_000

const wordTokens = (text: string): string => {
  const known = ofWords.get(text)
  if (known !== undefined) return known
  const made = tokensOf(text, (word) => [WORD + word])
  if (ofWords.size >= WORDS_KEPT) ofWords.clear()
  ofWords.set(text, made)
  return made
}

/** The text to store for one part: tokens separated by blanks. Throws when the pinyin was not loaded. */
export const partTokens = ({ code, name, spec, models }: SearchablePart): string => {
  let tokens = tokensOf(code, codeTokens)
  const words: string[] = []
  const add = (text: string): void => {
    for (const word of text.includes(' ') ? text.split(' ') : [text]) {
      if (word === '' || words.length >= MAX_WORDS || words.includes(word)) continue
      words.push(word)
      tokens += ` ${wordTokens(word)}`
    }
  }
  add(name)
  add(spec)
  for (const model of models) add(model)
  return tokens
}

const exact = (token: string): string => `"${token}"`
const starting = (token: string): string => `${exact(token)} *`

const codeQuery = (word: string): string[] => {
  if (word.length < SHORTEST_BEGINNING) return [exact(CODE + word)]
  return [word.length <= LONGEST_BEGINNING ? exact(CODE + word) : starting(CODE + word)]
}

const wordQuery = (word: string, whole: boolean): string => {
  const ways = whole ? [exact(WORD + word), exact(CODE + word)] : [starting(WORD + word), ...codeQuery(word)]
  if (/^[a-z]{2,}$/.test(word)) {
    const following = pairs([...word], INITIALS)
      .slice(0, -1)
      .map(exact)
    ways.push(`(${[...new Set(following)].join(' AND ')})`)
  }
  return `(${ways.join(' OR ')})`
}

const hanQuery = (piece: string): string => {
  const characters = [...piece]
  if (characters.length === 1) return starting(piece)
  return [...new Set(pairs(characters, '').slice(0, -1))].map(exact).join(' AND ')
}

/**
 * The MATCH expression for what was typed; null when it holds nothing to search by. Every piece must be found, words
 * by their beginning or, faster in a large catalogue, as a `whole`.
 */
export const partQuery = (text: string, whole = false): string | null => {
  const pieces = piecesOf([...fold(text)].slice(0, MAX_QUERY).join(''))
  if (pieces.length === 0) return null
  return pieces.map((piece) => (isWord(piece) ? wordQuery(piece, whole) : hanQuery(piece))).join(' AND ')
}
