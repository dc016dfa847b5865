// The money of orders by the words of SET-1 to SET-7 alone: what is owed, what lies there, what was taken by which
// method. No accounts and no tables; beside it the core is tried.
export const METHODS = ['cash', 'wechat', 'alipay', 'card', 'bank'] as const
export type Method = (typeof METHODS)[number]
export type Paid = Readonly<{ method: Method; amountFen: number }>

export type ModelOrder = {
  id: string
  customer: string
  /** What the customer has to pay for the lines. */
  charge: number
  /** What settlements that hold took off. */
  off: number
  /** Charges that settlements cover. */
  covered: number
  settled: boolean
  /** Still open of what was put on account. */
  owes: number
  wasOnAccount: boolean
  /** Lies there of the customer, not used up. */
  deposit: number
  /** Used up: it pays for the charges, with what was paid and collected. */
  paidFor: number
  /** Here, gone with everything settled, gone with a settlement taken back. */
  state: 'ready' | 'done' | 'toSettle'
}

export type MoneyModel = {
  orders: ModelOrder[]
  /** By method: everything that came in less what went out, and what finance confirmed of it. */
  taken: Record<Method, number>
  confirmed: Record<Method, number>
  /** Receipts that wait for finance, by number. */
  waiting: Map<string, readonly Paid[]>
  drawer: number
}

const nothing = (): Record<Method, number> => ({ cash: 0, wechat: 0, alipay: 0, card: 0, bank: 0 })

export const createMoneyModel = (): MoneyModel => ({
  orders: [],
  taken: nothing(),
  confirmed: nothing(),
  waiting: new Map(),
  drawer: 0,
})

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)
export const total = (paid: readonly Paid[]): number => sum(paid.map(({ amountFen }) => amountFen))

/** `sign` −1: money goes out. */
export const take = (model: MoneyModel, receipt: string, paid: readonly Paid[], sign: 1 | -1 = 1): void => {
  for (const { method, amountFen } of paid) {
    model.taken[method] += sign * amountFen
    if (method === 'cash') model.drawer += sign * amountFen
  }
  if (paid.length > 0)
    model.waiting.set(
      receipt,
      paid.map(({ method, amountFen }) => ({ method, amountFen: sign * amountFen })),
    )
}

export const confirm = (model: MoneyModel, receipt: string): void => {
  for (const { method, amountFen } of model.waiting.get(receipt) ?? []) model.confirmed[method] += amountFen
  model.waiting.delete(receipt)
}

/** Charges that no settlement covers. */
export const due = ({ charge, covered }: ModelOrder): number => charge - covered

export const settle = (
  order: ModelOrder,
  { off, deposit, paid }: Readonly<{ off: number; deposit: number; paid: number }>,
): void => {
  const charge = due(order)
  const open = charge - off - deposit - paid
  order.covered = order.charge
  order.off += off
  order.deposit -= deposit
  order.paidFor += deposit + paid
  order.owes += open
  order.wasOnAccount ||= open > 0
  order.settled = true
  if (order.state === 'toSettle') order.state = 'done'
}

export const collect = (order: ModelOrder, fen: number): void => {
  order.owes -= fen
  order.paidFor += fen
}

/** Everything the customer paid for it lies there again. */
export const reverse = (order: ModelOrder): void => {
  order.deposit += order.paidFor
  order.paidFor = 0
  order.off = 0
  order.covered = 0
  order.owes = 0
  order.settled = false
  order.wasOnAccount = false
  if (order.state === 'done') order.state = 'toSettle'
}
