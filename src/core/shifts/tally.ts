// What a shift's own entries say (rules SET-7, SET-8): per method, per person, cash in and out. Nothing else is asked,
// so a closed shift says the same whenever it is read.
import {
  CLOSING_KINDS,
  COLLECTED,
  CONFIRMED,
  IN_DRAWER,
  PAYMENT_METHODS,
} from '#shared/domain/money/index.ts'
import type { AccountCode, CashMoveKind, PaymentMethod } from '#shared/domain/money/index.ts'
import type { ShiftPosting } from '#core/ledger/index.ts'

export type MethodTally = {
  method: PaymentMethod
  receiptsFen: number
  refundsFen: number
  payInsFen: number
  payOutsFen: number
  expectedFen: number
}

export type Taker = { staffId: string; method: PaymentMethod; receipts: Set<string>; amountFen: number }

export type CashMove = Readonly<{
  kind: CashMoveKind
  at: number
  staffId: string
  approvedBy: string | null
  reason: string
  amountFen: number
}>

export type Tally = Readonly<{
  methods: readonly MethodTally[]
  takers: readonly Taker[]
  cashMoves: readonly CashMove[]
  receipts: number
}>

/** What closing itself books is not expected of the count. */
const closing: readonly string[] = Object.values(CLOSING_KINDS)

/** Finance says yes to what was collected: nothing moves. */
const isConfirmation = ({ debit, credit }: ShiftPosting): boolean =>
  PAYMENT_METHODS.some(
    (method) =>
      (debit === CONFIRMED[method] && credit === COLLECTED[method]) ||
      (credit === CONFIRMED[method] && debit === COLLECTED[method]),
  )

const inDrawer = (account: AccountCode): boolean => (IN_DRAWER as readonly AccountCode[]).includes(account)

export const tally = (floatFen: number, drawerId: string, postings: readonly ShiftPosting[]): Tally => {
  const methods = new Map(
    PAYMENT_METHODS.map((method): [PaymentMethod, MethodTally] => [
      method,
      { method, receiptsFen: 0, refundsFen: 0, payInsFen: 0, payOutsFen: 0, expectedFen: 0 },
    ]),
  )
  const of = (method: PaymentMethod): MethodTally => methods.get(method) as MethodTally
  of('cash').expectedFen = floatFen
  const takers = new Map<string, Taker>()
  const cashMoves: CashMove[] = []
  const receipts = new Set<string>()
  for (const posting of postings) {
    if (closing.includes(posting.kind) || isConfirmation(posting)) continue
    const method = PAYMENT_METHODS.find((one) => [posting.debit, posting.credit].includes(COLLECTED[one]))
    if (method === undefined) {
      if (posting.drawer_id !== drawerId) continue
      const isIn = inDrawer(posting.debit)
      const cash = of('cash')
      cash[isIn ? 'payInsFen' : 'payOutsFen'] += posting.amount_fen
      cash.expectedFen += isIn ? posting.amount_fen : -posting.amount_fen
      cashMoves.push({
        kind: posting.kind as CashMoveKind,
        at: posting.at,
        staffId: posting.staff_id,
        approvedBy: posting.approved_by,
        reason: posting.reason,
        amountFen: isIn ? posting.amount_fen : -posting.amount_fen,
      })
      continue
    }
    const isIn = posting.debit === COLLECTED[method]
    const byFen = isIn ? posting.amount_fen : -posting.amount_fen
    of(method)[isIn ? 'receiptsFen' : 'refundsFen'] += posting.amount_fen
    of(method).expectedFen += byFen
    receipts.add(posting.entry_id)
    const key = `${posting.staff_id} ${method}`
    const taker = takers.get(key) ?? { staffId: posting.staff_id, method, receipts: new Set(), amountFen: 0 }
    taker.receipts.add(posting.entry_id)
    taker.amountFen += byFen
    takers.set(key, taker)
  }
  return { methods: [...methods.values()], takers: [...takers.values()], cashMoves, receipts: receipts.size }
}
