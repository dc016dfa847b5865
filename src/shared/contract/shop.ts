// The shop: set up once, then its particulars and settings.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { fen, id, instant, line, lineRequired, nothing, password, prose, staffNo } from './fields.ts'

export const language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof language>

export const branchCode = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-HJ-NP-Z0-9]{2,6}$/, '2 to 6 letters or digits, without I and O'))

export const phoneText = z
  .string()
  .max(40)
  .regex(/^[\d０-９+＋() （）#*转ext.\-－—–xX]*$/, 'only digits, spaces, brackets, dashes and an extension')

const particulars = {
  name: lineRequired(60),
  address: line(120),
  phone: line(40),
  areaCode: z.string().regex(/^(0\d{2,3})?$/, 'an area code such as 0755, or nothing'),
  language,
  paperLanguage: language,
}

export const shop = z.strictObject({
  id,
  name: z.string(),
  branchCode: z.string(),
  terminal: z.string(),
  address: z.string(),
  phone: z.string(),
  areaCode: z.string(),
  language,
  paperLanguage: language,
  timeZone: z.string(),
  createdAt: instant,
})
export type Shop = z.infer<typeof shop>

/** What the manager may set; kept as one value each, with these defaults. */
export const settings = z.strictObject({
  /** Paper for repair order and slip. */
  paperSize: z.enum(['b5jis', 'b5iso', 'a4', 'a5']).default('b5jis'),
  labelSize: z.enum(['label60x40', 'label50x30', 'label40x30']).default('label60x40'),
  /** Receipts go on pages, or on the roll of a receipt printer. */
  receiptSize: z.enum(['a5', 'b5jis', 'b5iso', 'a4', 'roll80', 'roll58']).default('a5'),
  printer: z.string().max(200).default(''),
  labelPrinter: z.string().max(200).default(''),
  receiptPrinter: z.string().max(200).default(''),
  /** Print both papers as soon as a visit is saved. */
  printOnSave: z.boolean().default(true),
  printLabels: z.boolean().default(true),
  /** Working days until the promised next contact that intake proposes. */
  nextContactDays: z.int().min(0).max(30).default(2),
  /** Ask for this limit at intake when nothing else is agreed; null asks nothing. */
  defaultLimitFen: fen.nullable().default(null),
  /** Minutes without a key or click before the screen locks; 0 never. */
  lockMinutes: z.int().min(0).max(240).default(15),
  terms: prose(2000).default(''),
  /** A shop of fewer than five may let one person do what two would; every such act is listed (rule STF-2). */
  combineDuties: z.boolean().default(true),
  /** Days after which a ready machine counts as unclaimed (rule CLS-2). */
  pickupTermDays: z.int().min(1).max(365).default(30),
  disposeUnclaimed: z.boolean().default(false),
  /** Repair warranty in days for new lines, by kind (rule SRV-4). */
  labourWarrantyDays: z.int().min(0).max(3650).default(30),
  partWarrantyDays: z.int().min(0).max(3650).default(90),
  /** Days that a new quote is proposed to hold (rule QUO-1). */
  quoteValidDays: z.int().min(0).max(365).default(7),
  /** Headquarters' policy: this branch may refuse what an upper unit sends (rule DSP-6). */
  mayRefuseUpper: z.boolean().default(false),
  /** Headquarters' policy: visits on site may be taken in here; otherwise its hotline does (rule SRV-3). */
  onSiteHere: z.boolean().default(true),
  /** Nothing due: straight to the review (rule SET-4). */
  skipZeroSettlement: z.boolean().default(true),
  /** Discounts of more than so many percent need an approval (rule SET-6). */
  discountLimitPercent: z.int().min(0).max(100).default(5),
  /** For each day that a ready machine waits longer than its term; fen, 0 asks nothing (rule SET-6). */
  storeFeePerDayFen: fen.default(0),
  /** Whoever counts the drawer does not see first what should be in it (rule SET-8). */
  blindCount: z.boolean().default(true),
  /** A count that is off by more takes a reason; fen (rule SET-8). */
  countDifferenceLimitFen: fen.default(0),
  /** Texts to customers; empty: the built-in one. {customer} {number} {device} {shop} {phone} {date}, in a quote {amount}, are filled in (rule SRV-5). */
  textReceived: prose(500).default(''),
  textQuoted: prose(500).default(''),
  textReady: prose(500).default(''),
  textOverdue: prose(500).default(''),
  textDispatched: prose(500).default(''),
})
export type Settings = z.infer<typeof settings>

export const shops = contract('shop', {
  get: query({
    summary: 'The shop of this data folder, or null before the first run.',
    input: nothing,
    output: z.strictObject({
      shop: shop.nullable(),
      storage: z.string(),
      passcodeKeeping: z.enum(['system', 'file']),
    }),
    access: 'open',
  }),
  setUp: command({
    summary:
      'The first run: makes the shop and its first person, a manager. The passwords of others come later.',
    input: z.strictObject({
      ...particulars,
      branchCode,
      pcCode: z.int().min(1).max(9).default(1),
      timeZone: z.string().min(1).max(60).default('Asia/Shanghai'),
      manager: z.strictObject({ staffNo, name: lineRequired(40), password }),
    }),
    output: z.strictObject({ shop, staffId: id }),
    refusals: {
      alreadySetUp: z.strictObject({ name: z.string() }),
      weakPassword: z.strictObject({ field: z.string(), reason: z.string() }),
      unknownTimeZone: z.strictObject({ field: z.string() }),
    },
    access: 'open',
  }),
  update: command({
    summary:
      'Changes name, address, telephone or languages. The branch code stays: it is part of every number.',
    input: z.strictObject(particulars).partial(),
    output: shop,
    access: may('manageShop'),
  }),
  settings: query({
    summary: 'All settings with their defaults.',
    input: nothing,
    output: settings,
  }),
  changeSettings: command({
    summary: 'Changes the given settings; others stay.',
    input: z.strictObject(
      Object.fromEntries(
        Object.entries(settings.shape).map(([key, field]) => [key, field.unwrap().optional()]),
      ) as {
        [K in keyof typeof settings.shape]: z.ZodOptional<ReturnType<(typeof settings.shape)[K]['unwrap']>>
      },
    ),
    output: settings,
    access: may('manageShop'),
  }),
})
