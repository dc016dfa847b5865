// What is typed when orders are settled (rules SET-2, SET-6), and what the core gets of it. Pure.
import type { Params } from '#shared/contract/index.ts'
import type { Bill } from '#shared/contract/settlement.ts'
import { MOST_ROUNDING_FEN, PAYMENT_METHODS } from '#shared/domain/money/index.ts'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { allocate, sumFen } from '#shared/kernel/money.ts'

/** What of an order decides its money. */
export type Due = Pick<Bill, 'id' | 'dueFen' | 'storeFeeFen' | 'depositFen'> & Readonly<{ ver?: number }>

/** Fen; null: nothing typed, so what is proposed stands; undefined: unreadable. */
export type Amount = number | null | undefined
/** What takes whatever is left to pay. */
export type Rest = PaymentMethod | 'onAccount'

export type Paying = Readonly<{
  /** Methods whose amount was typed. */
  typed: Readonly<Partial<Record<PaymentMethod, Amount>>>
  /** Takes the rest, so that an amount that nobody changes stands as it is. */
  rest: Rest | null
  /** Cash that the customer gave. */
  tenderedFen: Amount
  references: Readonly<Partial<Record<PaymentMethod, string>>>
  discountFen: Amount
  reason: string
  rounded: boolean
  /** By order; left out: as proposed. */
  storage: Readonly<Record<string, Amount>>
  deposit: Readonly<Record<string, Amount>>
  followUpOn: string
  words: string
}>

export const NOTHING_TYPED: Paying = {
  typed: {},
  rest: null,
  tenderedFen: null,
  references: {},
  discountFen: null,
  reason: '',
  rounded: false,
  storage: {},
  deposit: {},
  followUpOn: '',
  words: '',
}

export const KEYS = [...PAYMENT_METHODS, 'onAccount'] as const satisfies readonly Rest[]

/** Chosen again it is taken back; another one takes the place of what only stood for the rest. */
export const chosen = (paying: Paying, key: Rest): Paying => {
  if (key !== 'onAccount' && paying.typed[key] !== undefined) {
    const { [key]: _gone, ...typed } = paying.typed
    return { ...paying, typed }
  }
  return { ...paying, rest: paying.rest === key ? null : key }
}

/** A scanned payment code says how, never that it is paid. */
export const scanned = (paying: Paying, method: PaymentMethod): Paying =>
  paying.typed[method] === undefined ? { ...paying, rest: method } : paying

/** 18 digits: 10–15 at the front is WeChat, 25–30 Alipay. */
export const methodOfCode = (digits: string): PaymentMethod | null => {
  if (!/^\d{18}$/.test(digits)) return null
  const front = Number(digits.slice(0, 2))
  if (front >= 10 && front <= 15) return 'wechat'
  return front >= 25 && front <= 30 ? 'alipay' : null
}

/** Emptied, an amount stands for the rest again unless something else does. */
export const amountTyped = (paying: Paying, method: PaymentMethod, fen: Amount): Paying => {
  const rest = paying.rest === method ? null : paying.rest
  if (fen === null && rest === null) {
    const { [method]: _gone, ...typed } = paying.typed
    return { ...paying, typed, rest: method }
  }
  // Nothing typed beside a rest that is taken: it pays nothing until it says how much.
  return { ...paying, rest, typed: { ...paying.typed, [method]: fen === null ? 0 : (fen ?? Number.NaN) } }
}

type Terms = Readonly<{ storeFeeFen: number; discountFen: number; roundingFen: number; depositFen: number }>
export type Row = Readonly<{ method: PaymentMethod; amountFen: number; isRest: boolean }>

export type Sums = Readonly<{
  chargedFen: number
  terms: readonly Terms[]
  storeFeeFen: number
  discountFen: number
  depositFen: number
  roundingFen: number
  /** To be paid now or later. */
  dueFen: number
  /** Charged too much before: becomes his deposit. */
  owedBackFen: number
  rows: readonly Row[]
  paidFen: number
  onAccountFen: number
  /** Nobody said yet how it is paid; below zero, too much. */
  openFen: number
  /** Null: it was not said what the customer gave. */
  changeFen: number | null
}>

/** 100 million yuan, as the core takes it. */
const MOST_FEN = 10_000_000_000
const isBad = (amount: Amount): boolean =>
  amount === undefined || (amount !== null && !(amount >= 0 && amount <= MOST_FEN))
const readable = (amount: Amount): number => (isBad(amount) ? 0 : (amount ?? 0))
const sum = (amounts: readonly number[]): number => sumFen(amounts)

/** Small change is left off where something is left to pay, from the last order on. */
const roundings = (left: readonly number[], rounded: boolean): number[] => {
  let cut = rounded ? sum(left.map((one) => Math.max(0, one))) % (MOST_ROUNDING_FEN + 1) : 0
  return left
    .toReversed()
    .map((one) => {
      const off = Math.min(cut, Math.max(0, one))
      cut -= off
      return off
    })
    .toReversed()
}

