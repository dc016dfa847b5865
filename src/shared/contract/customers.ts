// Customers and their machines.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { priceGroup } from './catalogue.ts'
import { command, contract, query } from './define.ts'
import { day, fen, id, instant, line, lineRequired, months, prose } from './fields.ts'
import { phoneText } from './shop.ts'

export const phoneInput = phoneText.min(1, 'a number')
export const customerInput = z.strictObject({
  name: lineRequired(60),
  company: line(80).default(''),
  address: line(200).default(''),
  remark: prose(500).default(''),
  phones: z.array(phoneInput).max(6),
})

/** A customer with an account pays within so many days what stands on it (rule SET-10); null: he has none. */
const accountDays = z.int().min(0).max(365).nullable()
const taxNumber = z
  .string()
  .transform((value) => value.replaceAll(/\s/g, '').toUpperCase())
  .refine((value) => /^(?:[0-9A-Z]{15,20})?$/.test(value), '15 to 20 letters or digits')
const invoiceEmail = z.union([z.email().max(120), z.literal('')])

/** Corrections name only what changes: a field left out keeps its value, so no default may step in. */
const customerChanges = z
  .strictObject({
    name: lineRequired(60),
    company: line(80),
    address: line(200),
    remark: prose(500),
    phones: z.array(phoneInput).max(6),
    priceGroup,
    accountDays,
    creditLimitFen: fen.nullable(),
    taxName: line(80),
    taxNumber,
    invoiceEmail,
  })
  .partial()

/** `display` is masked and `key` empty for who may not see numbers (rule STF-4). */
export const phone = z.strictObject({ id, display: z.string(), key: z.string(), kind: z.string() })
export const customer = z.strictObject({
  id,
  name: z.string(),
  company: z.string(),
  address: z.string(),
  remark: z.string(),
  /** Whose prices he pays; null the standard ones. */
  priceGroup,
  /** Days within which he pays what is on account; null: he has no account (rule SET-10). */
  accountDays: z.int().nullable(),
  /** The most that he may owe without somebody's yes; null: no limit. */
  creditLimitFen: z.int().nullable(),
  /** What stands on his invoices (rule SET-9). */
  taxName: z.string(),
  taxNumber: z.string(),
  invoiceEmail: z.string(),
  phones: z.array(phone),
  /** The numbers are shown in part only; `customer.revealPhone` shows them whole (rule STF-4). */
  phonesMasked: z.boolean(),
  createdAt: instant,
  lastOrderAt: z.int(),
  openOrders: z.int(),
})
export type Customer = z.infer<typeof customer>

export const NO_SERIAL_REASONS = ['unreadable', 'none', 'customerRefused', 'later'] as const

const deviceFields = {
  category: lineRequired(30),
  brand: line(40).default(''),
  model: line(60).default(''),
  serial: line(60).default(''),
  /** Needed when there is no serial number (rule INT-3). */
  noSerialReason: z.enum(NO_SERIAL_REASONS).or(z.literal('')).default(''),
  purchaseDate: day.nullable().default(null),
  warrantyMonths: months.nullable().default(null),
  onsiteMonths: months.nullable().default(null),
  contractUntil: day.nullable().default(null),
}
export const deviceInput = z
  .strictObject(deviceFields)
  .refine((d) => d.serial !== '' || d.noSerialReason !== '', {
    path: ['serial'],
    message: 'a serial number, or the reason why there is none',
  })

const deviceChanges = z
  .strictObject({
    category: deviceFields.category,
    brand: deviceFields.brand.unwrap(),
    model: deviceFields.model.unwrap(),
    serial: deviceFields.serial.unwrap(),
    noSerialReason: deviceFields.noSerialReason.unwrap(),
    purchaseDate: deviceFields.purchaseDate.unwrap(),
    warrantyMonths: deviceFields.warrantyMonths.unwrap(),
    onsiteMonths: deviceFields.onsiteMonths.unwrap(),
    contractUntil: deviceFields.contractUntil.unwrap(),
  })
  .partial()

export const device = z.strictObject({
  id,
  customerId: id,
  category: z.string(),
  brand: z.string(),
  model: z.string(),
  serial: z.string(),
  noSerialReason: z.string(),
  purchaseDate: z.string().nullable(),
  warrantyMonths: z.int().nullable(),
  onsiteMonths: z.int().nullable(),
  contractUntil: z.string().nullable(),
  createdAt: instant,
})
export type Device = z.infer<typeof device>

