// The purchase proposal as a table for the supplier: what to buy, how much, why, and what it may cost. Pure.
import type { Value } from '#shared/contract/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { PER_UNIT, formatQuantity } from '#shared/kernel/quantity.ts'

export type ProposalLine = Value<'stock.proposal'>['lines'][number]

export const PROPOSAL_COLUMNS = [
  'code',
  'name',
  'proposed',
  'unit',
  'because',
  'sellable',
  'onTheWay',
  'demand',
  'minimum',
  'cost',
] as const

/** What it cost the last times, all of it together; null where nobody may know or nothing was ever bought. */
export const proposedCost = ({ unitCostFen, proposed }: ProposalLine): number | null =>
  unitCostFen === null || unitCostFen === 0 ? null : Math.round((unitCostFen * proposed) / PER_UNIT)

/** A spreadsheet takes none of it for a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const plain = (quantity: number) => formatQuantity(quantity).replaceAll(',', '')

/** Comma-separated with a byte order mark, as office programs in China read it. */
export const proposalCsv = (
  lines: readonly ProposalLine[],
  words: Readonly<{
    column: (name: (typeof PROPOSAL_COLUMNS)[number]) => string
    because: (why: string) => string
  }>,
): string => {
  const rows = lines.map((line) => {
    const cost = proposedCost(line)
    return [
      line.code,
      line.name,
      plain(line.proposed),
      line.unit,
      words.because(line.because),
      plain(line.sellable),
      plain(line.onTheWay),
      plain(line.demand),
      plain(line.minimum),
      cost === null ? '' : formatYuan(cost).replaceAll(',', ''),
    ]
  })
  const all = [PROPOSAL_COLUMNS.map(words.column), ...rows]
  return `\uFEFF${all.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
