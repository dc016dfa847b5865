// A customer's account over a period (对账单, rule SET-10), out of nothing but the entries of the books.
import type { z } from 'zod'
import type { receivables } from '#shared/contract/receivable.ts'
import { periodProblem } from '#shared/domain/money/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Answer, QueryContext } from '#core/command/context.ts'
import { readCustomer } from '#core/customers/index.ts'
import { owedBefore, owedPostings } from '#core/ledger/index.ts'
import type { OwedRow } from '#core/ledger/index.ts'

type Procedure = typeof receivables.procedures.statement
type Output = z.output<Procedure['output']>
type Line = Output['lines'][number]

export const statement = (
  ctx: QueryContext,
  { customerId, from, to }: z.output<Procedure['input']>,
): Answer<Output> => {
  const customer = readCustomer(ctx.db, customerId)
  if (!customer) return refuse('unknownCustomer', { field: 'customerId' })
  const wrong = periodProblem({ from, to })
  if (wrong) return wrong
  const openingFen = owedBefore(ctx.db, customerId, from)
  const lines = linesOf(owedPostings(ctx.db, customerId, { from, to }), openingFen)
  const sum = (of: (line: Line) => number): number => sumFen(lines.map(of))
  return {
    customerId,
    customerName: customer.name,
    from,
    to,
    openingFen,
    chargedFen: sum((line) => line.chargedFen),
    reducedFen: sum((line) => line.reducedFen),
    paidFen: sum((line) => line.paidFen),
    closingFen: lines.at(-1)?.balanceFen ?? openingFen,
    lines,
  }
}

/** One line for each entry. */
const linesOf = (rows: readonly OwedRow[], openingFen: number): Line[] => {
  const lines: Line[] = []
  let balanceFen = openingFen
  for (const row of rows) {
    balanceFen += row.fen
    const last = lines.at(-1)
    if (last?.entryId === row.entry_id) {
      lines[lines.length - 1] = {
        ...added(last, row),
        number: last.number === row.number ? last.number : '',
        balanceFen,
      }
      continue
    }
    const line: Line = {
      entryId: row.entry_id,
      day: row.day,
      at: row.at,
      kind: row.kind,
      number: row.number,
      receiptNumber: row.receipt_number,
      chargedFen: 0,
      reducedFen: 0,
      paidFen: 0,
      balanceFen,
    }
    lines.push(added(line, row))
  }
  return lines
}

/** What stands on the other side says what it was. */
const added = (line: Line, { other, fen }: OwedRow): Line => {
  if (/^collected|^deposit$/.test(other)) return { ...line, paidFen: line.paidFen - fen }
  if (other.startsWith('income')) return { ...line, chargedFen: line.chargedFen + fen }
  return { ...line, reducedFen: line.reducedFen - fen }
}
