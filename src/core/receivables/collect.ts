// Taking what a customer owes (收应收款, rule SET-5): one receipt over as many orders as he pays for.
import type { z } from 'zod'
import type { receivables } from '#shared/contract/receivable.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { readCustomer } from '#core/customers/index.ts'
import { openItems, openOfParty } from '#core/ledger/index.ts'
import type { OpenRow } from '#core/ledger/index.ts'
import { paymentProblem, takeMoney } from '#core/receipts/index.ts'

type Procedure = typeof receivables.procedures.collect
type Input = z.output<Procedure['input']>
type Part = Readonly<{ orderId: string | null; amountFen: number }>

export const collect = (ctx: CommandContext, input: Input): Answer<z.output<Procedure['output']>> => {
  const { customerId, payments, note } = input
  if (!readCustomer(ctx.db, customerId)) return refuse('unknownCustomer', { field: 'customerId' })
  const wrong = paymentProblem(payments)
  if (wrong) return wrong
  const items = openItems(ctx.db, 'receivableCustomer', customerId).filter((one) => one.balance_fen > 0)
  if (items.length === 0) return refuse('nothingOwed', { field: 'customerId' })
  const paidFen = sumFen(payments.map(({ amountFen }) => amountFen))
  const parts = input.orders ? chosen(input.orders, items, paidFen) : oldestFirst(items, paidFen)
  if (isRefused(parts)) return parts
  const taken = takeMoney(ctx, {
    kind: 'collection',
    customerId,
    payments,
    purposes: parts.map((part) => ({ account: 'receivableCustomer', customerId, ...part })),
    note,
  })
  for (const { orderId, amountFen } of parts) {
    if (orderId === null) continue
    ctx.log({
      subject: 'workOrder',
      subjectId: orderId,
      action: 'receivable.collected',
      changes: { amount: [null, amountFen] },
      ...(note === '' ? {} : { remark: note }),
    })
    ctx.changed('workOrder', `workOrder:${orderId}`)
  }
  return {
    receipt: { id: taken.receiptId, number: taken.number },
    changeFen: sumFen(payments.map((one) => (one.tenderedFen ?? one.amountFen) - one.amountFen)),
    paid: [...parts],
    owesFen: openOfParty(ctx.db, 'receivableCustomer', customerId),
  }
}

const orderOf = ({ order_id }: OpenRow): string | null => (order_id === '' ? null : order_id)

const chosen = (
  orders: NonNullable<Input['orders']>,
  items: readonly OpenRow[],
  paidFen: number,
): readonly Part[] | Refused => {
  for (const [index, { id, amountFen }] of orders.entries()) {
    const at = `orders.${index}`
    if (orders.findIndex((one) => one.id === id) < index) return refuse('orderTwice', { field: `${at}.id` })
    const item = items.find(({ order_id }) => order_id === id)
    if (!item) return refuse('nothingOwed', { field: `${at}.id` })
    if (amountFen > item.balance_fen)
      return refuse('paidMoreThanOwed', {
        field: `${at}.amountFen`,
        owesFen: item.balance_fen,
        paidFen: amountFen,
      })
  }
  const chosenFen = sumFen(orders.map(({ amountFen }) => amountFen))
  if (chosenFen !== paidFen) return refuse('chosenNotPaid', { field: 'payments', chosenFen, paidFen })
  return orders.map(({ id, amountFen }) => ({ orderId: id, amountFen }))
}

const oldestFirst = (items: readonly OpenRow[], paidFen: number): readonly Part[] | Refused => {
  const owesFen = sumFen(items.map(({ balance_fen }) => balance_fen))
  if (paidFen > owesFen) return refuse('paidMoreThanOwed', { field: 'payments', owesFen, paidFen })
  let left = paidFen
  return items.flatMap((item) => {
    const amountFen = Math.min(left, item.balance_fen)
    left -= amountFen
    return amountFen === 0 ? [] : [{ orderId: orderOf(item), amountFen }]
  })
}
