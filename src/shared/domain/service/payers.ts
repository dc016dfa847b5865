// Who pays for a line of work (rule SRV-2), and how long it is warranted (rule SRV-4).
import type { ChargeKind } from '#shared/domain/charge/charge.ts'

export const PAYERS = ['customer', 'maker', 'contract', 'ourselves'] as const
export type Payer = (typeof PAYERS)[number]

export const LINE_KINDS = ['labour', 'part', 'diagnostic', 'other'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** The payer that is proposed for a line; a comeback is on us until somebody says otherwise (SRV-2). */
export const proposedPayer = (charge: ChargeKind, comeback: boolean): Payer => {
  if (comeback) return 'ourselves'
  switch (charge) {
    case 'inWarranty':
    case 'onSiteTerm':
      return 'maker'
    case 'contract':
      return 'contract'
    case 'outOfWarranty':
    case 'undecided':
      return 'customer'
  }
}

export type Terms = Readonly<{ labourWarrantyDays: number; partWarrantyDays: number }>

/** The shop's term for a line of this kind; finding the fault is no repair (SRV-4). */
export const warrantyOfKind = (kind: LineKind, terms: Terms): number => {
  if (kind === 'diagnostic') return 0
  return kind === 'part' ? terms.partWarrantyDays : terms.labourWarrantyDays
}

export type Line = Readonly<{ kind: LineKind; warrantyDays: number }>

const DAY_MS = 86_400_000

/**
 * When the longest repair warranty of the lines ends, UTC ms; null without any. A comeback goes on with what
 * was left of the first one and never starts it anew (INT-12).
 */
export const warrantyUntil = (
  lines: readonly Line[],
  from: number,
  continued: number | null,
): number | null => {
  if (continued !== null) return continued
  const days = Math.max(0, ...lines.map((line) => line.warrantyDays))
  return days === 0 ? null : from + days * DAY_MS
}
