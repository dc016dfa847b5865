// The only file that names the tables service_item and package. A shop has some hundred of them.
import type { PartsPackage, ServiceItem } from '#shared/contract/catalogue.ts'
import type { PackageItem, Prices } from '#shared/domain/catalogue/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

type ServiceItemRow = {
  id: string
  code: string
  name: string
  price_fen: number
  prices: string
  minutes: number | null
  commission: ServiceItem['commission']
  commission_value: number
  warranty_days: number | null
  active: number
  created_at: number
}
type PackageRow = {
  id: string
  code: string
  name: string
  items: string
  active: number
  created_at: number
}

const SERVICE =
  'id, code, name, price_fen, prices, minutes, commission, commission_value, warranty_days, active, created_at'
const PACKAGE = 'id, code, name, items, active, created_at'

const toServiceItem = (row: ServiceItemRow): ServiceItem => ({
  id: row.id,
  code: row.code,
  name: row.name,
  priceFen: row.price_fen,
  prices: JSON.parse(row.prices) as Prices,
  minutes: row.minutes,
  commission: row.commission,
  commissionValue: row.commission_value,
  warrantyDays: row.warranty_days,
  active: row.active === 1,
  createdAt: row.created_at,
})

const toPackage = (row: PackageRow): PartsPackage => ({
  id: row.id,
  code: row.code,
  name: row.name,
  items: JSON.parse(row.items) as PackageItem[],
  active: row.active === 1,
  createdAt: row.created_at,
})

export const readServiceItem = (db: ReadDb, id: string): ServiceItem | undefined => {
  const row = db.get<ServiceItemRow>(text(`select ${SERVICE} from service_item where id = ?`, id))
  return row && toServiceItem(row)
}

export const serviceItemByCodeKey = (db: ReadDb, key: string): ServiceItem | undefined => {
  const row = db.get<ServiceItemRow>(text(`select ${SERVICE} from service_item where code_key = ?`, key))
  return row && toServiceItem(row)
}

export const listServiceItems = (db: ReadDb): ServiceItem[] =>
  db
    .all<ServiceItemRow>(text(`select ${SERVICE} from service_item order by active desc, code_key`))
    .map(toServiceItem)

/** Those in use whose search key holds every word. */
export const serviceItemsHolding = (db: ReadDb, words: readonly string[], limit: number): ServiceItem[] =>
  db
    .all<ServiceItemRow>(
      text(
        `select ${SERVICE} from service_item where active = 1 and not exists
           (select 1 from json_each(?) w where instr(search_key, w.value) = 0) order by code_key limit ?`,
        JSON.stringify(words),
        limit,
      ),
    )
    .map(toServiceItem)

export const readPackage = (db: ReadDb, id: string): PartsPackage | undefined => {
  const row = db.get<PackageRow>(text(`select ${PACKAGE} from package where id = ?`, id))
  return row && toPackage(row)
}

export const packageByCodeKey = (db: ReadDb, key: string): PartsPackage | undefined => {
  const row = db.get<PackageRow>(text(`select ${PACKAGE} from package where code_key = ?`, key))
  return row && toPackage(row)
}

export const listPackages = (db: ReadDb): PartsPackage[] =>
  db.all<PackageRow>(text(`select ${PACKAGE} from package order by active desc, code_key`)).map(toPackage)
