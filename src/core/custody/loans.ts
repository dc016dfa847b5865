// Machines that are lent for the time of a repair (rule CLS-7): one customer at a time, back before the hand-over.
import type { Loaner } from '#shared/contract/custody.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { readCode } from './codes.ts'
import type { LoanerRow } from './repository.ts'
import { loanerById } from './repository.ts'
import { loanerOf } from './views.ts'
import { isOver } from './where-to.ts'

/** By its id or by a scan. */
const loanerMeant = (ctx: CommandContext, idOrCode: string): LoanerRow | undefined => {
  const byId = loanerById(ctx.db, idOrCode)
  if (byId) return byId
  const code = readCode(ctx, idOrCode)
  return code.what === 'loaner' ? code.loaner : undefined
}

const after = (ctx: CommandContext, id: string): Loaner => {
  const row = loanerById(ctx.db, id)
  if (!row) throw new Error('the loaner that was just written is not there')
  return loanerOf(ctx, row)
}

type Lending = Readonly<{ orderId: string; loaner: string; backBy: string | null; condition: string }>

export const lend = (
  ctx: CommandContext,
  { orderId, loaner: meant, backBy, condition }: Lending,
): Loaner | Refused => {
  const order = readOrderRow(ctx.db, orderId)
  if (!order) return refuse('unknownOrder', { field: 'orderId' })
  const loaner = loanerMeant(ctx, meant)
  if (!loaner || loaner.active === 0) return refuse('unknownLoaner', { field: 'loaner' })
  if (loaner.loan_id !== null) return refuse('loanerIsOut', { field: 'loaner', number: loaner.number ?? '' })
  if (isOver(order)) return refuse('orderIsOver', { field: 'orderId', number: order.number })
  const zone = ctx.shop?.timeZone ?? 'UTC'
  if (backBy !== null && backBy < businessDate(ctx.now, zone))
    return refuse('returnInPast', { field: 'backBy' })
  ctx.insert(
    'loan',
    ctx.newId(),
    {
      loanerId: loaner.id,
      orderId,
      lentAt: ctx.now,
      lentBy: ctx.actor.staffId,
      backBy: backBy === null ? null : startOfBusinessDay(backBy, zone),
      condition,
    },
    'loan.made',
  )
  logLoan(ctx, order, 'order.loanerLent', [null, loaner.name], condition)
  return after(ctx, loaner.id)
}

export const takeBack = (ctx: CommandContext, meant: string, condition: string): Loaner | Refused => {
  const loaner = loanerMeant(ctx, meant)
  if (!loaner) return refuse('unknownLoaner', { field: 'loaner' })
  const order = loaner.order_id === null ? undefined : readOrderRow(ctx.db, loaner.order_id)
  if (loaner.loan_id === null || !order) return refuse('loanerNotOut', { field: 'loaner' })
  ctx.update(
    'loan',
    loaner.loan_id,
    { returnedAt: ctx.now, returnedBy: ctx.actor.staffId, returnCondition: condition },
    'loan.ended',
  )
  logLoan(ctx, order, 'order.loanerReturned', [loaner.name, null], condition)
  return after(ctx, loaner.id)
}

const logLoan = (
  ctx: CommandContext,
  order: OrderRow,
  action: string,
  loaner: [string | null, string | null],
  remark: string,
): void => {
  ctx.log({
    subject: 'workOrder',
    subjectId: order.id,
    action,
    changes: { loaner },
    ...(remark === '' ? {} : { remark }),
  })
  ctx.audit({ action, object: 'workOrder', objectId: order.id })
  ctx.changed('workOrder', `workOrder:${order.id}`, 'custody')
}
