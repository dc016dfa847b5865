// What the shop sells and uses: parts and consumables, service items, and packages of both.
import { z } from 'zod'
import { COMMISSION_RULES, PACKAGE_ITEM_KINDS, PRICE_GROUPS } from '#shared/domain/catalogue/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { cursor, fen, id, instant, line, lineRequired, pageSize } from './fields.ts'

export const PART_KINDS = ['part', 'consumable'] as const

/** The price group of a customer; null pays the standard price. */
export const priceGroup = z.enum(PRICE_GROUPS).nullable()
/** Prices of groups in fen; a group that is left out pays the standard price. */
const prices = z.strictObject({ company: fen.optional(), peer: fen.optional() })
/** Thousandths of the unit, from nothing to a million. */
const thousandths = z.int().min(0).max(1_000_000_000)
const some = thousandths.min(1)
const warrantyDays = z.int().min(0).max(3650).nullable()
const code = lineRequired(40)
const name = lineRequired(80)

const partFields = {
  code,
  name,
  spec: line(120),
  kind: z.enum(PART_KINDS),
  unit: lineRequired(10),
  /** Digits behind the point of a quantity; 0 for pieces. */
  decimals: z.int().min(0).max(3),
  /** Every single one has a number; then it is counted in whole pieces. */
  serialTracked: z.boolean(),
  /** The old part goes back (rule PRT-8). */
  oldReturnable: z.boolean(),
  models: z.array(lineRequired(80)).max(200),
  barcode: lineRequired(60).nullable(),
  priceFen: fen,
  prices,
  /** Below it the part stands in the purchase proposal (rule PRT-10). */
  minimum: thousandths,
  warrantyDays,
  /** What headquarters pays for fitting it; the dearest counts (rule PRT-11). */
  repairFeeFen: fen.nullable(),
  /** Its fee counts beside the dearest (a monitor, rule PRT-11). */
  feeApart: z.boolean(),
  /** Pages or hours that a consumable lasts (rule PRT-14). */
  yieldCount: z.int().min(1).max(1_000_000_000).nullable(),
}
export const part = z.strictObject({
  id,
  ...partFields,
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  models: z.array(z.string()),
  barcode: z.string().nullable(),
  active: z.boolean(),
  createdAt: instant,
})
export type Part = z.infer<typeof part>

const serviceItemFields = {
  code,
  name,
  priceFen: fen,
  prices,
  /** Standard working time. */
  minutes: z.int().min(0).max(60_000).nullable(),
  commission: z.enum(COMMISSION_RULES),
  /** Fen for each unit, or hundredths of a percent (at most 10 000). */
  commissionValue: z.int().min(0).max(10_000_000_000),
  warrantyDays,
}
export const serviceItem = z.strictObject({
  id,
  ...serviceItemFields,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  createdAt: instant,
})
export type ServiceItem = z.infer<typeof serviceItem>

const packageItem = z.strictObject({
  kind: z.enum(PACKAGE_ITEM_KINDS),
  id,
  quantity: some,
  /** Of one unit within the package; null as it is sold alone. */
  priceFen: fen.nullable(),
})
const packageFields = { code, name, items: z.array(packageItem).min(1).max(100) }
export const partsPackage = z.strictObject({
  id,
  ...packageFields,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  createdAt: instant,
})
export type PartsPackage = z.infer<typeof partsPackage>

const field = z.string()
const codeTaken = z.strictObject({ field, code: z.string(), name: z.string() })
const barcodeTaken = codeTaken
const unknownPart = z.strictObject({ field })
const unknownServiceItem = z.strictObject({ field })
const unknownPackage = z.strictObject({ field })
const serialNeedsWhole = z.strictObject({ field })
const decimalsInUse = z.strictObject({ field, decimals: z.int() })
const serialInUse = z.strictObject({ field })
const percentTooLarge = z.strictObject({ field })

const page = { after: cursor.optional(), limit: pageSize.default(100) }
const searched = z.string().max(100)

