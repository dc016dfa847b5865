// Settling orders (rules SET-2, SET-4, SET-6, SET-12): terms, payments, the rest on account. The table moves each
// order; the books are brought to what its lines say; one receipt holds what was paid for all of them.
import type { z } from 'zod'
import type { Moved } from '#shared/contract/order-command.ts'
import type { settlements } from '#shared/contract/settlement.ts'
import { billProblem, discountNeedsApproval, leftToPay } from '#shared/domain/money/index.ts'
import type { Bill } from '#shared/domain/money/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { addDays } from '#shared/kernel/time.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { approvedBy } from '#core/approvals/index.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { readCustomer } from '#core/customers/index.ts'
import { openDay, openOfParty } from '#core/ledger/index.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { paymentProblem, takeMoney } from '#core/receipts/index.ts'
import type { Taken } from '#core/receipts/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { costSum, costsOf, depositOf, moneyFacts } from './order-money.ts'
import { writeSettlement } from './write.ts'
import type { Settled } from './write.ts'

type Input = z.output<typeof settlements.procedures.settle.input>
type Output = z.output<typeof settlements.procedures.settle.output>

/** `at`: where the order stands in the input. */
type Settling = Settled & Readonly<{ row: OrderRow; at: string }>

export const settle = (ctx: CommandContext, input: Input): Answer<Output> => {
  const wrong = paymentProblem(input.payments)
  if (wrong) return wrong
  const bills = readBills(ctx, input)
  if (isRefused(bills)) return bills
  const shared = sharePayments(input, bills)
  if (isRefused(shared)) return shared
  const approval = approvalOf(ctx, input, shared)
  if (isRefused(approval)) return approval
  const { approvedBy: by } = approval

  const moved: Moved[] = []
  for (const one of shared) {
    const order = actOn(ctx, one, by)
    if (isRefused(order)) return order
    moved.push(order)
  }
  const taken = takePayments(ctx, input, shared)
  const beside = { receiptId: taken?.receiptId ?? null, reason: input.reason, approvedBy: by }
  for (const one of shared) writeSettlement(ctx, one, beside)
  followUp(ctx, input, shared)
  const tendered = sumFen(
    input.payments.map(({ tenderedFen, amountFen }) => (tenderedFen ?? amountFen) - amountFen),
  )
  return {
    orders: moved,
    receipt: taken ? { id: taken.receiptId, number: taken.number } : null,
    paidFen: sumFen(input.payments.map(({ amountFen }) => amountFen)),
    changeFen: tendered,
    onAccountFen: sumFen(shared.map(({ onAccountFen }) => onAccountFen)),
    toDepositFen: sumFen(shared.map(({ bill }) => Math.max(0, -leftToPay(bill)))),
  }
}

type Read = Readonly<{ row: OrderRow; bill: Bill; at: string }>

const readBills = (ctx: CommandContext, input: Input): Read[] | Refused => {
  const bills: Read[] = []
  for (const [index, order] of input.orders.entries()) {
    const at = `orders.${index}`
    const row = orderToActOn(ctx, order.id, order.ver)
    if (isRefused(row)) return row
    if (bills.some((one) => one.row.id === row.id)) return refuse('orderTwice', { field: `${at}.id` })
    if (bills[0] && bills[0].row.customer_id !== row.customer_id)
      return refuse('notOneCustomer', { field: `${at}.id` })
    const bill: Bill = {
      chargedFen: moneyFacts(ctx.db, row.id).due,
      storeFeeFen: order.storeFeeFen,
      discountFen: order.discountFen,
      roundingFen: order.roundingFen,
      depositFen: order.depositFen,
      depositLeftFen: depositOf(ctx.db, row.id),
    }
    const problem = billProblem(bill, `${at}.`)
    if (problem) return problem
    bills.push({ row, bill, at })
  }
  return bills
}

/** Payments fill the orders in their order; what is left of the last ones goes on account. */
const sharePayments = (input: Input, bills: readonly Read[]): Settling[] | Refused => {
  const paid = sumFen(input.payments.map(({ amountFen }) => amountFen))
  const due = sumFen(bills.map(({ bill }) => Math.max(0, leftToPay(bill))))
  if (paid > due) return refuse('paidMoreThanDue', { field: 'payments', dueFen: due, paidFen: paid })
  if (paid < due && !input.onAccount)
    return refuse('notFullyPaid', { field: 'payments', leftFen: due - paid })
  let rest = paid
  return bills.map((one) => {
    const open = Math.max(0, leftToPay(one.bill))
    const paidFen = Math.min(rest, open)
    rest -= paidFen
    return { ...one, paidFen, onAccountFen: open - paidFen }
  })
}

