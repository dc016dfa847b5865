// Chance that repeats itself from its seed (mulberry32).

export type Chance = Readonly<{
  /** A whole number from 0 up to but not `below`. */
  upTo: (below: number) => number
  pick: <T>(from: readonly T[]) => T
}>

export const createChance = (seed: number): Chance => {
  let state = seed
  const upTo = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  return { upTo, pick: (from) => from[upTo(from.length)] as never }
}