export const parts = contract('part', {
  list: query({
    summary: 'Parts and consumables by their code, a page at a time.',
    input: z.strictObject({
      ...page,
      kind: z.enum(PART_KINDS).optional(),
      /** In use, or taken out of use; both when left out. */
      active: z.boolean().optional(),
    }),
    output: z.strictObject({ parts: z.array(part), next: cursor.nullable() }),
  }),
  find: query({
    summary:
      'Parts by anything: code, barcode, words or two characters of name, specification and models, or initials. The same code or barcode comes first, then the newest.',
    input: z.strictObject({
      text: searched,
      limit: z.int().min(1).max(200).default(20),
      /** Also those taken out of use. */
      inactive: z.boolean().default(false),
    }),
    output: z.strictObject({ parts: z.array(part) }),
  }),
  get: query({
    summary: 'One part of the catalogue.',
    input: z.strictObject({ id }),
    output: part,
    refusals: { unknownPart },
  }),
  ofBarcode: query({
    summary: 'The part in use with exactly this barcode, for scanners; null if there is none.',
    input: z.strictObject({ barcode: lineRequired(60) }),
    output: z.strictObject({ part: part.nullable() }),
  }),
  add: command({
    summary: 'A part or consumable that the shop keeps.',
    input: z.strictObject(partFields),
    output: part,
    refusals: { codeTaken, barcodeTaken, serialNeedsWhole },
    access: may('manageCatalogue'),
  }),
  change: command({
    summary:
      'Changes a part, or takes it out of use; it is never deleted. How it is counted cannot change once there was stock.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...partFields, active: z.boolean() }).partial(),
    }),
    output: part,
    refusals: { unknownPart, codeTaken, barcodeTaken, serialNeedsWhole, decimalsInUse, serialInUse },
    access: may('manageCatalogue'),
  }),
})

export const serviceItems = contract('serviceItem', {
  list: query({
    summary: 'All service items, those in use first.',
    input: z.strictObject({}),
    output: z.strictObject({ serviceItems: z.array(serviceItem) }),
  }),
  find: query({
    summary: 'Service items in use by code, words or initials.',
    input: z.strictObject({ text: searched, limit: z.int().min(1).max(200).default(20) }),
    output: z.strictObject({ serviceItems: z.array(serviceItem) }),
  }),
  get: query({
    summary: 'One service item.',
    input: z.strictObject({ id }),
    output: serviceItem,
    refusals: { unknownServiceItem },
  }),
  add: command({
    summary: 'Work that is charged: price, standard time, commission (rule PRT-13).',
    input: z.strictObject(serviceItemFields),
    output: serviceItem,
    refusals: { codeTaken, percentTooLarge },
    access: may('manageCatalogue'),
  }),
  change: command({
    summary: 'Changes a service item, or takes it out of use; lines already written keep what they were.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...serviceItemFields, active: z.boolean() }).partial(),
    }),
    output: serviceItem,
    refusals: { unknownServiceItem, codeTaken, percentTooLarge },
    access: may('manageCatalogue'),
  }),
})

const packageLine = z.strictObject({
  kind: z.enum(PACKAGE_ITEM_KINDS),
  id,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantity: some,
  priceFen: fen,
})

export const packages = contract('package', {
  list: query({
    summary: 'All packages, those in use first.',
    input: z.strictObject({}),
    output: z.strictObject({ packages: z.array(partsPackage) }),
  }),
  get: query({
    summary: 'One package with its items.',
    input: z.strictObject({ id }),
    output: partsPackage,
    refusals: { unknownPackage },
  }),
  expand: query({
    summary: 'The lines that a package stands for, priced for a customer of this group.',
    input: z.strictObject({ id, group: priceGroup.default(null), times: z.int().min(1).max(999).default(1) }),
    output: z.strictObject({ lines: z.array(packageLine) }),
    refusals: { unknownPackage },
  }),
  add: command({
    summary: 'Parts and service items that are sold together.',
    input: z.strictObject(packageFields),
    output: partsPackage,
    refusals: { codeTaken, unknownPart, unknownServiceItem },
    access: may('manageCatalogue'),
  }),
  change: command({
    summary: 'Changes a package, or takes it out of use.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...packageFields, active: z.boolean() }).partial(),
    }),
    output: partsPackage,
    refusals: { unknownPackage, codeTaken, unknownPart, unknownServiceItem },
    access: may('manageCatalogue'),
  }),
})
