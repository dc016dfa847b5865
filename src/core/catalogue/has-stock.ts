// Whether a part was ever in stock: then the way it is counted cannot change, because its movements are counted so.
// The one question of the catalogue to the ledger; the movements themselves belong to the stock.
import type { ReadDb } from '#core/db/handle.ts'
import { text } from '#core/db/handle.ts'

export const hasStock = (db: ReadDb, partId: string): boolean =>
  db.value<number>(text('select 1 from stock_movement where part_id = ? limit 1', partId)) === 1