/** Whether all that goes on account now is within what the customer's account allows (SET-10). */
const isWithinAccount = (ctx: CommandContext, orders: readonly Settling[]): boolean => {
  const customer = readCustomer(ctx.db, orders[0]?.row.customer_id ?? '')
  if (!customer || customer.accountDays === null) return false
  if (customer.creditLimitFen === null) return true
  const owes = openOfParty(ctx.db, 'receivableCustomer', customer.id)
  return owes + sumFen(orders.map(({ onAccountFen }) => onAccountFen)) <= customer.creditLimitFen
}

/** Whoever approved what a cashier does not do alone; null when nothing of that is in it. */
const approvalOf = (
  ctx: CommandContext,
  input: Input,
  orders: readonly Settling[],
): { approvedBy: string | null } | Refused => {
  const { discountLimitPercent } = readSettings(ctx.db)
  const withinAccount = isWithinAccount(ctx, orders)
  let by: string | null = null
  for (const { row, bill, onAccountFen, at } of orders) {
    const asked = { objectId: row.id, orderId: row.id }
    if (bill.discountFen > 0 && input.reason === '') return refuse('reasonMissing', { field: 'reason' })
    if (discountNeedsApproval(bill, discountLimitPercent, costSum(costsOf(ctx.db, row.id)))) {
      const field = `${at}.discountFen`
      const yes = approvedBy(ctx, input.approvals, {
        ...asked,
        act: 'discount',
        amountFen: bill.discountFen,
        field,
      })
      if (isRefused(yes)) return yes
      by = yes.approvedBy
    }
    if (onAccountFen > 0 && !withinAccount) {
      const field = 'onAccount'
      const yes = approvedBy(ctx, input.approvals, {
        ...asked,
        act: 'onAccount',
        amountFen: onAccountFen,
        field,
      })
      if (isRefused(yes)) return yes
      by = yes.approvedBy
    }
  }
  return { approvedBy: by }
}

const actOn = (
  ctx: CommandContext,
  { row, bill, paidFen, onAccountFen }: Settling,
  by: string | null,
): Moved | Refused => {
  const due = Math.max(0, leftToPay(bill))
  const acted = act(ctx, row.id, {
    command: 'settle',
    // Without anybody's yes it is his account that allows it.
    fields: { paidNow: paidFen, ...(onAccountFen > 0 ? { approval: by ?? row.customer_id } : {}) },
    facts: { due },
    changes: {
      due: [null, due],
      paidNow: [null, paidFen],
      ...(onAccountFen > 0 ? { receivable: [null, onAccountFen] } : {}),
      ...(bill.discountFen > 0 ? { discount: [null, bill.discountFen] } : {}),
    },
  })
  return isRefused(acted) ? acted : acted.moved
}

const takePayments = (ctx: CommandContext, input: Input, orders: readonly Settling[]): Taken | undefined => {
  if (input.payments.length === 0) return undefined
  const customerId = orders[0]?.row.customer_id ?? null
  return takeMoney(ctx, {
    kind: 'settlement',
    customerId,
    payments: input.payments,
    purposes: orders.flatMap(({ row, paidFen }) =>
      paidFen === 0
        ? []
        : [{ account: 'receivableCustomer', amountFen: paidFen, orderId: row.id, customerId }],
    ),
  })
}

/** When to ask about what stays open (SET-5): as agreed, or when his account is due. */
const followUp = (ctx: CommandContext, { onAccount }: Input, orders: readonly Settling[]): void => {
  const days = readCustomer(ctx.db, orders[0]?.row.customer_id ?? '')?.accountDays
  const followUpOn = onAccount?.followUpOn ?? (typeof days === 'number' ? addDays(openDay(ctx), days) : null)
  for (const { row, onAccountFen } of orders)
    if (onAccount && onAccountFen > 0)
      ctx.insert(
        'debtFollowUp',
        ctx.newId(),
        {
          customerId: row.customer_id,
          orderId: row.id,
          followUpOn,
          words: onAccount.words,
          at: ctx.now,
          staffId: ctx.actor.staffId,
        },
        'debt.followUp',
      )
}
