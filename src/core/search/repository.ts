// The statements behind the one search field; each is an index range or the token index, newest first.
import type { State } from '#shared/domain/work-order/states.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type CustomerRow = { id: string; name: string; company: string; last_order_at: number }

const CUSTOMER = 'c.id, c.name, c.company, c.last_order_at'

/** Documents are renewed at every order, so the largest rowid is the latest order: no sorting. */
export const customersByTokens = (db: ReadDb, match: string, limit: number): CustomerRow[] =>
  db.all<CustomerRow>(
    text(
      `select ${CUSTOMER} from search_index i join search_document d on d.rowid = i.rowid join customer c on c.rowid = d.customer_rowid
       where search_index match ? order by i.rowid desc limit ?`,
      match,
      limit,
    ),
  )

export const customersByPhoneKey = (db: ReadDb, keys: readonly string[], limit: number): CustomerRow[] =>
  db.all<CustomerRow>(
    text(
      `select distinct ${CUSTOMER} from customer_phone p join customer c on c.id = p.customer_id
       where p.phone_key in (select value from json_each(?)) and p.active = 1 order by c.last_order_at desc limit ?`,
      JSON.stringify(keys),
      limit,
    ),
  )

/** Numbers that begin with these digits; of very many the first 500 are ranked. */
export const customersByPhonePrefix = (db: ReadDb, prefix: string, limit: number): CustomerRow[] =>
  db.all<CustomerRow>(
    text(
      `select distinct ${CUSTOMER} from (select customer_id from customer_phone where phone_key >= ? and phone_key < ? and active = 1 limit 500) p
       join customer c on c.id = p.customer_id order by c.last_order_at desc limit ?`,
      prefix,
      `${prefix}:`,
      limit,
    ),
  )

export const customersByTail = (db: ReadDb, tail4: string, limit: number): CustomerRow[] =>
  db.all<CustomerRow>(
    text(
      `select distinct ${CUSTOMER} from customer_phone p join customer c on c.id = p.customer_id
       where p.tail4 = ? and p.active = 1 order by c.last_order_at desc limit ?`,
      tail4,
      limit,
    ),
  )

export type OrderRow = {
  id: string
  number: string
  state: State
  customer_name: string
  device: string
  created_at: number
}

const ORDER = `w.id, w.number, w.state, c.name as customer_name, trim(d.category || ' ' || d.brand || ' ' || d.model) as device, w.created_at`
const ORDER_JOINS = 'join customer c on c.id = w.customer_id join device d on d.id = w.device_id'

export const ordersByNumber = (db: ReadDb, number: string): OrderRow[] =>
  db.all<OrderRow>(text(`select ${ORDER} from work_order w ${ORDER_JOINS} where w.number = ?`, number))

export const ordersByShortCode = (db: ReadDb, code: string, limit: number): OrderRow[] =>
  db.all<OrderRow>(
    text(
      `select ${ORDER} from work_order w ${ORDER_JOINS} where w.short_code = ? order by w.created_at desc limit ?`,
      code,
      limit,
    ),
  )

export type VisitRow = {
  id: string
  number: string
  customer_id: string
  customer_name: string
  created_at: number
}

const VISIT = 'v.id, v.number, v.customer_id, c.name as customer_name, v.created_at'

export const visitsByNumber = (db: ReadDb, number: string): VisitRow[] =>
  db.all<VisitRow>(
    text(`select ${VISIT} from visit v join customer c on c.id = v.customer_id where v.number = ?`, number),
  )

export const visitsByShortCode = (db: ReadDb, code: string, limit: number): VisitRow[] =>
  db.all<VisitRow>(
    text(
      `select ${VISIT} from visit v join customer c on c.id = v.customer_id where v.short_code = ? order by v.created_at desc limit ?`,
      code,
      limit,
    ),
  )

export type DeviceRow = {
  id: string
  customer_id: string
  customer_name: string
  device: string
  serial: string
}

export const devicesBySerialPrefix = (db: ReadDb, key: string, limit: number): DeviceRow[] =>
  db.all<DeviceRow>(
    text(
      `select d.id, d.customer_id, c.name as customer_name, trim(d.category || ' ' || d.brand || ' ' || d.model) as device, d.serial
       from device d join customer c on c.id = d.customer_id
       where d.serial_key >= ? and d.serial_key < ? and d.serial_key <> '' order by d.serial_key limit ?`,
      key,
      `${key}\u{10ffff}`,
      limit,
    ),
  )

/** Telephones and open orders of the customers that are shown, in one statement each. */
export const phonesOfCustomers = (
  db: ReadDb,
  ids: readonly string[],
): { customer_id: string; display: string }[] =>
  db.all(
    text(
      `select customer_id, display from customer_phone where customer_id in (select value from json_each(?)) and active = 1 order by position`,
      JSON.stringify(ids),
    ),
  )

export const openOrdersOfCustomers = (
  db: ReadDb,
  ids: readonly string[],
): { customer_id: string; open: number }[] =>
  db.all(
    text(
      `select customer_id, count(*) as open from work_order where customer_id in (select value from json_each(?))
       and state not in ('closed', 'cancelled') group by customer_id`,
      JSON.stringify(ids),
    ),
  )
