// What typed letters may mean among named things: pinyin initials first, then the beginning of a word. Pure.

type Named = Readonly<{ label: string; value: string }>

const latinWords = (label: string): readonly string[] => label.toLowerCase().match(/[a-z0-9]+/g) ?? []

const rankOf = ({ label, value }: Named, typed: string, initials: string): number => {
  if (initials === typed) return 0
  if (initials !== '' && initials.startsWith(typed)) return 1
  const words = latinWords(label)
  if (words.some((word) => word.startsWith(typed))) return 2
  if (
    words
      .map((word) => word[0])
      .join('')
      .startsWith(typed)
  )
    return 3
  if (initials.includes(typed)) return 4
  return value.toLowerCase().startsWith(typed) ? 5 : 6
}

/** The options that fit, the best first; all of them while nothing is typed. */
export const foundBy = <T extends Named>(
  typed: string,
  options: readonly T[],
  initialsOf: (label: string) => string,
): readonly T[] => {
  if (typed === '') return options
  return options
    .map((option) => ({ option, rank: rankOf(option, typed, initialsOf(option.label)) }))
    .filter(({ rank }) => rank < 6)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}
