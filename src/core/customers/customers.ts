// Making and correcting customers and machines: shared by intake and the customer screen.
import type { z } from 'zod'
import type { Customer, customerInput, deviceInput } from '#shared/contract/customers.ts'
import type { JsonValue, Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { normalisePhone } from '#shared/kernel/phone.ts'
import { fold, serialKey } from '#shared/kernel/text.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Services } from '#core/command/services.ts'
import type { Change } from '#core/command/recorder.ts'
import type { Fields } from '#core/db/rows.ts'
import {
  customerRowid,
  moveToFront,
  readCustomer,
  readPhones,
  readSearchedBy,
  touchLastOrder,
} from './repository.ts'

export type CustomerInput = z.output<typeof customerInput>
export type DeviceInput = z.output<typeof deviceInput>

export type PhoneFields = { phoneKey: string; tail4: string; display: string; ext: string; kind: string }

/** A typed number as it is kept; refuses what no telephone can have. `field` names it for the form. */
export const phoneFields = (given: string, areaCode: string, field: string): PhoneFields | Refused => {
  const phone = normalisePhone(given, areaCode || undefined)
  const digits = phone.key?.replace(/\D/g, '') ?? ''
  if (phone.key === null || digits.length < 5) return refuse('unreadablePhone', { field, given })
  return {
    phoneKey: phone.key,
    tail4: digits.slice(-4),
    display: phone.display,
    ext: phone.ext ?? '',
    kind: phone.kind,
  }
}

/** All numbers of a form, without repetitions. */
export const phonesOf = (
  given: readonly string[],
  areaCode: string,
  field: string,
): PhoneFields[] | Refused => {
  const phones: PhoneFields[] = []
  for (const [i, one] of given.entries()) {
    const fields = phoneFields(one, areaCode, `${field}.${i}`)
    if (isRefused(fields)) return fields
    if (!phones.some((known) => known.phoneKey === fields.phoneKey && known.ext === fields.ext))
      phones.push(fields)
  }
  return phones
}

type Writing = Pick<CommandContext, 'now' | 'newId' | 'insert'>

export const insertCustomer = (
  ctx: Writing,
  input: CustomerInput,
  phones: readonly PhoneFields[],
): string => {
  const id = ctx.newId()
  ctx.insert(
    'customer',
    id,
    {
      name: input.name,
      company: input.company,
      address: input.address,
      remark: input.remark,
      createdAt: ctx.now,
    },
    'customer.added',
    { name_key: fold(input.name), last_order_at: 0 },
  )
  addPhones(ctx, id, phones, 0)
  return id
}

const addPhones = (ctx: Writing, customerId: string, phones: readonly PhoneFields[], from: number): void => {
  for (const [i, phone] of phones.entries()) {
    ctx.insert(
      'customerPhone',
      ctx.newId(),
      { customerId, ...phone, position: from + i, active: true },
      'customerPhone.added',
    )
  }
}

type Searching = Pick<CommandContext, 'db'> & Readonly<{ services: Pick<Services, 'tokens'> }>

/** Renews what search knows of the customer and moves him to the front. */
export const renewSearch = (ctx: Searching, customerId: string): void => {
  const customer = readSearchedBy(ctx.db, customerId)
  if (!customer) throw new Error(`no customer ${customerId}`)
  const { rowid, name, company, phones } = customer
  moveToFront(ctx.db, rowid, ctx.services.tokens.customerTokens({ names: [name], company, phones }))
}

/** The customer has brought something: he comes first from now on, found by the same as before. */
export const rankByOrder = (ctx: Searching, customerId: string, at: number): void => {
  const rowid = customerRowid(ctx.db, customerId)
  if (rowid === undefined) throw new Error(`no customer ${customerId}`)
  touchLastOrder(ctx.db, rowid, at)
  if (!moveToFront(ctx.db, rowid)) renewSearch(ctx, customerId)
}

/** What no form of intake asks for. */
const KEPT = [
  'priceGroup',
  'accountDays',
  'creditLimitFen',
  'taxName',
  'taxNumber',
  'invoiceEmail',
] as const satisfies readonly (keyof Customer)[]

/** Corrects a customer; answers old → new per field, empty if nothing differs. */
export const changeCustomer = (
  ctx: CommandContext,
  id: string,
  changes: Partial<CustomerInput> & Partial<Pick<Customer, (typeof KEPT)[number]>>,
  phones: readonly PhoneFields[] | undefined,
): Record<string, Change> => {
  const before = readCustomer(ctx.db, id)
  if (!before) throw new Error(`no customer ${id}`)
  const changed: Record<string, Change> = {}
  const fields: Fields = {}
  for (const key of ['name', 'company', 'address', 'remark', ...KEPT] as const) {
    const value = changes[key]
    if (value === undefined || value === before[key]) continue
    fields[key] = value
    changed[key] = [before[key], value]
  }
  if (Object.keys(fields).length > 0) {
    ctx.update(
      'customer',
      id,
      fields,
      'customer.changed',
      fields['name'] === undefined ? {} : { name_key: fold(fields['name'] as string) },
    )
  }
  if (phones) {
    const kept = readPhones(ctx.db, id)
    const wanted = new Set(phones.map((phone) => phone.phoneKey))
    const had = new Set(kept.map((phone) => phone.key))
    const gone = kept.filter((phone) => !wanted.has(phone.key))
    const added = phones.filter((phone) => !had.has(phone.phoneKey))
    for (const phone of gone)
      ctx.update('customerPhone', phone.id, { active: false }, 'customerPhone.removed')
    addPhones(ctx, id, added, kept.length)
    if (gone.length + added.length > 0) {
      changed['phones'] = [kept.map((p) => p.display), phones.map((p) => p.display)] as unknown as readonly [
        JsonValue,
        JsonValue,
      ]
    }
  }
  if (Object.keys(changed).length > 0) renewSearch(ctx, id)
  return changed
}

export const insertDevice = (ctx: Writing, customerId: string, input: DeviceInput): string => {
  const id = ctx.newId()
  ctx.insert(
    'device',
    id,
    {
      customerId,
      category: input.category,
      brand: input.brand,
      model: input.model,
      serial: input.serial,
      noSerialReason: input.noSerialReason,
      purchaseDate: input.purchaseDate,
      warrantyMonths: input.warrantyMonths,
      onsiteMonths: input.onsiteMonths,
      contractUntil: input.contractUntil,
      createdAt: ctx.now,
    },
    'device.added',
    { serial_key: serialKey(input.serial) },
  )
  return id
}
