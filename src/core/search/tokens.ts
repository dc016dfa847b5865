// Why: customers are found by any two characters, pinyin, word or phone tail (INT-5), which no SQLite tokenizer
// offers; so we write the tokens ourselves into an FTS5 table with tokenize='ascii', detail=none.
import { fold } from '#shared/kernel/text.ts'

// Each kind of token starts with a sign that NFKC folding can never leave in a name, so kinds never collide.
const CHARACTER = '¹'
const INITIALS = '²'
const PINYIN = '³'
const WORD = 'ª'
const TAIL = 'º'

const MAX_NAME = 80
const MAX_INITIALS = 8
const MAX_PINYIN = 24
const MAX_READINGS = 32
const MAX_QUERY = 60
/** Up to this length beginnings are tokens of their own: among a million, merging the range behind shenzhen took 62 ms. */
const MAX_STORED_BEGINNING = 12

/** What a customer is found by. `phones` are match keys of phone.ts; only their last four digits are indexed. */
export type Searchable = { names: readonly string[]; company?: string; phones: readonly string[] }

/** The two functions, for those who are handed them. */
export type Tokens = Readonly<{ customerTokens: typeof customerTokens; queryTokens: typeof queryTokens }>

type Pinyin = typeof import('pinyin-pro').pinyin

let pinyin: Pinyin | undefined
/** All readings of a character, first letters and all: asked again and again for the same few surnames. */
const readings = new Map<string, readonly string[]>()

/** Loads the pinyin dictionary once; {@link customerTokens} needs it, {@link queryTokens} does not. */
export const loadPinyin = async (): Promise<void> => {
  pinyin ??= (await import('pinyin-pro')).pinyin
}

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const

const readingsOf = (read: Pinyin, character: string): readonly string[] => {
  const known = readings.get(character)
  if (known) return known
  const all = [...new Set(read(character, { ...OPTIONS, multiple: true }))].filter((text) =>
    /^[a-z]+$/.test(text),
  )
  readings.set(character, all)
  return all
}

/** First letter of a character's likeliest reading, '' for what has none. Throws when {@link loadPinyin} was not awaited. */
export const initialOf = (character: string): string => {
  if (!pinyin) throw new Error('initialOf before loadPinyin')
  return readingsOf(pinyin, character)[0]?.[0] ?? ''
}

/** Of folded text: Latin words without accents (ü is v only in pinyin), and runs of other letters. */
export const piecesOf = (folded: string): string[] =>
  PLAIN.test(folded) ? (folded.match(/[a-z0-9]+/g) ?? []) : allPiecesOf(folded)

const PLAIN = /^[ -~]*$/

const allPiecesOf = (folded: string): string[] =>
  folded
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    .match(/[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}\p{M}])+/gu) ?? []

export const isWord = (piece: string): boolean => /^[a-z0-9]/.test(piece)

const beginnings = (text: string, longest: number): string[] =>
  Array.from({ length: Math.min(text.length, longest) }, (_, i) => text.slice(0, i + 1))

const pairs = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, i) => characters[i]! + character)

/** Every choice of one per position, at most `limit` of them. */
const choices = (positions: readonly (readonly string[])[], limit: number): string[] => {
  let all = ['']
  for (const options of positions)
    all = all.flatMap((start) => options.map((option) => start + option)).slice(0, limit)
  return all
}

/** A Han character or a word of a name, and the ways to say it: for a character the likeliest first. */
type Spoken = { word: boolean; ways: string[] }

/** All readings for the first two Han characters, the likely one for the rest; what has none is left out. */
const spoken = (read: Pinyin, pieces: readonly string[]): Spoken[] => {
  let han = 0
  return pieces.flatMap((piece): Spoken[] => {
    if (isWord(piece)) return [{ word: true, ways: [piece] }]
    const asName = read(piece, { ...OPTIONS, surname: han === 0 ? 'head' : 'off' })
    return [...piece].flatMap((character, i) => {
      const all = [asName[i] ?? '', ...(han < 2 ? readingsOf(read, character) : [])]
      const ways = [...new Set(all.filter((text) => /^[a-z]+$/.test(text)))]
      if (ways.length > 0) han++
      return ways.length > 0 ? [{ word: false, ways }] : []
    })
  })
}

