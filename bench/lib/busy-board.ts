// A copy of a big shop in which twenty thousand orders are open, spread over all columns: what the board is measured on.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '#core/demo/random.ts'
import { bigShop } from './big-shop.ts'
import { openBare } from './driver.ts'

export const OPEN_ORDERS = 20_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Half of them are being repaired, as in a shop that is behind; the rest waits everywhere. */
const STATES = [
  'inService',
  'inService',
  'inService',
  'repeatService',
  'awaitingCustomer',
  'awaitingParts',
  'pendingDispatch',
  'pendingReceive',
  'atVendor',
  'readyForPickup',
  'readyForPickup',
  'suspended',
  'accepted',
  'pendingSettlement',
] as const

export type BusyBoard = Readonly<{ dataDir: string; orders: number }>

export const busyBoard = async (orders: number, workDir: string): Promise<BusyBoard> => {
  const shop = await bigShop(orders)
  const dataDir = join(workDir, 'busy')
  cpSync(shop.dataDir, dataDir, {
    recursive: true,
    filter: (path) => !path.includes(`${shop.dataDir}/backups/`),
  })
  const db = openBare(join(dataDir, 'counter.db'))
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  const chance = createChance(7)
  const now = Date.now()
  const technicians = db
    .prepare(`select id from staff where roles like '%technician%' order by staff_no`)
    .pluck()
    .all() as string[]
  const set = db.prepare(
    `update work_order set state = ?, state_since = ?, primary_id = ?, promised_at = ?, next_contact_by = ?, urges = ?,
       ready_at = ?, t2 = ?, return_by = ?, important = ?, back_by = ?, suspend_reason = ? where rowid = ?`,
  )
  const newest = db.prepare('select max(rowid) from work_order').pluck().get() as number
  db.exec('begin')
  for (let i = 0; i < OPEN_ORDERS; i += 1) {
    const state = chance.pick(STATES)
    const ready = state === 'readyForPickup' ? now - chance.between(0, 60) * DAY_MS : null
    const due = now + chance.between(-200, 400) * HOUR_MS
    set.run(
      state,
      now - chance.between(1, 40 * 24) * HOUR_MS,
      state === 'pendingDispatch' ? null : chance.pick(technicians),
      chance.happens(0.3) ? due : null,
      ready === null && chance.happens(0.9) ? due : null,
      chance.happens(0.05) ? chance.between(1, 4) : null,
      ready,
      ready !== null && chance.happens(0.7) ? ready + HOUR_MS : null,
      chance.happens(0.1) ? 'delivery' : 'pickUp',
      chance.happens(0.05) ? 1 : 0,
      state === 'atVendor' || state === 'awaitingParts' ? due : null,
      state === 'suspended' ? '等客户找购机发票' : null,
      newest - i,
    )
  }
  db.exec('commit')
  db.close()
  return { dataDir, orders }
}
