// Places of the stock and what documents do with them (rules PRT-4, PRT-5, PRT-9).

/** A technician's bag, defective parts and what is on the way are places too. */
export const STOCK_PLACE_KINDS = ['bin', 'defective', 'bag', 'transit'] as const
export type StockPlaceKind = (typeof STOCK_PLACE_KINDS)[number]

/** What an order may be promised: only what lies in a bin (rule PRT-5). */
export const isSellable = (kind: StockPlaceKind): boolean => kind === 'bin'

/**
 * Whether an order takes from there: a bin, or the bag of whoever issues or receives the part (rule PRT-5).
 * `hands`: the people who do it.
 */
export const mayIssueFrom = (
  place: Readonly<{ kind: StockPlaceKind; staffId: string | null }>,
  hands: readonly string[],
): boolean =>
  isSellable(place.kind) || (place.kind === 'bag' && place.staffId !== null && hands.includes(place.staffId))

/** `in`, `out`: only so; `within`: what leaves one place arrives at another; `both`: what was found or is missing. */
export const DOCUMENT_DIRECTIONS = {
  receipt: 'in',
  supplierReturn: 'out',
  transfer: 'within',
  arrival: 'within',
  count: 'both',
  adjustment: 'both',
  issue: 'out',
  return: 'in',
  toHeadquarters: 'out',
  scrap: 'out',
} as const satisfies Record<string, 'in' | 'out' | 'within' | 'both'>

export type StockDocumentKind = keyof typeof DOCUMENT_DIRECTIONS
export const STOCK_DOCUMENT_KINDS = Object.keys(DOCUMENT_DIRECTIONS) as [
  StockDocumentKind,
  ...StockDocumentKind[],
]

/** What comes from outside says what it cost; everything else is valued by the average. */
export const bringsItsCost = (kind: StockDocumentKind): boolean => DOCUMENT_DIRECTIONS[kind] === 'in'

/** Serial numbers as they are kept: full-width and small letters are one with the others. */
export const keptSerial = (serial: string): string => serial.normalize('NFKC').trim().toUpperCase()

/** Documents that say why: what was found, is missing or is thrown away explains itself to nobody (rule PRT-10). */
export const needsReason = (kind: StockDocumentKind): boolean =>
  DOCUMENT_DIRECTIONS[kind] === 'both' || kind === 'scrap'

/** Whoever keeps a stock counts it without seeing what the books say; who only checks him may (rule PRT-10). */
export const countsBlind = (roles: readonly string[]): boolean => !roles.includes('manager')

/** How a request of one warehouse to another stands: one answer ends it (rule PRT-9). */
export const TRANSFER_REQUEST_STATES = ['open', 'sent', 'refused', 'withdrawn'] as const
export type TransferRequestState = (typeof TRANSFER_REQUEST_STATES)[number]
