// What keys do in a digit picker, apart from React.

type Option = Readonly<{ value: string }>

/** The line behind a digit: 1–9 the first nine, 0 the tenth, or the one that claims `zero`; -1 for none. */
export const digitAt = (digit: number, options: readonly Option[], zero?: string): number => {
  const zeroAt = zero === undefined ? -1 : options.findIndex((option) => option.value === zero)
  if (digit === 0) return zeroAt >= 0 ? zeroAt : options.length > 9 ? 9 : -1
  return digit <= options.length && digit - 1 !== zeroAt ? digit - 1 : -1
}

/** Where an arrow, Home or End leads; null for any other key. */
export const moved = (key: string, at: number, length: number): number | null => {
  if (length === 0) return null
  if (key === 'ArrowDown' || key === 'ArrowRight') return (at + 1) % length
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (at - 1 + length) % length
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : null
}

/** Adds or takes away one value; the result is in the order of the options. */
export const toggled = (
  value: readonly string[],
  one: string,
  options: readonly Option[],
): readonly string[] => {
  const chosen = new Set(value)
  if (!chosen.delete(one)) chosen.add(one)
  return options.map((option) => option.value).filter((known) => chosen.has(known))
}
