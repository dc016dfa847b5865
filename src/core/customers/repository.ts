// The only file that names the tables customer, customer_phone, device, refused_fee and the search index.
import type { Customer, Device } from '#shared/contract/customers.ts'
import type { PriceGroup } from '#shared/domain/catalogue/index.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

type CustomerRow = {
  rowid: number
  id: string
  name: string
  company: string
  address: string
  remark: string
  price_group: PriceGroup | null
  account_days: number | null
  credit_limit_fen: number | null
  tax_name: string | null
  tax_number: string | null
  invoice_email: string | null
  created_at: number
  last_order_at: number
}
type PhoneRow = {
  id: string
  customer_id: string
  display: string
  phone_key: string
  kind: string
  position: number
}
type DeviceRow = {
  id: string
  customer_id: string
  category: string
  brand: string
  model: string
  serial: string
  no_serial_reason: string
  purchase_date: string | null
  warranty_months: number | null
  onsite_months: number | null
  contract_until: string | null
  created_at: number
}

export const OPEN_STATES_SQL = `state not in ('closed', 'cancelled')`

export const readPhones = (db: ReadDb, customerId: string) =>
  db
    .all<PhoneRow>(
      text(
        'select id, customer_id, display, phone_key, kind, position from customer_phone where customer_id = ? and active = 1 order by position',
        customerId,
      ),
    )
    .map((row) => ({ id: row.id, display: row.display, key: row.phone_key, kind: row.kind }))

export const countOpenOrders = (db: ReadDb, customerId: string): number =>
  db.value<number>(
    text(`select count(*) from work_order where customer_id = ? and ${OPEN_STATES_SQL}`, customerId),
  ) ?? 0

/** With telephones in full: who may see them is decided where they leave the core (`customerAsSeen`). */
export type KnownCustomer = Omit<Customer, 'phonesMasked'>

export const readCustomer = (db: ReadDb, id: string): KnownCustomer | undefined => {
  const row = db.get<CustomerRow>(
    text(
      `select rowid, id, name, company, address, remark, price_group, account_days, credit_limit_fen, tax_name,
        tax_number, invoice_email, created_at, last_order_at from customer where id = ?`,
      id,
    ),
  )
  return (
    row && {
      id: row.id,
      name: row.name,
      company: row.company,
      address: row.address,
      remark: row.remark,
      priceGroup: row.price_group,
      accountDays: row.account_days,
      creditLimitFen: row.credit_limit_fen,
      taxName: row.tax_name ?? '',
      taxNumber: row.tax_number ?? '',
      invoiceEmail: row.invoice_email ?? '',
      phones: readPhones(db, id),
      createdAt: row.created_at,
      lastOrderAt: row.last_order_at,
      openOrders: countOpenOrders(db, id),
    }
  )
}

/** The row that local tables refer to; undefined if there is no such customer. */
export const customerRowid = (db: ReadDb, id: string): number | undefined =>
  db.value<number>(text('select rowid from customer where id = ?', id))

export type SearchedBy = { rowid: number; name: string; company: string; phones: string[] }

/** What search knows a customer by; `phones` are match keys. */
export const readSearchedBy = (db: ReadDb, id: string): SearchedBy | undefined => {
  const row = db.get<{ rowid: number; name: string; company: string; phones: string | null }>(
    text(
      `select rowid, name, company, (select group_concat(phone_key, ' ') from customer_phone
       where customer_id = customer.id and active = 1) as phones from customer where id = ?`,
      id,
    ),
  )
  return row && { ...row, phones: row.phones?.split(' ') ?? [] }
}

export type CustomerBrief = { id: string; name: string; company: string; last_order_at: number }

export const customersByPhone = (db: ReadDb, keys: readonly string[]): CustomerBrief[] =>
  db.all<CustomerBrief>(
    text(
      `select distinct c.id, c.name, c.company, c.last_order_at from customer_phone p join customer c on c.id = p.customer_id
       where p.active = 1 and p.phone_key in (select value from json_each(?)) order by c.last_order_at desc limit 20`,
      JSON.stringify(keys),
    ),
  )