const addName = (tokens: Set<string>, read: Pinyin, name: string): void => {
  // a name of two characters is often written with a blank between them, to fill the line
  const filled = fold(name).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  const pieces = piecesOf([...filled].slice(0, MAX_NAME).join(''))
  for (const piece of pieces) {
    if (isWord(piece)) {
      for (const start of beginnings(piece, MAX_STORED_BEGINNING)) tokens.add(WORD + start)
      tokens.add(WORD + piece)
      continue
    }
    const characters = [...piece]
    for (const character of characters) tokens.add(CHARACTER + character)
    for (const pair of pairs(characters)) tokens.add(pair)
  }
  const said = spoken(read, pieces)
  const mixed = said.some(({ word }) => !word)
  // a word among Han (TCL电视) is typed by its first letter or whole
  const letters = said.map(({ word, ways }) => [
    ...new Set([...ways.map((way) => way[0]!), ...(word && mixed ? ways : [])]),
  ])
  for (const initials of choices(letters.slice(0, MAX_INITIALS), MAX_READINGS))
    for (const start of beginnings(initials, MAX_INITIALS)) tokens.add(INITIALS + start)
  for (const full of choices(
    said.map(({ ways }) => ways),
    MAX_READINGS,
  )) {
    const kept = full.slice(0, MAX_PINYIN)
    for (const start of beginnings(kept, MAX_STORED_BEGINNING)) tokens.add(PINYIN + start)
    tokens.add(PINYIN + kept)
  }
}

/**
 * The text to store for one customer: tokens separated by blanks. Throws when {@link loadPinyin} was not awaited.
 */
export const customerTokens = ({ names, company = '', phones }: Searchable): string => {
  if (!pinyin) throw new Error('customerTokens before loadPinyin')
  const tokens = new Set<string>()
  for (const name of [...names, company]) addName(tokens, pinyin, name)
  for (const phone of phones) {
    const digits = phone.replace(/\D/g, '')
    if (digits.length >= 4) tokens.add(TAIL + digits.slice(-4))
  }
  return [...tokens].join(' ')
}

const exact = (token: string): string => `"${token}"`

/** A beginning: a token of its own while it is short, a range of tokens when it is long. */
const starting = (sign: string, text: string): string =>
  text.length <= MAX_STORED_BEGINNING ? exact(sign + text) : `${exact(sign + text)} *`

const wordQuery = (word: string): string => {
  const ways = [starting(WORD, word)]
  if (/^\d{4}$/.test(word)) ways.push(exact(TAIL + word))
  if (/[a-z]/.test(word))
    ways.push(exact(INITIALS + word.slice(0, MAX_INITIALS)), starting(PINYIN, word.slice(0, MAX_PINYIN)))
  return `(${ways.join(' OR ')})`
}

const pieceQuery = (piece: string): string => {
  if (isWord(piece)) return wordQuery(piece)
  const characters = [...piece]
  const tokens = characters.length === 1 ? [CHARACTER + piece] : [...new Set(pairs(characters))]
  return tokens.map(exact).join(' AND ')
}

/**
 * The MATCH expression for what was typed, null when it holds nothing to search by. Every piece must be found;
 * Latin letters may be a word, pinyin (zhangsan, `zhang san`, lü or lv) or initials; four digits also the end of a
 * phone number. Longer digit strings are for the phone table. Order the hits by rowid descending: no ranks here.
 */
export const queryTokens = (text: string): { match: string } | null => {
  const folded = [...fold(text)].slice(0, MAX_QUERY).join('')
  const pieces = piecesOf(folded)
  if (pieces.length === 0) return null
  const each = pieces.map(pieceQuery).join(' AND ')
  const umlaut = folded.includes('ü') ? piecesOf(folded.replaceAll('ü', 'v')) : pieces
  const joined = umlaut.join('')
  const asOne = pieces.length > 1 || umlaut !== pieces
  return asOne && umlaut.every(isWord) && /[a-z]/.test(joined)
    ? {
        match: `(${each}) OR ${starting(PINYIN, joined.slice(0, MAX_PINYIN))} OR ${exact(INITIALS + joined.slice(0, MAX_INITIALS))}`,
      }
    : { match: each }
}

/**
 * First letters of a name in its likeliest reading, `zs` for 张三; what people type for a colleague. Throws when
 * {@link loadPinyin} was not awaited.
 */
export const nameInitials = (name: string): string => {
  if (!pinyin) throw new Error('nameInitials before loadPinyin')
  return spoken(pinyin, piecesOf(fold(name)))
    .map(({ ways }) => ways[0]?.[0] ?? '')
    .join('')
}
