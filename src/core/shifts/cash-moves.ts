// Cash in and out of the drawer without a receipt, and opening it without a sale (rules SET-7, SET-8).
import type { z } from 'zod'
import type { shifts } from '#shared/contract/shift.ts'
import { payIn as payInPosting, payOut as payOutPosting } from '#shared/domain/money/index.ts'
import type { CashMoveKind, Posting } from '#shared/domain/money/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { approvedBy } from '#core/approvals/index.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { accountBalance, book } from '#core/ledger/index.ts'
import { currentShift } from './current.ts'
import type { Shift } from './current.ts'
import { openDrawer } from './drawer.ts'
import { cashInDrawer, seesExpected } from './in-drawer.ts'
import { firstDrawer } from './repository.ts'

type Procedures = typeof shifts.procedures
type In<K extends keyof Procedures> = z.output<Procedures[K]['input']>
type Out<K extends keyof Procedures> = z.output<Procedures[K]['output']>

/** What an approval about this drawer is for; before the first money there is only the shop. */
const approvalFor = ({ db, shop }: CommandContext): string => {
  if (!shop) throw new Error('no shop')
  return firstDrawer(db) ?? shop.id
}

type Move = Readonly<{ kind: CashMoveKind; amountFen: number; reason: string; approvedBy: string | null }>

const move = (
  ctx: CommandContext,
  { kind, amountFen, reason, approvedBy: by }: Move,
  posting: (drawerId: string) => Posting,
): Shift & Readonly<{ entryId: string }> => {
  const shift = currentShift(ctx)
  const { entryId } = book(ctx, { kind, shiftId: shift.shiftId, reason, approvedBy: by }, [
    posting(shift.drawerId),
  ])
  openDrawer(ctx, { ...shift, reason, approvedBy: by })
  ctx.audit({
    action: `drawer.${kind}`,
    object: 'shift',
    objectId: shift.shiftId,
    details: { amountFen, reason },
  })
  return { ...shift, entryId }
}

export const payIn = (
  ctx: CommandContext,
  { kind, amountFen, reason }: In<'payIn'>,
): Answer<Out<'payIn'>> => {
  const mostFen = accountBalance(ctx.db, 'safe')
  if (kind === 'fromSafe' && amountFen > mostFen)
    return refuse('notEnoughInSafe', { field: 'amountFen', mostFen })
  const { shiftId, entryId } = move(ctx, { kind, amountFen, reason, approvedBy: null }, (drawerId) =>
    payInPosting(drawerId, kind, amountFen),
  )
  return { shiftId, entryId }
}

export const payOut = (
  ctx: CommandContext,
  { kind, amountFen, reason, approvals }: In<'payOut'>,
): Answer<Out<'payOut'>> => {
  const mostFen = cashInDrawer(ctx)
  if (amountFen > mostFen)
    return refuse('notEnoughInDrawer', { field: 'amountFen', mostFen: seesExpected(ctx) ? mostFen : null })
  const yes =
    kind === 'expense'
      ? approvedBy(ctx, approvals, {
          act: 'payOut',
          objectId: approvalFor(ctx),
          amountFen,
          orderId: null,
          field: 'approvals',
        })
      : { approvedBy: null }
  if (isRefused(yes)) return yes
  const { shiftId, entryId } = move(ctx, { kind, amountFen, reason, ...yes }, (drawerId) =>
    payOutPosting(drawerId, kind, amountFen),
  )
  return { shiftId, entryId }
}

/** Whoever may approve it opens it himself; it is written down all the same. */
export const openWithoutSale = (
  ctx: CommandContext,
  { reason, approvals }: In<'openDrawer'>,
): Answer<Out<'openDrawer'>> => {
  const yes = has('approveMoney', ctx.actor.roles)
    ? { approvedBy: null }
    : approvedBy(ctx, approvals, {
        act: 'openDrawer',
        objectId: approvalFor(ctx),
        amountFen: 0,
        orderId: null,
        field: 'approvals',
      })
  if (isRefused(yes)) return yes
  const shift = currentShift(ctx)
  openDrawer(ctx, { ...shift, reason, ...yes })
  ctx.audit({ action: 'drawer.opened', object: 'shift', objectId: shift.shiftId, details: { reason } })
  return { shiftId: shift.shiftId }
}