export const customersByNameKey = (db: ReadDb, nameKey: string): CustomerBrief[] =>
  db.all<CustomerBrief>(
    text(
      'select id, name, company, last_order_at from customer where name_key = ? order by last_order_at desc limit 50',
      nameKey,
    ),
  )

/**
 * The customer moves to the front of every list that is ranked by latest order. Without `tokens` those of before
 * are kept; false if they are not known.
 */
export const moveToFront = (db: WriteDb, rowid: number, tokens?: string): boolean => {
  const old = db.get<{ rowid: number; tokens: string }>(
    text('select rowid, tokens from search_document where customer_rowid = ?', rowid),
  )
  const kept = tokens ?? old?.tokens ?? ''
  if (tokens === undefined && kept === '') return false
  if (old) {
    db.run(text('delete from search_index where rowid = ?', old.rowid))
    db.run(text('delete from search_document where rowid = ?', old.rowid))
  }
  const { lastRowid } = db.run(
    text('insert into search_document (customer_rowid, tokens) values (?, ?)', rowid, kept),
  )
  db.run(text('insert into search_index (rowid, tokens) values (?, ?)', lastRowid, kept))
  return true
}

export const touchLastOrder = (db: WriteDb, rowid: number, at: number): void => {
  db.run(text('update customer set last_order_at = ? where rowid = ?', at, rowid))
}

const DEVICE_COLUMNS = `id, customer_id, category, brand, model, serial, no_serial_reason, purchase_date,
  warranty_months, onsite_months, contract_until, created_at`

const toDevice = (row: DeviceRow): Device => ({
  id: row.id,
  customerId: row.customer_id,
  category: row.category,
  brand: row.brand,
  model: row.model,
  serial: row.serial,
  noSerialReason: row.no_serial_reason,
  purchaseDate: row.purchase_date,
  warrantyMonths: row.warranty_months,
  onsiteMonths: row.onsite_months,
  contractUntil: row.contract_until,
  createdAt: row.created_at,
})

export const readDevice = (db: ReadDb, id: string): Device | undefined => {
  const row = db.get<DeviceRow>(text(`select ${DEVICE_COLUMNS} from device where id = ?`, id))
  return row && toDevice(row)
}

export const devicesBySerial = (db: ReadDb, serialKey: string): Device[] =>
  db
    .all<DeviceRow>(text(`select ${DEVICE_COLUMNS} from device where serial_key = ?`, serialKey))
    .map(toDevice)

export const devicesOf = (db: ReadDb, customerId: string): Device[] =>
  db.all<DeviceRow>(sql('device').where({ customer_id: customerId }).limit(200)).map(toDevice)

export type DeviceOrder = {
  id: string
  device_id: string
  number: string
  state: string
  created_at: number
  reported_fault: string
}

export const ordersOfDevices = (db: ReadDb, deviceIds: readonly string[]): DeviceOrder[] =>
  db.all<DeviceOrder>(
    text(
      `select id, device_id, number, state, created_at, reported_fault from work_order
       where device_id in (select value from json_each(?)) order by created_at desc limit 500`,
      JSON.stringify(deviceIds),
    ),
  )

/** The latest one. Not sorted by the database: to save the sorting it would walk through all open orders. */
export const openOrderOfDevice = (db: ReadDb, deviceId: string): { id: string; number: string } | undefined =>
  db
    .all<{ id: string; number: string; created_at: number }>(
      text(
        `select id, number, created_at from work_order where device_id = ? and ${OPEN_STATES_SQL}`,
        deviceId,
      ),
    )
    .reduce<{ id: string; number: string; created_at: number } | undefined>(
      (latest, order) => (latest && latest.created_at > order.created_at ? latest : order),
      undefined,
    )

export type RefusedFeeRow = { at: number; device_text: string; fee_fen: number | null; remark: string }

export const refusedFeesOf = (db: ReadDb, customerId: string): RefusedFeeRow[] =>
  db.all<RefusedFeeRow>(
    text(
      'select at, device_text, fee_fen, remark from refused_fee where customer_id = ? order by at desc limit 50',
      customerId,
    ),
  )
