// What the books must hold of one order (rules SET-2, SET-11, SRV-2): who owes for its lines, and what the order cost
// us. Settling brings the books from what they hold to what the lines say, so nothing is booked twice or left out.
import type { LineKind, Payer } from '#shared/domain/service/index.ts'
import type { AccountCode, Posting } from './accounts.ts'
import { turned } from './accounts.ts'

export type ChargedLine = Readonly<{ kind: LineKind; payer: Payer; waived: boolean; amountFen: number }>

export type OrderCosts = Readonly<{
  /** Parts out of the stock, moving average (PRT-10), fen. */
  stockFen: number
  boughtInFen: number
  vendors: readonly Readonly<{ partnerId: string; amountFen: number }>[]
  commissions: readonly Readonly<{ staffId: string; amountFen: number }>[]
}>

const OWED_BY = {
  customer: 'receivableCustomer',
  maker: 'receivableMaker',
  contract: 'receivableContract',
} as const satisfies Record<Exclude<Payer, 'ourselves'>, AccountCode>

const INCOME_OF = {
  labour: 'incomeLabour',
  part: 'incomePart',
  diagnostic: 'incomeDiagnostic',
  other: 'incomeOther',
} as const satisfies Record<LineKind, AccountCode>

/** Where the books of an order say what it is charged for and what it cost: debit and credit. */
export const isCharge = ({ debit, credit }: Pick<Posting, 'debit' | 'credit'>): boolean =>
  CHARGE_PAIRS.has(`${debit} ${credit}`) || CHARGE_PAIRS.has(`${credit} ${debit}`)

const CHARGE_PAIRS: ReadonlySet<string> = new Set([
  ...Object.values(OWED_BY).flatMap((owed) => Object.values(INCOME_OF).map((income) => `${owed} ${income}`)),
  'costParts stock',
  'costParts payableSupplier',
  'costVendor payableVendor',
  'costCommission payableCommission',
])

type Of = Readonly<{ orderId: string; customerId: string }>

/** The postings that an order with these lines and costs has in the books. Waived lines and our own owe nothing. */
export const chargesOf = (
  { orderId, customerId }: Of,
  lines: readonly ChargedLine[],
  costs: OrderCosts,
): Posting[] => {
  const of = { orderId, customerId }
  const owed = lines.flatMap(({ kind, payer, waived, amountFen }): Posting[] =>
    waived || payer === 'ourselves'
      ? []
      : [{ ...of, debit: OWED_BY[payer], credit: INCOME_OF[kind], amountFen }],
  )
  return together([
    ...owed,
    { ...of, debit: 'costParts', credit: 'stock', amountFen: costs.stockFen },
    { ...of, debit: 'costParts', credit: 'payableSupplier', amountFen: costs.boughtInFen },
    ...costs.vendors.map(({ partnerId, amountFen }): Posting => ({
      ...of,
      partnerId,
      debit: 'costVendor',
      credit: 'payableVendor',
      amountFen,
    })),
    ...costs.commissions.map(({ staffId, amountFen }): Posting => ({
      ...of,
      earnerId: staffId,
      debit: 'costCommission',
      credit: 'payableCommission',
      amountFen,
    })),
  ])
}

/** The postings that turn what the books hold of an order into what they must hold. */
export const difference = (wanted: readonly Posting[], held: readonly Posting[]): Posting[] =>
  together([...wanted, ...held.map(turned)])

/** Postings between the same accounts and people as one; what cancels out is gone. */
const together = (postings: readonly Posting[]): Posting[] => {
  const sums = new Map<string, Posting>()
  for (const posting of postings) {
    const isTurned = !CHARGE_PAIRS.has(`${posting.debit} ${posting.credit}`)
    const straight = isTurned ? turned(posting) : posting
    const key = [straight.debit, straight.credit, straight.partnerId ?? '', straight.earnerId ?? ''].join(' ')
    const by = isTurned ? -posting.amountFen : posting.amountFen
    sums.set(key, { ...straight, amountFen: (sums.get(key)?.amountFen ?? 0) + by })
  }
  return [...sums.values()].flatMap((posting) =>
    posting.amountFen === 0
      ? []
      : posting.amountFen > 0
        ? [posting]
        : [turned({ ...posting, amountFen: -posting.amountFen })],
  )
}
