// Who pays for a repair, as far as it can be told at the counter (rule INT-4): from the purchase date and
// the terms, with the reason that is shown and printed.
import { addMonths } from '#shared/kernel/time.ts'

export const CHARGE_KINDS = ['inWarranty', 'outOfWarranty', 'onSiteTerm', 'contract', 'undecided'] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

export type ChargeFacts = Readonly<{
  /** The shop's calendar day, `2026-11-22`. */
  today: string
  purchaseDate: string | null
  warrantyMonths: number | null
  /** Term of free service at the customer's place. */
  onsiteMonths: number | null
  contractUntil: string | null
}>

/** Why: the window and the papers word it. `until` is the last day of the term. */
export type ChargeBasis =
  | Readonly<{ because: 'contractRuns'; until: string }>
  | Readonly<{
      because: 'onSiteTermRuns' | 'warrantyRuns' | 'warrantyOver'
      until: string
      purchaseDate: string
    }>
  | Readonly<{ because: 'purchaseDateUnknown' | 'termUnknown' }>
  | Readonly<{ because: 'clerkDecided'; reason: string; proposed: ChargeKind }>

export type Charge = Readonly<{ kind: ChargeKind; basis: ChargeBasis }>

/**
 * The proposal: a running contract first, then the on-site term, then the warranty. The last day of a term
 * counts as inside. Without purchase date or term it stays undecided and intake goes on.
 */
export const decideCharge = (facts: ChargeFacts): Charge => {
  if (facts.contractUntil !== null && facts.contractUntil >= facts.today) {
    return { kind: 'contract', basis: { because: 'contractRuns', until: facts.contractUntil } }
  }
  const { purchaseDate } = facts
  if (purchaseDate === null) return { kind: 'undecided', basis: { because: 'purchaseDateUnknown' } }

  if (facts.onsiteMonths !== null && facts.onsiteMonths > 0) {
    const until = addMonths(purchaseDate, facts.onsiteMonths)
    if (until >= facts.today)
      return { kind: 'onSiteTerm', basis: { because: 'onSiteTermRuns', until, purchaseDate } }
  }
  if (facts.warrantyMonths === null) return { kind: 'undecided', basis: { because: 'termUnknown' } }
  const until = addMonths(purchaseDate, facts.warrantyMonths)
  return until >= facts.today
    ? { kind: 'inWarranty', basis: { because: 'warrantyRuns', until, purchaseDate } }
    : { kind: 'outOfWarranty', basis: { because: 'warrantyOver', until, purchaseDate } }
}
