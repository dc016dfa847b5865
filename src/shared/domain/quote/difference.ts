// What is different between two versions of a quote (rule QUO-2): lines added, taken out or changed, and the totals.
import { type QuoteLine, type Totals, totalsOf } from './lines.ts'

const COMPARED = [
  'alternative',
  'text',
  'kind',
  'quantity',
  'priceFen',
  'waived',
  'payer',
  'warrantyDays',
] as const
export type ComparedField = (typeof COMPARED)[number]

export type LineChange<L extends QuoteLine = QuoteLine> =
  | Readonly<{ change: 'added'; line: L }>
  | Readonly<{ change: 'removed'; line: L }>
  | Readonly<{ change: 'changed'; before: L; line: L; fields: readonly ComparedField[] }>

export type Difference<L extends QuoteLine = QuoteLine> = Readonly<{
  lines: readonly LineChange<L>[]
  totals: Readonly<{ before: readonly Totals[]; after: readonly Totals[] }>
}>

const fieldsThatDiffer = (a: QuoteLine, b: QuoteLine): ComparedField[] =>
  COMPARED.filter((field) => a[field] !== b[field])

/** What makes two lines the same thing in two versions, from the surest sign to the weakest. */
const SIGNS: readonly ((line: QuoteLine) => string | null)[] = [
  (line) => JSON.stringify(COMPARED.map((field) => line[field])),
  (line) => (line.partId ?? line.serviceItemId) || null,
  (line) => line.text,
]

/**
 * Pairs the lines that are the same thing: wholly equal ones first, then the same item, then the same words, within
 * an alternative before across them. Each line has one partner at most.
 */
export const pairLines = <L extends QuoteLine>(
  before: readonly L[],
  after: readonly L[],
): ReadonlyMap<L, L> => {
  const partner = new Map<L, L>()
  const free = new Set(before)
  for (const across of [false, true])
    for (const sign of SIGNS)
      for (const line of after) {
        const key = sign(line)
        if (partner.has(line) || key === null) continue
        const found = [...free].find(
          (old) => (across || old.alternative === line.alternative) && sign(old) === key,
        )
        if (!found) continue
        partner.set(line, found)
        free.delete(found)
      }
  return partner
}

export const differenceOf = <L extends QuoteLine>(
  before: readonly L[],
  after: readonly L[],
): Difference<L> => {
  const partner = pairLines(before, after)
  const kept = new Set(partner.values())
  const lines: LineChange<L>[] = []
  for (const line of after) {
    const old = partner.get(line)
    if (old === undefined) {
      lines.push({ change: 'added', line })
      continue
    }
    const fields = fieldsThatDiffer(old, line)
    if (fields.length > 0) lines.push({ change: 'changed', before: old, line, fields })
  }
  for (const line of before) if (!kept.has(line)) lines.push({ change: 'removed', line })
  return { lines, totals: { before: totalsOf(before), after: totalsOf(after) } }
}