const termsOf = (bills: readonly Due[], paying: Paying): Terms[] => {
  const storage = bills.map(({ id, storeFeeFen }) => readable(paying.storage[id] ?? storeFeeFen))
  const charged = bills.map(({ dueFen }, at) => Math.max(0, dueFen + (storage[at] ?? 0)))
  const wanted = readable(paying.discountFen)
  const discounts =
    sum(charged) > 0 ? allocate(wanted, charged) : bills.map((_, at) => (at === 0 ? wanted : 0))
  const deposits = bills.map(({ id, depositFen }, at) => {
    const open = Math.max(0, (charged[at] ?? 0) - (discounts[at] ?? 0))
    return readable(paying.deposit[id] ?? Math.min(Math.max(0, depositFen), open))
  })
  const left = bills.map(
    ({ dueFen }, at) => dueFen + (storage[at] ?? 0) - (discounts[at] ?? 0) - (deposits[at] ?? 0),
  )
  const cuts = roundings(left, paying.rounded)
  return bills.map((_, at) => ({
    storeFeeFen: storage[at] ?? 0,
    discountFen: discounts[at] ?? 0,
    roundingFen: cuts[at] ?? 0,
    depositFen: deposits[at] ?? 0,
  }))
}

export const sumsOf = (bills: readonly Due[], paying: Paying): Sums => {
  const terms = termsOf(bills, paying)
  const left = bills.map(({ dueFen }, at) => {
    const one = terms[at]
    return one ? dueFen + one.storeFeeFen - one.discountFen - one.roundingFen - one.depositFen : dueFen
  })
  const dueFen = sum(left.map((one) => Math.max(0, one)))
  const typed = sum(PAYMENT_METHODS.map((method) => readable(paying.typed[method])))
  const restFen = Math.max(0, dueFen - typed)
  const rows = PAYMENT_METHODS.flatMap((method): Row[] => {
    if (paying.typed[method] !== undefined)
      return [{ method, amountFen: readable(paying.typed[method]), isRest: false }]
    return paying.rest === method ? [{ method, amountFen: restFen, isRest: true }] : []
  })
  const paidFen = sum(rows.map(({ amountFen }) => amountFen))
  const onAccountFen = paying.rest === 'onAccount' ? restFen : 0
  const cash = rows.find(({ method }) => method === 'cash')
  const gave = paying.tenderedFen
  return {
    chargedFen: sum(bills.map((bill) => bill.dueFen)),
    terms,
    storeFeeFen: sum(terms.map((one) => one.storeFeeFen)),
    discountFen: sum(terms.map((one) => one.discountFen)),
    depositFen: sum(terms.map((one) => one.depositFen)),
    roundingFen: sum(terms.map((one) => one.roundingFen)),
    dueFen,
    owedBackFen: sum(left.map((one) => Math.max(0, -one))),
    rows,
    paidFen,
    onAccountFen,
    openFen: dueFen - paidFen - onAccountFen,
    changeFen: cash && typeof gave === 'number' ? gave - cash.amountFen : null,
  }
}

/** Where no way to pay is needed: nothing is left. */
export const isCovered = (sums: Sums): boolean => sums.openFen === 0

export type PayProblem =
  | 'unreadable'
  | 'noMethod'
  | 'stillOpen'
  | 'tooMuch'
  | 'gaveTooLittle'
  | 'reason'
  | 'followUp'

/** Why it cannot be sent yet; the core looks again. `dayIsRead`: the follow-up is a day or nothing. */
export const payProblem = (paying: Paying, sums: Sums, dayIsRead = true): PayProblem | null => {
  const amounts = [
    ...Object.values(paying.typed),
    ...Object.values(paying.storage),
    ...Object.values(paying.deposit),
    paying.discountFen,
    sums.rows.some(({ method }) => method === 'cash') ? paying.tenderedFen : null,
  ]
  if (amounts.some(isBad)) return 'unreadable'
  if (sums.discountFen > 0 && paying.reason.trim() === '') return 'reason'
  if (sums.openFen > 0) return sums.rows.length === 0 ? 'noMethod' : 'stillOpen'
  if (sums.openFen < 0) return 'tooMuch'
  if (sums.changeFen !== null && sums.changeFen < 0) return 'gaveTooLittle'
  return sums.onAccountFen > 0 && !dayIsRead ? 'followUp' : null
}

/** Payments, account and reason as every settling takes them. */
export const settlingOf = (paying: Paying, sums: Sums, followUpOn: string | null) => ({
  payments: sums.rows
    .filter(({ amountFen }) => amountFen > 0)
    .map(({ method, amountFen }) => ({
      method,
      amountFen,
      ...(method === 'cash' && typeof paying.tenderedFen === 'number'
        ? { tenderedFen: paying.tenderedFen }
        : {}),
      reference: (paying.references[method] ?? '').trim(),
    })),
  ...(sums.onAccountFen > 0
    ? { onAccount: { ...(followUpOn === null ? {} : { followUpOn }), words: paying.words.trim() } }
    : {}),
  reason: paying.reason.trim(),
})

export const settleParams = (
  bills: readonly Due[],
  paying: Paying,
  followUpOn: string | null,
): Params<'settlement.settle'> => {
  const sums = sumsOf(bills, paying)
  return {
    orders: bills.map(({ id, ver }, at) => ({
      id,
      ...(ver === undefined ? {} : { ver }),
      ...sums.terms[at],
    })),
    ...settlingOf(paying, sums, followUpOn),
  }
}

/** Whether an order has to be settled before its machine goes: money to move, or the shop wants every one settled (SET-4). */
export const hasToSettle = (
  { dueFen, storeFeeFen, settled }: Pick<Bill, 'dueFen' | 'storeFeeFen' | 'settled'>,
  skipZeroSettlement: boolean,
): boolean => settled === 'no' && (dueFen !== 0 || storeFeeFen > 0 || !skipZeroSettlement)
