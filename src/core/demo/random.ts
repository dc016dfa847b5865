// Chance that can be repeated: the same seed gives the same shop, on every machine.

export type Chance = Readonly<{
  /** At least 0 and less than 1. */
  next(): number
  /** True in `share` of the cases. */
  happens(share: number): boolean
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** As many characters of the alphabet. */
  text(alphabet: string, length: number): string
  bytes(length: number): Uint8Array
}>

const LARGEST = 2 ** 32

/** sfc32 (PractRand's small fast counter), started from one number. */
export const createChance = (seed: number): Chance => {
  let a = seed >>> 0
  let b = 0x9e3779b9
  let c = Math.floor(seed / LARGEST) >>> 0
  let counter = 1
  const word = (): number => {
    const out = (((a + b) >>> 0) + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + out) >>> 0
    return out
  }
  for (let i = 0; i < 16; i += 1) word()
  const next = (): number => word() / LARGEST
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    happens: (share) => next() < share,
    between,
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    text: (alphabet, length) => {
      let made = ''
      for (let i = 0; i < length; i += 1) made += alphabet[Math.floor(next() * alphabet.length)]
      return made
    },
    bytes: (length) => {
      const made = new Uint8Array(length)
      for (let i = 0; i < length; i += 1) made[i] = word() & 0xff
      return made
    },
  }
}

/** Draws from a list in which some things are more frequent than others. */
export const weighted = <T>(
  list: readonly (readonly [thing: T, weight: number])[],
): ((chance: Chance) => T) => {
  const sums: number[] = []
  let sum = 0
  for (const [, weight] of list) sums.push((sum += weight))
  return (chance) => {
    const drawn = chance.next() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > drawn) high = middle
      else low = middle + 1
    }
    return (list[low] as readonly [T, number])[0]
  }
}
