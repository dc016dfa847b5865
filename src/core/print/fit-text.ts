// Cuts a text to so many lines of a width: a label is one small page and may not overflow.
import type { Measure } from './press.ts'

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })
/** Marks a cut. */
export const ellipsis = '…'

/** How much of `characters` fits on one line, stepping back to a space inside a Latin word. */
const lineEnd = (characters: string[], fits: (text: string) => boolean): number => {
  let low = 1
  let high = characters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(characters.slice(0, middle).join(''))) low = middle
    else high = middle - 1
  }
  if (low === characters.length) return low
  const isLatin = (character: string | undefined): boolean => /^[\u0021-\u024f]$/.test(character ?? '')
  if (!isLatin(characters[low - 1]) || !isLatin(characters[low])) return low
  const space = characters.lastIndexOf(' ', low - 1)
  return space > low / 2 ? space + 1 : low
}

/** At most `lines` lines of at most `width` points, the cut marked with an ellipsis. */
export const fitLines = (
  text: string,
  width: number,
  lines: number,
  measure: (text: string) => number,
): string => {
  const fits = (part: string): boolean => measure(part.trimEnd()) <= width
  let rest = Array.from(segmenter.segment(text.replaceAll('\n', ' ').trim()), (part) => part.segment)
  const done: string[] = []
  while (rest.length > 0) {
    const end = lineEnd(rest, fits)
    const isLast = done.length === lines - 1
    if (isLast && end < rest.length) {
      const cut = lineEnd(rest, (part) => fits(part + ellipsis))
      done.push(rest.slice(0, cut).join('').trimEnd() + ellipsis)
      break
    }
    done.push(rest.slice(0, end).join('').trimEnd())
    rest = rest.slice(end)
  }
  return done.join('\n')
}

/** `measure` for one size and weight. */
export const measureIn =
  (measure: Measure, size: number, bold: boolean) =>
  (text: string): number =>
    measure(text, size, bold)
