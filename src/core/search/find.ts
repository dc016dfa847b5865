// What was typed or scanned, tried as every kind of key at once (rules INT-5, WO-8).
import type { Hit } from '#shared/contract/search.ts'
import { accessoryKey } from '#shared/domain/custody/index.ts'
import { formatNumber, recognise } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { normalisePhone, phoneMatch } from '#shared/kernel/phone.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { serialKey } from '#shared/kernel/text.ts'
import { heldItems, readOwnCode } from '#core/custody/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { phoneAsSeen } from '#core/own-jobs/index.ts'
import { readVisit } from '#core/visits/index.ts'
import * as rows from './repository.ts'
import { queryTokens } from './tokens.ts'

export type Kind = Hit['kind']
export type FindAsk = Readonly<{
  db: ReadDb
  areaCode: string
  limit: number
  kinds: ReadonlySet<Kind>
  /** Whoever asks sees telephone numbers in full (STF-4); they are found by either way. */
  seesPhones: boolean
}>

const LEAST_SERIAL = 4
/** Without a digit in it (some makers' tags have none) it could be the beginning of a name as well. */
const LEAST_SERIAL_OF_LETTERS = 6
const LEAST_PHONE_PREFIX = 5

export const find = (ask: FindAsk, typed: string): { hits: Hit[]; wrongCheckCharacter: boolean } => {
  const given = typed.trim()
  if (given === '') return { hits: [], wrongCheckCharacter: false }
  const own = ownHits(ask, given)
  if (own.length > 0) return { hits: own, wrongCheckCharacter: false }
  const code = recognise(given)
  const byCode = isRefused(code) ? [] : codeHits(ask, code)
  if (byCode.length > 0) return { hits: byCode, wrongCheckCharacter: false }
  const hits = [...customerHits(ask, given), ...deviceHits(ask, given)]
  return { hits: hits.slice(0, ask.limit), wrongCheckCharacter: isRefused(code) && hits.length === 0 }
}

const codeHits = (ask: FindAsk, code: Exclude<ReturnType<typeof recognise>, { refused: unknown }>): Hit[] => {
  switch (code.form) {
    case 'none':
      return []
    case 'number':
      return numberHits(ask, code.parts)
    case 'digits': {
      const { kind, parts, item } = code.barcode
      if (kind === 'place' || kind === 'loaner') return []
      const { number } = formatNumber(parts)
      if (kind === 'visit') return visitHits(ask, rows.visitsByNumber(ask.db, number))
      const thing = kind === 'accessory' ? accessoryKey(item ?? 0) : 'machine'
      return orderHits(ask, rows.ordersByNumber(ask.db, number), thing)
    }
    case 'shortCode': {
      const { day, pc, generation, sequence, check } = code.short
      const written = `${String(day).padStart(2, '0')}-${pc}${generation}${String(sequence).padStart(3, '0')}-${check}`
      return [
        ...visitHits(ask, rows.visitsByShortCode(ask.db, written, ask.limit)),
        ...orderHits(ask, rows.ordersByShortCode(ask.db, written, ask.limit)),
      ]
    }
  }
}

const numberHits = (ask: FindAsk, parts: NumberParts): Hit[] => {
  const { number } = formatNumber(parts)
  return [
    ...orderHits(ask, rows.ordersByNumber(ask.db, number)),
    ...visitHits(ask, rows.visitsByNumber(ask.db, number)),
  ]
}

/** A code of a shelf, a bench or a loaner. */
const ownHits = (ask: FindAsk, given: string): Hit[] => {
  const code = readOwnCode(ask.db, given)
  if (code?.what === 'place' && ask.kinds.has('place')) {
    const { id, code: digits, name, kind, holds } = code.place
    return [{ kind: 'place', id, code: digits, name, placeKind: kind, holds }]
  }
  if (code?.what === 'loaner' && ask.kinds.has('loaner')) {
    const { id, code: digits, name, order_id, number, customer_name } = code.loaner
    const lentTo =
      order_id === null
        ? null
        : { orderId: order_id, number: number ?? '', customerName: customer_name ?? '' }
    return [{ kind: 'loaner', id, code: digits, name, lentTo }]
  }
  return []
}

