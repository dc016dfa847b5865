// Entries whose code or name holds all the words that were typed.
import { fold } from '#shared/kernel/text.ts'

type Named = Readonly<{ code: string; name: string }>

export const holding = <T extends Named>(entries: readonly T[], text: string): readonly T[] => {
  const words = fold(text).split(/\s+/u).filter(Boolean)
  return entries.filter(({ code, name }) => {
    const key = fold(`${code} ${name}`)
    return words.every((word) => key.includes(word))
  })
}
