// Parts on orders and in the stock by the words of rules PRT-1 to PRT-9 alone, with none of the program's code: pieces
// on shelves, in somebody's hands, in machines. Says what must be refused, and what there is after what was not.

export type ModelLine = {
  readonly id: string
  readonly order: number
  /** Null: bought in, the stock never had it. */
  readonly part: string | null
  readonly tracked: boolean
  readonly oldReturnable: boolean
  planned: number
  issued: number
  used: number
  good: number
  bad: number
  owed: number
  oldBack: number
  /** Serials in hand, and those that were put in. */
  readonly held: Set<string>
  readonly put: Set<string>
}

export type Model = Readonly<{
  lines: ModelLine[]
  /** Thousandths by `part@place`. */
  there: Map<string, number>
  /** Where each serial is, by `part#serial`: a place, 'order', or nowhere (left out). */
  serials: Map<string, string>
  requests: { id: string; part: string; quantity: number }[]
  underWay: { document: string; part: string; quantity: number; serials: readonly string[] }[]
  /** Fault tags, thousandths. */
  tags: { old: number; defective: number }
}>

export const createPartsModel = (): Model => ({
  lines: [],
  there: new Map(),
  serials: new Map(),
  requests: [],
  underWay: [],
  tags: { old: 0, defective: 0 },
})

export const at = ({ there }: Model, part: string, place: string): number =>
  there.get(`${part}@${place}`) ?? 0

export const add = ({ there }: Model, part: string, place: string, quantity: number): void => {
  const key = `${part}@${place}`
  there.set(key, (there.get(key) ?? 0) + quantity)
}

export const serialsAt = ({ serials }: Model, part: string, place: string): string[] =>
  [...serials].flatMap(([key, where]) =>
    where === place && key.startsWith(`${part}#`) ? [key.slice(part.length + 1)] : [],
  )

export const inHand = ({ issued, used, good, bad }: ModelLine): number => issued - used - good - bad
/** What the order took and did not bring back. */
export const net = ({ issued, good, bad }: ModelLine): number => issued - good - bad

const whole = (quantity: number): boolean => quantity % 1000 === 0
const distinct = (serials: readonly string[]): boolean => new Set(serials).size === serials.length

/** As many serials as pieces where the part has them, none elsewhere. */
const serialsFit = (tracked: boolean, quantity: number, serials: readonly string[]): boolean =>
  serials.length === (tracked ? quantity / 1000 : 0) && distinct(serials)

export type Kind = Readonly<{ id: string; tracked: boolean; byMetre: boolean; oldReturnable: boolean }>

const quantityFits = (kind: Kind, quantity: number): boolean => kind.byMetre || whole(quantity)

/** Whether so much of a part can leave a place. */
export const canLeave = (
  model: Model,
  kind: Kind,
  place: string,
  quantity: number,
  serials: readonly string[],
): boolean =>
  quantityFits(kind, quantity) &&
  serialsFit(kind.tracked, quantity, serials) &&
  at(model, kind.id, place) >= quantity &&
  serials.every((serial) => model.serials.get(`${kind.id}#${serial}`) === place)

export const canCome = (model: Model, kind: Kind, quantity: number, serials: readonly string[]): boolean =>
  quantityFits(kind, quantity) &&
  serialsFit(kind.tracked, quantity, serials) &&
  serials.every((serial) => !model.serials.has(`${kind.id}#${serial}`))

/** From a place (or from outside) to a place (or to an order, or out). */
export const carry = (
  model: Model,
  part: string,
  moved: Readonly<{ from?: string; to?: string; quantity: number; serials: readonly string[] }>,
): void => {
  const { from, to, quantity, serials } = moved
  if (from !== undefined) add(model, part, from, -quantity)
  if (to !== undefined && to !== 'order') add(model, part, to, quantity)
  for (const serial of serials)
    if (to === undefined) model.serials.delete(`${part}#${serial}`)
    else model.serials.set(`${part}#${serial}`, to)
}

/** What came in covers the oldest requests that it is enough for, one after the other (PRT-7). */
export const cover = (model: Model, part: string, quantity: number): void => {
  let left = quantity
  for (const request of model.requests.filter((one) => one.part === part)) {
    if (request.quantity > left) return
    left -= request.quantity
    model.requests.splice(model.requests.indexOf(request), 1)
  }
}

/** A plan is never less than what was taken. */
export const planAtLeast = (line: ModelLine, quantity: number): void => {
  line.planned = Math.max(line.planned, net(line) + quantity)
}

export const canUse = (
  line: ModelLine,
  kind: Kind | null,
  quantity: number,
  serials: readonly string[],
): boolean =>
  (kind === null || quantityFits(kind, quantity)) &&
  quantity <= inHand(line) &&
  serialsFit(line.tracked, quantity, serials) &&
  serials.every((serial) => line.held.has(serial))

export const canTakeBack = (
  line: ModelLine,
  kind: Kind | null,
  quantity: number,
  serials: readonly string[],
): boolean =>
  (kind === null || quantityFits(kind, quantity)) &&
  quantity <= line.used &&
  serialsFit(line.tracked, quantity, serials) &&
  serials.every((serial) => line.put.has(serial)) &&
  // An old part that was given back already cannot become one that nobody owed.
  Math.min(line.owed, line.used - quantity) >= line.oldBack
