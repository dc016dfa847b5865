// The stock: places, documents that move parts, and what there is (rules PRT-4, PRT-5, PRT-9, PRT-10). Quantities are
// thousandths of the part's unit; costs are fen, and null for who may not see them.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { STOCK_DOCUMENT_KINDS, STOCK_PLACE_KINDS } from '#shared/domain/stock/index.ts'
import { command, contract, query } from './define.ts'
import {
  cursor,
  fen,
  id,
  instant,
  line,
  lineRequired,
  nothing,
  pageSize,
  prose,
  proseRequired,
} from './fields.ts'
import {
  MOST,
  amount,
  codeTaken,
  cost,
  documentLine,
  field,
  holdsParts,
  movementLine,
  ofPart,
  onHandLine,
  ownCode,
  posted,
  serials,
  stockDocument,
  stockPlace,
  stockRefusals,
  thousandths,
  transferRequestOver,
  unknownPartner,
  warehouse,
  wrongPlace,
} from './stock-shapes.ts'

export type * from './stock-shapes.ts'
export { stockRefusals } from './stock-shapes.ts'

const moving = { partId: id, quantity: thousandths, serials }
const movingLines = z.array(z.strictObject(moving)).min(1).max(500)
const fromPlaces = z
  .array(z.strictObject({ ...moving, placeId: id }))
  .min(1)
  .max(500)