/** "Where is it" in the same scan: the thing that the code stands for. */
const whereOf = (ask: FindAsk, orderId: string, item: string): Extract<Hit, { kind: 'order' }>['where'] => {
  const row = readOrderRow(ask.db, orderId)
  const held = row && heldItems(ask.db, row).find((one) => one.item === item)
  return held ? { item: held.item, name: held.name, place: held.place } : null
}

const orderHits = (ask: FindAsk, found: readonly rows.OrderRow[], thing = 'machine'): Hit[] =>
  ask.kinds.has('order')
    ? found.map((row) => ({
        kind: 'order',
        id: row.id,
        number: row.number,
        state: row.state,
        customerName: row.customer_name,
        device: row.device,
        createdAt: row.created_at,
        where: whereOf(ask, row.id, thing),
      }))
    : []

const visitHits = (ask: FindAsk, found: readonly rows.VisitRow[]): Hit[] =>
  ask.kinds.has('visit')
    ? found.map((row) => ({
        kind: 'visit',
        id: row.id,
        number: row.number,
        customerId: row.customer_id,
        customerName: row.customer_name,
        orders: (readVisit(ask.db, row.id)?.orders ?? []) as Extract<Hit, { kind: 'visit' }>['orders'],
        createdAt: row.created_at,
      }))
    : []

const customerHits = (ask: FindAsk, given: string): Hit[] => {
  if (!ask.kinds.has('customer')) return []
  const found = new Map<string, rows.CustomerRow>()
  const add = (more: readonly rows.CustomerRow[]): void => {
    for (const row of more) if (found.size < ask.limit && !found.has(row.id)) found.set(row.id, row)
  }
  const digits = given.normalize('NFKC').replace(/[\s\-()+]/g, '')
  const isNumber = /^\d+$/.test(digits)
  if (isNumber) add(customersByDigits(ask, digits, given))
  if (!isNumber || digits.length === LEAST_SERIAL) {
    const query = queryTokens(given)
    // Four digits are in the index too, but the telephone table ranks them without reading the whole index.
    if (query && !isNumber) add(rows.customersByTokens(ask.db, query.match, ask.limit))
  }
  return briefs(ask, [...found.values()])
}

const customersByDigits = (ask: FindAsk, digits: string, given: string): rows.CustomerRow[] => {
  if (digits.length === 4) return rows.customersByTail(ask.db, digits, ask.limit)
  if (digits.length < LEAST_PHONE_PREFIX) return []
  const { keys } = phoneMatch(normalisePhone(given, ask.areaCode || undefined))
  const exact = keys.length > 0 ? rows.customersByPhoneKey(ask.db, keys, ask.limit) : []
  return exact.length > 0 ? exact : rows.customersByPhonePrefix(ask.db, digits, ask.limit)
}

const briefs = ({ db, seesPhones }: FindAsk, customers: readonly rows.CustomerRow[]): Hit[] => {
  if (customers.length === 0) return []
  const ids = customers.map((row) => row.id)
  const phones = new Map<string, string[]>()
  for (const { customer_id, display } of rows.phonesOfCustomers(db, ids)) {
    phones.set(customer_id, [...(phones.get(customer_id) ?? []), phoneAsSeen(seesPhones, display)])
  }
  const open = new Map(rows.openOrdersOfCustomers(db, ids).map((row) => [row.customer_id, row.open]))
  return customers.map((row) => ({
    kind: 'customer',
    id: row.id,
    name: row.name,
    company: row.company,
    phones: phones.get(row.id) ?? [],
    openOrders: open.get(row.id) ?? 0,
    lastOrderAt: row.last_order_at,
  }))
}

const deviceHits = (ask: FindAsk, given: string): Hit[] => {
  const key = serialKey(given)
  const least = /\d/.test(key) ? LEAST_SERIAL : LEAST_SERIAL_OF_LETTERS
  if (!ask.kinds.has('device') || key.length < least || /\p{Script=Han}/u.test(key)) return []
  return rows.devicesBySerialPrefix(ask.db, key, ask.limit).map((row) => ({
    kind: 'device',
    id: row.id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    device: row.device,
    serial: row.serial,
  }))
}
