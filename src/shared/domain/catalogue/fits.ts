// Whether a part is said to fit a machine: only what the catalogue says, never a guess.
import { fold } from '#shared/kernel/text.ts'

export type Fit = 'fits' | 'misfit' | 'unsaid'

const SEPARATORS = /[\s\-_/().,，、（）]+/u

const wordsOf = (text: string): string[] => fold(text).split(SEPARATORS).filter(Boolean)

/**
 * `models` are texts such as `联想 ThinkPad T480`, `T480` or a brand alone. One fits when all its words stand in the
 * machine's brand and model as whole words (so `T480` does not fit a `T480s`), or when both are the same without
 * blanks. No models, or no brand and model: nobody said anything.
 */
export const partFits = (models: readonly string[], brand: string, model: string): Fit => {
  const machine = wordsOf(`${brand} ${model}`)
  if (models.length === 0 || machine.length === 0) return 'unsaid'
  const known = new Set(machine)
  const whole = new Set([machine.join(''), wordsOf(model).join('')])
  const fits = models.some((text) => {
    const words = wordsOf(text)
    return words.length > 0 && (words.every((word) => known.has(word)) || whole.has(words.join('')))
  })
  return fits ? 'fits' : 'misfit'
}