export const deviceWithHistory = device.extend({
  /** Orders of this machine, newest first. */
  orders: z.array(
    z.strictObject({
      id,
      number: z.string(),
      state: z.string(),
      createdAt: instant,
      reportedFault: z.string(),
    }),
  ),
})
export type DeviceWithHistory = z.infer<typeof deviceWithHistory>

export const devicePart = z.strictObject({
  id,
  partId: id.nullable(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  /** '' of a part that has none. */
  serial: z.string(),
  /** The serial that came out for it; '' where nobody read one. */
  oldSerial: z.string(),
  /** Thousandths of the unit. */
  quantity: z.int(),
  orderId: id,
  orderNumber: z.string(),
  at: instant,
  /** Null: it sits there now. */
  removed: z
    .strictObject({
      orderId: id,
      orderNumber: z.string(),
      at: instant,
      /** The serial of what took its place; '' of a part that has none. */
      replacedBy: z.string(),
    })
    .nullable(),
})
export type DevicePart = z.infer<typeof devicePart>

export const duplicate = z.strictObject({
  customerId: id,
  name: z.string(),
  company: z.string(),
  phones: z.array(z.string()),
  /** `samePhone` is nearly certain; the others are hints. */
  because: z.enum(['samePhone', 'sameNameAndCompany', 'sameNameSimilarPhone']),
  lastOrderAt: z.int(),
})
export type Duplicate = z.infer<typeof duplicate>

export const unknownCustomer = z.strictObject({ field: z.string() })
export const unreadablePhone = z.strictObject({ field: z.string(), given: z.string() })

export const customers = contract('customer', {
  get: query({
    summary: 'One customer with telephones.',
    input: z.strictObject({ id }),
    output: customer,
    refusals: { unknownCustomer },
  }),
  devices: query({
    summary: 'The machines of a customer with their orders, the most recently seen first.',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({ devices: z.array(deviceWithHistory) }),
  }),
  deviceParts: query({
    summary:
      'What sits in a machine since which order, and what came out of it: what sits there now first (rule PRT-6).',
    input: z.strictObject({ deviceId: id }),
    output: z.strictObject({ parts: z.array(devicePart) }),
  }),
  duplicates: query({
    summary: 'Who this may already be, before a new customer is saved (rule INT-6).',
    input: z.strictObject({
      name: line(60),
      company: line(80).default(''),
      phones: z.array(z.string().max(40)).max(6),
    }),
    output: z.strictObject({ duplicates: z.array(duplicate) }),
  }),
  change: command({
    summary:
      'Corrects a customer: name, telephone … Printed papers of open orders are marked outdated (rule INT-15).',
    input: z.strictObject({ id, changes: customerChanges }),
    output: customer,
    refusals: {
      unknownCustomer,
      unreadablePhone,
      /** Only who approves money says who has an account and how much he may owe. */
      mayNotGiveCredit: z.strictObject({ field: z.string() }),
    },
    access: may('takeIn'),
  }),
  changeDevice: command({
    summary: 'Corrects a machine. Printed papers of its open orders are marked outdated.',
    input: z.strictObject({ id, changes: deviceChanges }),
    output: device,
    refusals: {
      unknownDevice: z.strictObject({ field: z.string() }),
      serialMissing: z.strictObject({ field: z.string() }),
    },
    access: may('takeIn'),
  }),
  recordRefusedFee: command({
    summary:
      'The customer did not want to pay the fee and took the machine along: no order, but it is remembered (rule INT-4).',
    input: z.strictObject({
      customer: z.union([z.strictObject({ existing: id }), z.strictObject({ new: customerInput })]),
      deviceText: lineRequired(120),
      feeFen: fen.nullable(),
      remark: prose(500).default(''),
    }),
    output: z.strictObject({ customerId: id }),
    refusals: { unknownCustomer, unreadablePhone },
    access: may('takeIn'),
  }),
  revealPhone: command({
    summary:
      "Shows a customer's telephones in full to somebody who sees them masked; the reason stands in the audit log first (rule STF-4).",
    input: z.strictObject({ id, reason: lineRequired(200) }),
    output: z.strictObject({ phones: z.array(z.string()) }),
    refusals: { unknownCustomer },
    access: may('revealPhone'),
    secretAnswer: true,
  }),
  refusedFees: query({
    summary: 'Fees that this customer refused.',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({
      fees: z.array(
        z.strictObject({
          at: instant,
          deviceText: z.string(),
          feeFen: z.int().nullable(),
          remark: z.string(),
        }),
      ),
    }),
  }),
})