export const stocks = contract('stock', {
  places: query({
    summary: 'Warehouses with their bins, bags, defective bins and what is on the way; in use first.',
    input: nothing,
    output: z.strictObject({ warehouses: z.array(warehouse) }),
    access: may('seeStock'),
  }),
  onHand: query({
    summary:
      'Parts with what there is of each, by their code, a page at a time; with a text those that it finds, the best first, on one page; of one warehouse or place when asked.',
    input: z.strictObject({
      /** Code, barcode, words or initials, as the search of the catalogue. */
      text: line(60).default(''),
      warehouseId: id.optional(),
      placeId: id.optional(),
      only: z.enum(['all', 'inStock', 'belowMinimum']).default('all'),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({ lines: z.array(onHandLine), next: cursor.nullable() }),
    access: may('seeStock'),
  }),
  ofPart: query({
    summary: 'Where a part lies, with its serial numbers.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      part: onHandLine,
      places: z.array(
        z.strictObject({
          placeId: id,
          place: z.string(),
          kind: z.enum(STOCK_PLACE_KINDS),
          warehouseId: id,
          warehouse: z.string(),
          quantity: amount,
          serials: z.array(z.string()),
        }),
      ),
    }),
    refusals: { unknownPart: field },
    access: may('seeStock'),
  }),
  movements: query({
    summary: 'What moved of a part, the newest first, with how much there was after each; back to the first.',
    input: z.strictObject({
      partId: id,
      placeId: id.optional(),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({ lines: z.array(movementLine), next: cursor.nullable() }),
    refusals: { unknownPart: field },
    access: may('seeStock'),
  }),
  documents: query({
    summary: 'Documents of the stock, the newest first, of one kind when asked, or transfers under way.',
    input: z.strictObject({
      kind: z.enum(STOCK_DOCUMENT_KINDS).optional(),
      onTheWay: z.boolean().default(false),
      from: instant.optional(),
      until: instant.optional(),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({ documents: z.array(documentLine), next: cursor.nullable() }),
    access: may('seeStock'),
  }),
  document: query({
    summary: 'One document with its movements, by its id or its number.',
    input: z.strictObject({ id: id.optional(), number: line(40).default('') }),
    output: stockDocument,
    refusals: { unknownDocument: field },
    access: may('seeStock'),
  }),
  proposal: query({
    summary:
      'What to buy: minimum stock and what open orders want, less what lies in bins and what is on the way or asked for.',
    input: z.strictObject({
      /** Only what a customer waits for, or only what the shelf lacks. */
      because: z.enum(['orders', 'minimum']).optional(),
    }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          ...ofPart,
          minimum: amount,
          demand: amount,
          sellable: amount,
          onTheWay: amount,
          proposed: amount,
          because: z.enum(['orders', 'minimum']),
          unitCostFen: cost,
        }),
      ),
    }),
    access: may('seeStock'),
  }),
  addWarehouse: command({
    summary: 'A warehouse with one bin and a bin for defective parts.',
    input: z.strictObject({ code: ownCode, name: lineRequired(40) }),
    output: warehouse,
    refusals: { codeTaken },
    access: may('manageStock'),
  }),
  changeWarehouse: command({
    summary: 'Renames a warehouse or takes it out of use; not while anything lies there.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ name: lineRequired(40), active: z.boolean() }).partial(),
    }),
    output: warehouse,
    refusals: { unknownWarehouse: field, holdsParts, lastWarehouse: field },
    access: may('manageStock'),
  }),
  addPlace: command({
    summary: 'A bin, or one for defective parts.',
    input: z.strictObject({
      warehouseId: id,
      kind: z.enum(['bin', 'defective']),
      code: ownCode,
      name: lineRequired(40),
    }),
    output: stockPlace,
    refusals: { unknownWarehouse: field, codeTaken },
    access: may('manageStock'),
  }),
  changePlace: command({
    summary: 'Renames a place or takes it out of use; not while anything lies there.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ name: lineRequired(40), active: z.boolean() }).partial(),
    }),
    output: stockPlace,
    refusals: { unknownPlace: field, holdsParts },
    access: may('manageStock'),
  }),
  openBag: command({
    summary: 'The bag of a technician in a warehouse; made when it is first asked for.',
    input: z.strictObject({ staffId: id, warehouseId: id.optional() }),
    output: stockPlace,
    refusals: { unknownPerson: field, unknownWarehouse: field },
    access: may('issueParts'),
  }),
  receive: command({
    summary: 'Parts come in from a supplier, each line with what it cost altogether.',
    input: z.strictObject({
      partnerId: id.nullable().default(null),
      lines: z
        .array(
          z.strictObject({
            ...moving,
            /** The first bin of the first warehouse unless told. */
            placeId: id.optional(),
            costFen: fen,
          }),
        )
        .min(1)
        .max(500),
      /** The supplier's own number, or what is to be said about it. */
      reason: prose(300).default(''),
    }),
    output: posted,
    refusals: { ...stockRefusals, unknownPartner, wrongPlace },
    access: may('manageStock'),
  }),
  supplierReturn: command({
    summary: 'Parts go back to a supplier, at the average cost.',
    input: z.strictObject({ partnerId: id, lines: fromPlaces, reason: proseRequired(300) }),
    output: posted,
    refusals: { ...stockRefusals, unknownPartner, wrongPlace },
    access: may('manageStock'),
  }),
  move: command({
    summary:
      'Parts go to another place of the same warehouse: a bin, a bag, the defective bin. Defective ones become good again only with a reason.',
    input: z.strictObject({
      fromPlaceId: id,
      toPlaceId: id,
      lines: movingLines,
      reason: prose(300).default(''),
    }),
    output: posted,
    refusals: { ...stockRefusals, wrongPlace, otherWarehouse: field, samePlace: field, reasonNeeded: field },
    access: may('manageStock'),
  }),
  transferSend: command({
    summary: 'Parts leave for another warehouse; they are on the way until it says that they arrived.',
    input: z.strictObject({
      fromPlaceId: id,
      toWarehouseId: id,
      lines: movingLines,
      reason: prose(300).default(''),
      /** The request of that warehouse which this answers (PRT-9). */
      requestId: id.optional(),
    }),
    output: posted,
    refusals: {
      ...stockRefusals,
      wrongPlace,
      unknownWarehouse: field,
      sameWarehouse: field,
      unknownTransferRequest: field,
      transferRequestOver,
      otherRequest: field,
    },
    access: may('manageStock'),
  }),
  transferArrive: command({
    summary: 'What arrived of a transfer. What did not is named and stays on the way.',
    input: z.strictObject({ documentId: id, lines: fromPlaces, reason: prose(300).default('') }),
    output: z.strictObject({
      documentId: id,
      number: z.string(),
      missing: z.array(z.strictObject({ ...ofPart, quantity: amount, serials: z.array(z.string()) })),
    }),
    refusals: {
      ...stockRefusals,
      unknownDocument: field,
      nothingOnTheWay: field,
      wrongPlace,
      otherWarehouse: field,
    },
    access: may('manageStock'),
  }),
  transferLost: command({
    summary: 'What never arrived of a transfer is written off, with a reason.',
    input: z.strictObject({ documentId: id, reason: proseRequired(300) }),
    output: posted,
    refusals: { ...stockRefusals, unknownDocument: field, nothingOnTheWay: field },
    access: may('manageStock'),
  }),
  countSheet: query({
    summary:
      'What is to be counted at a place. Whoever keeps the stock counts blind: the quantities of the books are null.',
    input: z.strictObject({ placeId: id }),
    output: z.strictObject({
      blind: z.boolean(),
      lines: z.array(
        z.strictObject({
          ...ofPart,
          serialTracked: z.boolean(),
          quantity: amount.nullable(),
          serials: z.array(z.string()).nullable(),
        }),
      ),
    }),
    refusals: { unknownPlace: field },
    access: may('manageStock'),
  }),
  count: command({
    summary:
      'What was counted at a place: differences are posted with a reason, and what nobody counted is named.',
    input: z.strictObject({
      placeId: id,
      lines: z
        .array(z.strictObject({ partId: id, counted: z.int().min(0).max(MOST), serials }))
        .min(1)
        .max(500),
      reason: proseRequired(300),
    }),
    output: z.strictObject({
      /** Null where everything was as the books say. */
      document: posted.nullable(),
      differences: z.array(
        z.strictObject({
          ...ofPart,
          booked: amount,
          counted: amount,
          missing: z.array(z.string()),
          found: z.array(z.string()),
          valueFen: cost,
        }),
      ),
      notCounted: z.array(z.strictObject({ ...ofPart, quantity: amount.nullable() })),
    }),
    refusals: { ...stockRefusals, wrongPlace, countedTwice: z.strictObject({ field: z.string() }) },
    access: may('manageStock'),
  }),
  adjust: command({
    summary: 'A correction of one part at one place, with a reason; the wrong document stays as it is.',
    input: z.strictObject({ placeId: id, ...moving, reason: proseRequired(300) }),
    output: posted,
    refusals: { ...stockRefusals, wrongPlace },
    access: may('manageStock'),
  }),
  scrap: command({
    summary: 'Defective parts are thrown away, with a reason.',
    input: z.strictObject({ lines: fromPlaces, reason: proseRequired(300) }),
    output: posted,
    refusals: { ...stockRefusals, wrongPlace },
    access: may('manageStock'),
  }),
  toHeadquarters: command({
    summary: 'Defective or spare parts go back to headquarters.',
    input: z.strictObject({
      partnerId: id.nullable().default(null),
      lines: fromPlaces,
      reason: prose(300).default(''),
    }),
    output: posted,
    refusals: { ...stockRefusals, unknownPartner, wrongPlace },
    access: may('manageStock'),
  }),
})
