// What needs a second person's yes (reliability: roles and separation of duties). An approval is for one act on one
// object and one amount.

export const APPROVED_ACTS = [
  /** Above the shop's limit, or below what the order costs us; the object is the order, the amount the discount. */
  'discount',
  /** Part of the amount is not paid now; the object is the order, the amount what stays open. */
  'onAccount',
  'reverseSettlement',
  'reverseReceipt',
  'refund',
  'writeOff',
  'openDrawer',
  'payOut',
] as const
export type ApprovedAct = (typeof APPROVED_ACTS)[number]

/** How long an approval waits to be used, ms. */
export const APPROVAL_MS = 60_000
