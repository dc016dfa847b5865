// What a person writes in the stock: for each kind of document the places it touches, what its lines say, and the
// procedure that posts it (rules PRT-4, PRT-5, PRT-9, PRT-10).
import type { StockPlaceKind } from '#shared/domain/stock/index.ts'

/** What stands above the lines, in this order. */
export type HeadField = 'partner' | 'from' | 'to' | 'fromWarehouse' | 'toWarehouse'

export type FormKind =
  | 'receive'
  | 'count'
  | 'send'
  | 'ask'
  | 'move'
  | 'defective'
  | 'adjust'
  | 'scrap'
  | 'supplierReturn'
  | 'toHeadquarters'
  | 'arrive'

type FormSpec = Readonly<{
  method:
    | 'stock.receive'
    | 'stock.count'
    | 'stock.transferSend'
    | 'transfer.ask'
    | 'stock.move'
    | 'stock.adjust'
    | 'stock.scrap'
    | 'stock.supplierReturn'
    | 'stock.toHeadquarters'
    | 'stock.transferArrive'
  head: readonly HeadField[]
  from?: readonly StockPlaceKind[]
  to?: readonly StockPlaceKind[]
  partner?: 'required' | 'optional'
  reason: 'required' | 'optional'
  /** Lines say what they cost altogether. */
  cost?: true
  /** A line may be nothing (a count), or less than nothing (a correction). */
  least?: 'zero' | 'negative'
  /** So many lines at most. */
  lines?: number
  /** Quantities without serial numbers, whatever the part. */
  noSerials?: true
}>

const SHELVES = ['bin', 'defective'] as const
const OWN = ['bin', 'defective', 'bag'] as const

export const FORM_KINDS = {
  receive: {
    method: 'stock.receive',
    head: ['partner', 'to'],
    to: SHELVES,
    partner: 'optional',
    reason: 'optional',
    cost: true,
  },
  count: { method: 'stock.count', head: ['from'], from: OWN, reason: 'required', least: 'zero' },
  send: { method: 'stock.transferSend', head: ['from', 'toWarehouse'], from: SHELVES, reason: 'optional' },
  ask: {
    method: 'transfer.ask',
    head: ['toWarehouse', 'fromWarehouse'],
    reason: 'optional',
    noSerials: true,
  },
  move: { method: 'stock.move', head: ['from', 'to'], from: OWN, to: OWN, reason: 'optional' },
  defective: {
    method: 'stock.move',
    head: ['from', 'to'],
    from: ['bin', 'bag'],
    to: ['defective'],
    reason: 'optional',
  },
  adjust: {
    method: 'stock.adjust',
    head: ['from'],
    from: OWN,
    reason: 'required',
    least: 'negative',
    lines: 1,
  },
  scrap: { method: 'stock.scrap', head: ['from'], from: ['defective'], reason: 'required' },
  supplierReturn: {
    method: 'stock.supplierReturn',
    head: ['partner', 'from'],
    from: SHELVES,
    partner: 'required',
    reason: 'required',
  },
  toHeadquarters: {
    method: 'stock.toHeadquarters',
    head: ['partner', 'from'],
    from: SHELVES,
    partner: 'optional',
    reason: 'optional',
  },
  arrive: { method: 'stock.transferArrive', head: ['to'], to: SHELVES, reason: 'optional' },
} as const satisfies Record<FormKind, FormSpec>

export const specOf = (kind: FormKind): FormSpec => FORM_KINDS[kind]

/** Those that a person begins by a key, in the order of the keys Ctrl+1 … Ctrl+9, Ctrl+0. */
export const BEGUN_BY_KEY = [
  'receive',
  'count',
  'send',
  'ask',
  'move',
  'defective',
  'adjust',
  'scrap',
  'supplierReturn',
  'toHeadquarters',
] as const satisfies readonly FormKind[]

export const keyOfForm = (index: number): string => `Ctrl+${(index + 1) % 10}`
