// Shapes of the stock that procedures share: places, lines, documents, and what posting may answer.
import { z } from 'zod'
import { STOCK_DOCUMENT_KINDS, STOCK_PLACE_KINDS } from '#shared/domain/stock/index.ts'
import { id, instant, lineRequired } from './fields.ts'

/** Largest of `quantity.ts`. */
export const MOST = 1_000_000_000
export const thousandths = z.int().min(-MOST).max(MOST)
export const amount = z.int()
export const cost = z.int().nullable()
export const field = z.strictObject({ field: z.string() })
export const serials = z.array(lineRequired(60)).max(1000).default([])
/** As it is scanned: capital letters, digits, dashes. */
export const ownCode = z.string().regex(/^[0-9A-Z-]{1,20}$/, 'capital letters, digits and dashes')

const inStock = { part: z.string(), place: z.string(), inStock: amount, wanted: amount, unit: z.string() }
/** What `post` may answer: every procedure that posts a document has these. */
export const stockRefusals = {
  /** There is less than that at the place; somebody else may have taken it a moment ago. */
  notInStock: z.strictObject({ field: z.string(), ...inStock }),
  /** An order takes from a bin or from the own bag. */
  notSellable: z.strictObject({ field: z.string(), place: z.string() }),
  quantityNotAllowed: z.strictObject({
    field: z.string(),
    because: z.enum(['zero', 'negative', 'fraction', 'tooLarge']),
    unit: z.string(),
  }),
  serialsMissing: z.strictObject({
    field: z.string(),
    part: z.string(),
    needed: z.number(),
    given: z.int(),
  }),
  serialElsewhere: z.strictObject({ field: z.string(), serial: z.string(), where: z.string() }),
  serialUnknown: z.strictObject({ field: z.string(), serial: z.string() }),
  placeInactive: z.strictObject({ field: z.string(), place: z.string() }),
  partInactive: z.strictObject({ field: z.string(), part: z.string() }),
  unknownPart: field,
  unknownPlace: field,
} as const

/** The place is of a kind that this document does not touch. */
export const wrongPlace = z.strictObject({
  field: z.string(),
  place: z.string(),
  kind: z.enum(STOCK_PLACE_KINDS),
})
export const unknownPartner = field
/** Somebody answered it or took it back meanwhile. */
export const transferRequestOver = z.strictObject({ field: z.string(), number: z.string() })
export const codeTaken = z.strictObject({ field: z.string(), name: z.string() })
export const holdsParts = z.strictObject({ field: z.string(), parts: z.int() })

export const stockPlace = z.strictObject({
  id,
  warehouseId: id,
  kind: z.enum(STOCK_PLACE_KINDS),
  code: z.string(),
  name: z.string(),
  /** Whose bag it is. */
  staffId: id.nullable(),
  staffName: z.string(),
  active: z.boolean(),
  /** How many different parts lie there. */
  parts: z.int(),
})
export type StockPlace = z.infer<typeof stockPlace>

export const warehouse = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  places: z.array(stockPlace),
})
export type Warehouse = z.infer<typeof warehouse>

export const ofPart = { partId: id, code: z.string(), name: z.string(), unit: z.string(), decimals: z.int() }

export const onHandLine = z.strictObject({
  ...ofPart,
  spec: z.string(),
  serialTracked: z.boolean(),
  active: z.boolean(),
  minimum: amount,
  /** In bins: what an order can be promised. */
  sellable: amount,
  inBags: amount,
  defective: amount,
  onTheWay: amount,
  unitCostFen: cost,
  valueFen: cost,
})
export type OnHandLine = z.infer<typeof onHandLine>

export const movementLine = z.strictObject({
  id,
  documentId: id,
  number: z.string(),
  kind: z.enum(STOCK_DOCUMENT_KINDS),
  at: instant,
  who: z.string(),
  place: z.string(),
  quantity: amount,
  /** How much there was afterwards, at all places together or at the asked one. */
  after: amount,
  serials: z.array(z.string()),
  valueFen: cost,
  orderId: id.nullable(),
  orderNumber: z.string(),
  partner: z.string(),
  reason: z.string(),
})
export type MovementLine = z.infer<typeof movementLine>

const documentHead = {
  id,
  number: z.string(),
  kind: z.enum(STOCK_DOCUMENT_KINDS),
  at: instant,
  who: z.string(),
  partner: z.string(),
  orderId: id.nullable(),
  orderNumber: z.string(),
  /** The document that it goes on with. */
  refersTo: z.strictObject({ id, number: z.string() }).nullable(),
  reason: z.string(),
}
export const documentLine = z.strictObject({
  ...documentHead,
  lines: z.int(),
  /** Of a transfer: something is still on the way. */
  open: z.boolean(),
})
export type StockDocumentLine = z.infer<typeof documentLine>

export const stockDocument = z.strictObject({
  ...documentHead,
  movements: z.array(
    z.strictObject({
      ...ofPart,
      placeId: id,
      place: z.string(),
      placeKind: z.enum(STOCK_PLACE_KINDS),
      quantity: amount,
      serials: z.array(z.string()),
      valueFen: cost,
    }),
  ),
  /** Of a transfer: what has not arrived yet. */
  onTheWay: z.array(z.strictObject({ ...ofPart, quantity: amount, serials: z.array(z.string()) })),
  /** The request of the other warehouse that this transfer answers. */
  answers: z.strictObject({ id, number: z.string() }).nullable(),
  /** Documents that go on with this one, the oldest first. */
  followedBy: z.array(z.strictObject({ id, number: z.string(), kind: z.enum(STOCK_DOCUMENT_KINDS) })),
})
export type StockDocument = z.infer<typeof stockDocument>

export const posted = z.strictObject({ documentId: id, number: z.string() })
