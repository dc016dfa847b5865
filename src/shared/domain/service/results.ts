// How a dispatch ended, as the service record says it (rule SRV-1), and what that means for the order.
import type { Outcome } from '#shared/domain/work-order/order.ts'

export const RESULTS = [
  'repaired',
  'repairedWithLoaner',
  'exchanged',
  'replaced',
  'sold',
  'software',
  'noFault',
  'unrepaired',
  'outOfWarranty',
  'manMade',
] as const
export type Result = (typeof RESULTS)[number]

/** The order's outcome, which decides the proof that its review needs (docs/transitions.md §6). */
export const OUTCOME_OF = {
  repaired: 'repaired',
  repairedWithLoaner: 'repaired',
  exchanged: 'repaired',
  replaced: 'repaired',
  sold: 'repaired',
  software: 'software',
  noFault: 'noFault',
  unrepaired: 'unrepaired',
  outOfWarranty: 'outOfWarranty',
  manMade: 'manMade',
} as const satisfies Record<Result, Outcome>

/** What was found, coded so that the shop can count it; the words stand beside it. */
export const FAULT_CODES = [
  'power',
  'mainboard',
  'display',
  'storage',
  'memory',
  'battery',
  'cooling',
  'keyboard',
  'camera',
  'audio',
  'network',
  'connector',
  'liquid',
  'paperFeed',
  'printing',
  'scanning',
  'mechanics',
  'motor',
  'refrigeration',
  'heating',
  'software',
  'virus',
  'data',
  'settings',
  'none',
  'other',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]
