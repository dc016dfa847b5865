// A stock by the words of rules PRT-4, PRT-5 and PRT-10 alone, with none of the program's code: batches of pieces on a
// table, their value as a whole number of fen, and serial numbers that are each somewhere. Says which documents must be
// refused and what everything else is worth.

type Pool = { quantity: number; valueFen: number }
export type Change = Readonly<{
  part: string
  from?: string
  to?: string
  quantity: number
  serials: readonly string[]
  /** What it cost, of what comes from outside or back. */
  costFen?: number
}>

/** Nearest whole number, half upwards: `value × part ÷ whole`, never negative here. */
const share = (value: number, part: number, whole: number): number => {
  const [v, p, w] = [BigInt(value), BigInt(part), BigInt(whole)]
  return Number((2n * v * p + w) / (2n * w))
}

export const createModel = () => {
  const there = new Map<string, number>()
  const pools = new Map<string, Pool>()
  const lastUnit = new Map<string, Pool>()
  const serials = new Map<string, string>()
  const key = (part: string, place: string): string => `${part}@${place}`
  const at = (part: string, place: string): number => there.get(key(part, place)) ?? 0
  const poolOf = (part: string): Pool => pools.get(part) ?? { quantity: 0, valueFen: 0 }

  /** Whether it can happen: enough of it there, and each serial where it is said to be. */
  const possible = ({ part, from, quantity, serials: given }: Change): boolean =>
    (from === undefined || at(part, from) >= quantity) &&
    given.every((serial) => (serials.get(`${part}#${serial}`) ?? 'nowhere') === (from ?? 'nowhere'))

  /** Makes it happen; answers what it was worth, as what comes in. */
  const happen = (
    { part, from, to, quantity, serials: given, costFen }: Change,
    onOrder?: string,
  ): number => {
    const pool = poolOf(part)
    let worth = 0
    if (from !== undefined) {
      worth = quantity === pool.quantity ? pool.valueFen : share(pool.valueFen, quantity, pool.quantity)
      there.set(key(part, from), at(part, from) - quantity)
    } else {
      const known = pool.quantity > 0 ? pool : lastUnit.get(part)
      worth = costFen ?? (known ? share(known.valueFen, quantity, known.quantity) : 0)
    }
    if (to !== undefined) there.set(key(part, to), at(part, to) + quantity)
    const sign = from !== undefined && to !== undefined ? 0 : from === undefined ? 1 : -1
    pools.set(part, {
      quantity: pool.quantity + sign * quantity,
      valueFen: pool.valueFen + sign * worth,
    })
    lastUnit.set(part, { quantity, valueFen: worth })
    for (const serial of given) serials.set(`${part}#${serial}`, to ?? onOrder ?? 'nowhere')
    return worth
  }

  return {
    possible,
    happen,
    at,
    /** Serials of a part at a place. */
    serialsAt: (part: string, place: string): string[] =>
      [...serials].flatMap(([name, where]) =>
        where === place && name.startsWith(`${part}#`) ? [name.slice(part.length + 1)] : [],
      ),
    balances: () => Object.fromEntries([...there].filter(([, quantity]) => quantity > 0).sort()),
    pools: () => Object.fromEntries([...pools].sort()),
    serials: () =>
      Object.fromEntries(
        [...serials].map(([name, where]) => [name, where.startsWith('order:') ? 'order' : where]).sort(),
      ),
  }
}

export type Model = ReturnType<typeof createModel>
