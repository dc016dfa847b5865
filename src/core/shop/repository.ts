// The only file that names the tables shop, setting and sync_self's birth.
import { settings as settingsShape } from '#shared/contract/shop.ts'
import type { Settings, Shop } from '#shared/contract/shop.ts'
import { PEOPLE_TO_SEPARATE } from '#shared/domain/staff/rights.ts'
import { CHAIN_START } from '#core/command/chain.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

type ShopRow = {
  id: string
  name: string
  branch_code: string
  address: string
  phone: string
  area_code: string
  language: Shop['language']
  paper_language: Shop['paperLanguage']
  time_zone: string
  created_at: number
  pc: number
}

export const readShop = (db: ReadDb): Shop | undefined => {
  const row = db.get<ShopRow>(text('select s.*, y.pc from shop s, sync_self y'))
  return (
    row && {
      id: row.id,
      name: row.name,
      branchCode: row.branch_code,
      terminal: `${row.branch_code}-${row.pc}`,
      address: row.address,
      phone: row.phone,
      areaCode: row.area_code,
      language: row.language,
      paperLanguage: row.paper_language,
      timeZone: row.time_zone,
      createdAt: row.created_at,
    }
  )
}

/** This database becomes an origin of its own: its number block and its two chains start here. */
export const createOrigin = (db: WriteDb, origin: string, branch: string, pc: number): void => {
  db.run(
    text(
      'insert into sync_self (id, origin, branch, pc, generation, chain, audit_chain) values (1, ?, ?, ?, 0, ?, ?)',
      origin,
      branch,
      pc,
      CHAIN_START,
      CHAIN_START,
    ),
  )
}

/** Of the last reading: what the rows said, and what that means. */
let understood: { rows: string; settings: Settings } | undefined

/** Nearly every command asks; what it asks is parsed again only where the rows say something else than last time. */
export const readSettings = (db: ReadDb): Settings => {
  const rows = db.all<{ key: string; value: string }>(text('select key, value from setting order by key'))
  const said = JSON.stringify(rows)
  if (understood?.rows !== said) understood = { rows: said, settings: settingsOf(rows) }
  return understood.settings
}

const settingsOf = (rows: readonly { key: string; value: string }[]): Settings => {
  const stored: Record<string, unknown> = {}
  for (const row of rows) {
    if (row.key in settingsShape.shape) stored[row.key] = JSON.parse(row.value)
  }
  return Object.freeze(settingsShape.parse(stored))
}

export const writeSetting = (db: WriteDb, key: string, value: unknown, now: number): void => {
  db.run(
    text(
      `insert into setting (key, value, updated_at) values (?, ?, ?)
       on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
      key,
      JSON.stringify(value),
      now,
    ),
  )
}

/** Whether one person may do what two would in a larger shop; every such act is listed. */
export const mayCombineDuties = (db: ReadDb): boolean =>
  readSettings(db).combineDuties &&
  (db.value<number>(text('select count(*) from staff where active = 1')) ?? 0) < PEOPLE_TO_SEPARATE
