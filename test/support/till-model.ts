// What a till is by its rules (SET-7, SET-8) and nothing else: no accounts, no tables. Beside it the core is tried.
export const METHODS = ['cash', 'wechat', 'alipay', 'card', 'bank'] as const
export type Method = (typeof METHODS)[number]

type Sums = { receiptsFen: number; refundsFen: number; payInsFen: number; payOutsFen: number }
type Counted = { cash: number; card: number | null; after: number }

export type ModelShift = {
  id: string
  floatFen: number
  sums: Record<Method, Sums>
  /** Everything that happened to its money, so that a count can tell whether something did since. */
  events: number
  receipts: number
  openings: number
  cashMoves: [kind: string, amountFen: number][]
  takers: Map<string, { receipts: number; amountFen: number }>
  counts: Counted[]
  /** The latest day of the books that it began or booked on. */
  day: string
  closed: { takenFen: number; leftFen: number; expected: Record<Method, number> } | null
}

export type TillModel = {
  shifts: ModelShift[]
  leftFen: number
  safeFen: number
  /** Paid in and not given back. */
  depositFen: number
  takings: { day: string; method: Method; amountFen: number }[]
  closedDay: string
}

export const createTillModel = (): TillModel => ({
  shifts: [],
  leftFen: 0,
  safeFen: 0,
  depositFen: 0,
  takings: [],
  closedDay: '',
})

const none = (): Sums => ({ receiptsFen: 0, refundsFen: 0, payInsFen: 0, payOutsFen: 0 })

export const openShift = (model: TillModel): ModelShift | undefined =>
  model.shifts.find(({ closed }) => closed === null)

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Where the books are. */
export const bookDay = (model: TillModel, today: string): string =>
  [today, openShift(model)?.day ?? '', model.closedDay === '' ? '' : nextDay(model.closedDay)]
    .sort()
    .at(-1) ?? ''

/** The open shift; the first money opens one. */
export const shiftNow = (model: TillModel, today: string): ModelShift => {
  const day = bookDay(model, today)
  const open = openShift(model)
  if (open) {
    open.day = day
    return open
  }
  const shift: ModelShift = {
    ...{
      id: '',
      floatFen: model.leftFen,
      events: 0,
      receipts: 0,
      openings: 0,
      cashMoves: [],
      counts: [],
      day,
    },
    sums: { cash: none(), wechat: none(), alipay: none(), card: none(), bank: none() },
    takers: new Map(),
    closed: null,
  }
  model.shifts.push(shift)
  return shift
}

export const expectedOf = ({ floatFen, sums }: ModelShift, method: Method): number => {
  const { receiptsFen, refundsFen, payInsFen, payOutsFen } = sums[method]
  return (method === 'cash' ? floatFen : 0) + receiptsFen - refundsFen + payInsFen - payOutsFen
}

export const inDrawer = (model: TillModel): number => {
  const open = openShift(model)
  return open ? expectedOf(open, 'cash') : model.leftFen
}

/** Above zero in, below out. */
export const receive = (
  model: TillModel,
  today: string,
  who: string,
  method: Method,
  amountFen: number,
): void => {
  const shift = shiftNow(model, today)
  shift.events += 1
  shift.receipts += 1
  if (method === 'cash') shift.openings += 1
  shift.sums[method][amountFen > 0 ? 'receiptsFen' : 'refundsFen'] += Math.abs(amountFen)
  const taker = shift.takers.get(`${who} ${method}`) ?? { receipts: 0, amountFen: 0 }
  shift.takers.set(`${who} ${method}`, {
    receipts: taker.receipts + 1,
    amountFen: taker.amountFen + amountFen,
  })
  model.depositFen += amountFen
  model.takings.push({ day: shift.day, method, amountFen })
}

export const moveCash = (model: TillModel, today: string, kind: string, amountFen: number): void => {
  const shift = shiftNow(model, today)
  shift.events += 1
  shift.openings += 1
  shift.sums.cash[amountFen > 0 ? 'payInsFen' : 'payOutsFen'] += Math.abs(amountFen)
  shift.cashMoves.push([kind, amountFen])
  if (kind === 'toSafe' || kind === 'fromSafe') model.safeFen -= amountFen
}

export const mayCount = ({ counts, events }: ModelShift): boolean =>
  counts.filter(({ after }) => after === events).length < 2

export const close = (model: TillModel, shift: ModelShift, takenFen: number): void => {
  const counted = shift.counts.at(-1)?.cash ?? 0
  const expected = Object.fromEntries(METHODS.map((method) => [method, expectedOf(shift, method)]))
  shift.closed = { takenFen, leftFen: counted - takenFen, expected: expected as Record<Method, number> }
  if (takenFen > 0) shift.openings += 1
  model.safeFen += takenFen
  model.leftFen = counted - takenFen
}
