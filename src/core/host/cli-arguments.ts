// The command line, read strictly: an unknown or missing option is named, not guessed.

export type Arguments = Readonly<{
  positional: readonly string[]
  options: ReadonlyMap<string, string>
  flags: ReadonlySet<string>
}>

export class WrongUsage extends Error {}

/** `known` lists the options that take a value; `flags` those that do not. */
export const readArguments = (
  given: readonly string[],
  known: readonly string[],
  flags: readonly string[] = [],
): Arguments => {
  const positional: string[] = []
  const options = new Map<string, string>()
  const set = new Set<string>()
  for (let i = 0; i < given.length; i += 1) {
    const word = given[i] as string
    if (!word.startsWith('--')) {
      positional.push(word)
      continue
    }
    const [name, inline] = word.slice(2).split(/=(.*)/s) as [string, string | undefined]
    if (flags.includes(name)) {
      set.add(name)
      continue
    }
    if (!known.includes(name)) throw new WrongUsage(`unknown option --${name}`)
    const value = inline ?? given[(i += 1)]
    if (value === undefined) throw new WrongUsage(`--${name} needs a value`)
    options.set(name, value)
  }
  return { positional, options, flags: set }
}

export const required = (args: Arguments, name: string): string => {
  const value = args.options.get(name)
  if (value === undefined || value === '') throw new WrongUsage(`--${name} is missing`)
  return value
}

/** A whole number within bounds. */
export const numberOption = (
  args: Arguments,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number => {
  const value = args.options.get(name)
  if (value === undefined) return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new WrongUsage(`--${name} must be a whole number from ${least} to ${most}`)
  }
  return number
}
