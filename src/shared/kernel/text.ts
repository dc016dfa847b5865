// Why: typed, scanned and pasted text is cleaned and compared in one way, in the window and in the core alike.

/* oxlint-disable no-control-regex -- removing control characters is what this file is for */

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g
/** C0 and C1 without tab and line feed; marks that turn or hide text; unpaired surrogates; noncharacters. */
const HARMFUL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Surrogate}\p{Noncharacter_Code_Point}]/gu
/** What nobody sees and two spellings may differ by: joiners, soft hyphens, fillers, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

/** Keeps line feeds and tabs, drops what harms (NUL and other controls, bidi marks, broken surrogates); trims. */
export const cleanText = (text: string): string => text.replace(LINE_BREAKS, '\n').replace(HARMFUL, '').trim()

/** As {@link cleanText}, on one line: breaks, tabs and runs of blanks become one space. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ')

/** Nothing to clean or to normalise: visible ASCII and single spaces between. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** The form in which texts are compared and searched: NFKC, lower case, single spaces, nothing invisible. */
export const fold = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : foldAny(text))

const foldAny = (text: string): string =>
  cleanLine(cleanLine(text).normalize('NFKC').replace(INVISIBLE, '').toLowerCase().normalize('NFKC'))

/** Length in Unicode code points, as field limits count it: 𬭎 is one. */
export const codePointLength = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

let segmenter: Intl.Segmenter | undefined

/** Length in what a reader calls characters (a family emoji is one); slow on long text, for display only. */
export const graphemeLength = (text: string): number => {
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })
  let length = 0
  for (const _ of segmenter.segment(text)) length++
  return length
}

/**
 * A cell for CSV or a sheet that no spreadsheet takes for a formula: an apostrophe goes before `= + - @`, also
 * full-width or after blanks, and before a leading tab or line break. Plain negative numbers stay numbers.
 */
export const escapeFormula = (cell: string): string => {
  if (/^-\d{1,15}(?:\.\d+)?$/.test(cell)) return cell
  return /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u.test(cell) ? `'${cell}` : cell
}

/** The form in which serial numbers are matched: folded, without blanks and dashes, upper case. */
export const serialKey = (serial: string): string =>
  fold(serial)
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .toUpperCase()
