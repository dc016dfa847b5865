// Why: numbers are read aloud and typed by hand; the last character tells a slip of tongue or finger (ISO 7064).

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const DIGITS = '0123456789'

/** The hybrid recursion of ISO 7064: the state after `text`, from 1 to the size of the alphabet. */
const stateAfter = (text: string, alphabet: string): number => {
  const size = alphabet.length
  let state = size
  for (const character of text) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new RangeError(`not in the check alphabet: ${JSON.stringify(character)}`)
    state = (2 * ((state + value) % size || size)) % (size + 1)
  }
  return state
}

const checkOf = (text: string, alphabet: string): string =>
  alphabet[(alphabet.length + 1 - stateAfter(text, alphabet)) % alphabet.length]!

/**
 * ISO 7064 MOD 37,36 check character (0–9, A–Z) of `text`, which holds only those; anything else throws.
 * Catches every wrong character. Adjacent transpositions (also of the last character with the check character)
 * are caught except that each pair of neighbours in the alphabet (0–1, 9–A, Y–Z, Z–0) passes in one of 36 inner
 * states: one in 630 transpositions.
 */
export const alphanumericCheck = (text: string): string => checkOf(text, ALPHANUMERIC)

/**
 * ISO 7064 MOD 11,10 check digit of `text`, digits only; anything else throws.
 * Catches every wrong digit. Adjacent transpositions are caught except that each pair of neighbouring digits
 * (0–1, 1–2 … 8–9, 9–0) passes in one of ten inner states: one in 45 transpositions.
 */
export const digitCheck = (text: string): string => checkOf(text, DIGITS)
