// A shop with an order, for contract tests: what a legal input may name, and whether anything was written.
import { openDriver } from '#core/db/driver.ts'
import { machine, startShop, visit } from '#test/support/core.ts'
import type { TestConnection } from '#test/support/core.ts'

/** 1 by 1 pixel. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const UNKNOWN_ID = '0190f5fe-7c00-7a00-8000-000000000000'

export type ShopInUse = Readonly<{
  manager: TestConnection
  nobody: TestConnection
  connect: () => TestConnection
  dir: string
  ids: Readonly<{
    order: string
    visit: string
    customer: string
    device: string
    staff: string
    photo: string
  }>
  /** Changes exactly when a commit of the core changed the database. */
  version: () => number
  /** Rows of every table. */
  rows: () => Record<string, number>
}>

export const shopInUse = async (): Promise<ShopInUse> => {
  const { manager, connect, dir, staffId } = await startShop()
  const { hash } = await manager.value('attachment.put', { mime: 'image/png', data: PNG })
  const made = await manager.value('visit.create', visit({ machines: [machine({ photos: [hash] })] }))
  const [order] = made.orders
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  const version = db.prepare('pragma data_version').pluck()
  const tables = db
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all() as string[]
  const counts = db.prepare(
    tables.map((name) => `select '${name}' as name, count(*) as rows from "${name}"`).join(' union all '),
  )
  return {
    manager,
    nobody: connect(),
    connect,
    dir,
    ids: {
      order: order?.id ?? '',
      visit: made.visitId,
      customer: made.customerId,
      device: order?.deviceId ?? '',
      staff: staffId,
      photo: hash,
    },
    version: () => version.get() as number,
    rows: () =>
      Object.fromEntries(
        (counts.all() as { name: string; rows: number }[]).map((row) => [row.name, row.rows]),
      ),
  }
}
