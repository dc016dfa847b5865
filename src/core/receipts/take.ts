// Money comes in or goes out at the counter (rules SET-2, SET-3, SET-5, SET-6): one receipt with its payments and its
// entry in the books. Until finance confirms it, it is collected only. Cash opens the drawer, which is written down.
import type { z } from 'zod'
import type { paymentInput } from '#shared/contract/money-fields.ts'
import { COLLECTED, shareOut } from '#shared/domain/money/index.ts'
import type { AccountCode, Posting } from '#shared/domain/money/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import { book } from '#core/ledger/index.ts'
import { writeReceipt } from './write.ts'
import { cashInDrawer, currentShift, openDrawer, seesExpected } from '#core/shifts/index.ts'
import type { AtTheDrawer } from '#core/shifts/index.ts'

export type PaymentInput = z.output<typeof paymentInput>
export type ReceiptKind = 'settlement' | 'collection' | 'deposit' | 'refund' | 'sale'

/** What the money is for: the account on the other side, above zero, fen. */
export type Purpose = Readonly<{
  account: AccountCode
  amountFen: number
  orderId: string | null
  customerId: string | null
}>

export type Taking = Readonly<{
  kind: ReceiptKind
  customerId: string | null
  payments: readonly PaymentInput[]
  /** Adds up to the payments. */
  purposes: readonly Purpose[]
  note?: string
  approvedBy?: string | null
}>

export type Taken = Readonly<{ receiptId: string; number: string; day: string }>

/** What is wrong with payments as they were typed, or undefined. */
export const paymentProblem = (payments: readonly PaymentInput[]): Refused | undefined => {
  for (const [index, { method, amountFen, tenderedFen }] of payments.entries()) {
    const at = `payments.${index}`
    if (payments.findIndex((one) => one.method === method) < index)
      return refuse('methodTwice', { field: `${at}.method`, method })
    if (tenderedFen === undefined) continue
    if (method !== 'cash') return refuse('tenderedNotCash', { field: `${at}.tenderedFen` })
    if (tenderedFen < amountFen) return refuse('tenderedTooLittle', { field: `${at}.tenderedFen`, amountFen })
  }
  return undefined
}

/** Cash that is not in the drawer by the books cannot be paid out of it. */
export const cashProblem = (
  ctx: Pick<QueryContext, 'db' | 'actor'>,
  payments: readonly PaymentInput[],
): Refused | undefined => {
  const index = payments.findIndex(({ method }) => method === 'cash')
  const mostFen = index === -1 ? 0 : cashInDrawer(ctx)
  if ((payments[index]?.amountFen ?? 0) <= mostFen) return undefined
  return refuse('notEnoughInDrawer', {
    field: `payments.${index}.amountFen`,
    mostFen: seesExpected(ctx) ? mostFen : null,
  })
}

/** Takes money; a refund pays it back. */
export const takeMoney = (ctx: AtTheDrawer, taking: Taking): Taken => {
  const { kind, customerId, payments, purposes } = taking
  const isOut = kind === 'refund'
  const sign = isOut ? -1 : 1
  const { shiftId, drawerId } = currentShift(ctx)
  const drawerOf = (method: PaymentInput['method']): string | null => (method === 'cash' ? drawerId : null)
  const shares = shareOut(
    payments.map(({ amountFen }) => amountFen),
    purposes.map(({ amountFen }) => amountFen),
  )
  const postings = shares.map((share): Posting => {
    const { method } = payments[share.payment] as PaymentInput
    const purpose = purposes[share.part] as Purpose
    const [debit, credit] = isOut
      ? ([purpose.account, COLLECTED[method]] as const)
      : ([COLLECTED[method], purpose.account] as const)
    return {
      debit,
      credit,
      amountFen: share.amountFen,
      orderId: purpose.orderId,
      customerId: purpose.customerId,
      drawerId: drawerOf(method),
    }
  })
  const orderIds = new Set(purposes.map(({ orderId }) => orderId))
  const { entryId, day } = book(
    ctx,
    {
      kind,
      orderId: orderIds.size === 1 ? ([...orderIds][0] ?? null) : null,
      customerId,
      shiftId,
      reason: taking.note ?? '',
      approvedBy: taking.approvedBy ?? null,
    },
    postings,
  )
  const { id: receiptId, number } = writeReceipt(ctx, {
    kind,
    customerId,
    entryId,
    day,
    note: taking.note ?? '',
    payments: payments.map(({ method, amountFen, tenderedFen, reference }) => ({
      method,
      amountFen: sign * amountFen,
      tenderedFen: tenderedFen ?? null,
      drawerId: drawerOf(method),
      reference,
    })),
  })
  if (payments.some(({ method }) => method === 'cash')) openDrawer(ctx, { drawerId, shiftId, receiptId })
  return { receiptId, number, day }
}
