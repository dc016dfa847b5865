// The accounts over a period, the money of a day, gross profit (rules SET-3, SET-7, SET-11).
import { accounts } from '#shared/contract/account.ts'
import {
  ACCOUNTS,
  ACCOUNT_CODES,
  COLLECTED,
  PAYMENT_METHODS,
  periodProblem,
} from '#shared/domain/money/index.ts'
import type { AccountCode } from '#shared/domain/money/index.ts'
import { implement } from '#core/command/registry.ts'
import { accountSums, openDay, profitLines, profitTotal } from '#core/ledger/index.ts'
import type { AccountSums, ProfitRow } from '#core/ledger/index.ts'
import { paymentsOfDay, receiptsOfDay } from '#core/receipts/index.ts'

/** Assets and expenses grow on the debit side, the others on the credit side. */
const seen = (account: AccountCode, sums: AccountSums | undefined) => {
  const { kind } = ACCOUNTS[account]
  const { opening = 0, debit = 0, credit = 0 } = sums ?? {}
  const onDebit = kind === 'asset' || kind === 'expense'
  const openingFen = onDebit || opening === 0 ? opening : -opening
  const [inFen, outFen] = onDebit ? [debit, credit] : [credit, debit]
  return { account, kind, openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen }
}

const earned = ({ income, discount, cost }: Pick<ProfitRow, 'income' | 'discount' | 'cost'>) => ({
  incomeFen: income,
  discountFen: discount,
  costFen: cost,
  profitFen: income - discount - cost,
})

export const accountEntries = implement(accounts, {
  summary: (ctx, period) => {
    const wrong = periodProblem(period)
    if (wrong) return wrong
    const sums = new Map(accountSums(ctx.db, period).map((row) => [row.account, row]))
    const lines = ACCOUNT_CODES.map((account) => seen(account, sums.get(account)))
    return {
      accounts: lines,
      waiting: PAYMENT_METHODS.map((method) => ({
        method,
        amountFen: lines.find(({ account }) => account === COLLECTED[method])?.closingFen ?? 0,
      })),
    }
  },

  today: (ctx, input) => {
    const day = input.day ?? openDay(ctx)
    const sums = new Map(accountSums(ctx.db, { from: day, to: day }).map((row) => [row.account, row]))
    const net = (account: AccountCode): number => {
      const { debit = 0, credit = 0 } = sums.get(account) ?? {}
      return debit - credit
    }
    const paid = paymentsOfDay(ctx.db, day)
    return {
      day,
      methods: PAYMENT_METHODS.map(
        (method) => paid.find((row) => row.method === method) ?? { method, inFen: 0, outFen: 0, count: 0 },
      ),
      ...receiptsOfDay(ctx.db, day),
      discountFen: net('discount') + net('rounding'),
      owedFen: net('receivableCustomer'),
    }
  },

  profit: (ctx, { by, after, limit, ...period }) => {
    const wrong = periodProblem(period)
    if (wrong) return wrong
    const rows = profitLines(ctx.db, by, { ...period, after: after ?? null, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return {
      lines: shown.map((row) => ({ key: row.key, label: row.label, orders: row.orders, ...earned(row) })),
      total: earned(profitTotal(ctx.db, period)),
      next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
    }
  },
})
