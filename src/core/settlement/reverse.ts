// Taking a settlement back (rule SET-7): the counter-entry of each that holds. What the customer paid, then and since,
// becomes the deposit of the order: it is used by the next settlement or given back.
import type { z } from 'zod'
import type { settlements } from '#shared/contract/settlement.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { approvedBy } from '#core/approvals/index.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { book, openBalance, reverse as reverseEntry } from '#core/ledger/index.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { depositOf } from './order-money.ts'
import { settlementsInForce } from './repository.ts'
import type { SettlementRow } from './repository.ts'

type Input = z.output<typeof settlements.procedures.reverse.input>
type Output = z.output<typeof settlements.procedures.reverse.output>

export const reverse = (ctx: CommandContext, { id, ver, reason, approvals }: Input): Answer<Output> => {
  const row = orderToActOn(ctx, id, ver)
  if (isRefused(row)) return row
  const held = settlementsInForce(ctx.db, id)
  const amountFen = sumFen(held.map((one) => one.charged_fen + one.store_fee_fen))
  const yes = approvedBy(ctx, approvals, {
    act: 'reverseSettlement',
    objectId: id,
    amountFen,
    orderId: id,
    field: 'approvals',
  })
  if (isRefused(yes)) return yes
  const acted = act(ctx, id, {
    command: 'reverseSettlement',
    fields: { approval: yes.approvedBy },
    remark: reason,
  })
  if (isRefused(acted)) return acted
  for (const one of held) takeBack(ctx, one, reason, yes.approvedBy)
  keepAsDeposit(ctx, id, row.customer_id, reason)
  return { order: acted.moved, depositFen: depositOf(ctx.db, id) }
}

const takeBack = (ctx: CommandContext, row: SettlementRow, reason: string, by: string): void => {
  const { entryId, day } = reverseEntry(ctx, row.entry_id, { kind: 'reversal', reason, approvedBy: by })
  ctx.insert(
    'settlement',
    ctx.newId(),
    {
      number: nextNumber(ctx),
      orderId: row.order_id,
      entryId,
      reverses: row.id,
      chargedFen: -row.charged_fen,
      storeFeeFen: -row.store_fee_fen,
      discountFen: -row.discount_fen,
      roundingFen: -row.rounding_fen,
      depositFen: -row.deposit_fen,
      paidFen: -row.paid_fen,
      onAccountFen: -row.on_account_fen,
      lines: [],
      reason,
      at: ctx.now,
      day,
      staffId: ctx.actor.staffId,
      approvedBy: by,
    },
    'settlement.reversed',
  )
}

/** What was paid for charges that no longer stand. */
const keepAsDeposit = (ctx: CommandContext, orderId: string, customerId: string, reason: string): void => {
  const paid = -openBalance(ctx.db, 'receivableCustomer', customerId, orderId)
  if (paid <= 0) return
  book(ctx, { kind: 'toDeposit', orderId, customerId, reason }, [
    { debit: 'receivableCustomer', credit: 'deposit', amountFen: paid, orderId, customerId },
  ])
}
