// The books of parts in the words of the model: every quantity of every line, balances beside the sums of the movements,
// serials, tags, requests, and what is charged.
import type { Driver } from '#core/db/driver.ts'
import * as rule from './parts-model.ts'
import type { World } from './parts-world.ts'
import { QUOTED } from './parts-world.ts'

type Pair = { key: string; quantity: number }

export const bookedParts = (file: Driver, { places, quoted, orders }: World) => {
  const all = <T>(sql: string, ...values: string[]): T[] => file.prepare(sql).all(...values) as T[]
  const pairs = (sql: string, ...values: string[]): Record<string, number> =>
    Object.fromEntries(all<Pair>(sql, ...values).map(({ key, quantity }) => [key, quantity]))
  const named = new Set(Object.values(places))
  const where = (key: string): string => {
    const [part, place = ''] = key.split('@')
    return named.has(place) ? key : `${part}@way`
  }
  const renamed = (given: Record<string, number>) =>
    Object.fromEntries(Object.entries(given).map(([key, quantity]) => [where(key), quantity]))
  return {
    lines: all<object>(
      `select id, planned, issued, used, returned_good as good, returned_defective as bad, old_owed as owed,
         old_returned as oldBack, issued - used - returned_good - returned_defective as inHand
       from order_part order by id`,
    ),
    // PRT-2 by another way: each quantity is the sum of its entries.
    unlike: all<object>(
      `select l.id, e.quantity_of, sum(e.quantity) as written from order_part l
       join order_part_entry e on e.order_part_id = l.id group by l.id, e.quantity_of
       having written <> case e.quantity_of when 'planned' then l.planned when 'issued' then l.issued
         when 'used' then l.used when 'returnedGood' then l.returned_good
         when 'returnedDefective' then l.returned_defective when 'oldOwed' then l.old_owed
         else l.old_returned end`,
    ),
    balances: renamed(
      pairs(`select part_id || '@' || place_id as key, quantity from stock_balance where quantity > 0`),
    ),
    moved: renamed(
      pairs(`select part_id || '@' || place_id as key, sum(quantity) as quantity from stock_movement
        group by part_id, place_id having sum(quantity) <> 0`),
    ),
    serials: Object.fromEntries(
      all<{ key: string; place: string | null; onOrder: string | null }>(
        `select part_id || '#' || serial as key, place_id as place, order_part_id as onOrder from part_serial
         where place_id is not null or order_part_id is not null`,
      ).map(({ key, place, onOrder }) => [
        key,
        onOrder !== null ? 'order' : named.has(place ?? '') ? place : 'way',
      ]),
    ),
    tags: pairs(`select what as key, sum(quantity) as quantity from fault_tag group by what`),
    requests: all<{ id: string }>(`select id from part_request where state = 'open'`)
      .map(({ id }) => id)
      .toSorted(),
    // Beside the cost of what the orders still have, nothing was lost: what came in is there, out, or on orders.
    costs: all<object>(
      `select p.part_id from (select part_id, sum(value_fen) as moved, sum(quantity) as quantity from stock_movement
         group by part_id) p left join stock_cost c on c.part_id = p.part_id
       where p.moved <> coalesce(c.value_fen, 0) or p.quantity <> coalesce(c.quantity, 0)`,
    ),
    charged: pairs(
      `select l.order_id || '/' || coalesce(l.part_id, l.id) as key, sum(c.quantity) as quantity
       from charge_line c join order_part l on l.id = c.order_part_id
       where c.active = 1 and c.quote_line_id is null group by 1`,
    ),
    beyondQuote: pairs(
      `select 'quoted' as key, sum(quantity) as quantity from charge_line
       where active = 1 and quote_line_id is not null and order_id = ?`,
      orders[0] ?? '',
    ),
    amountsOff: all<object>(
      `select c.id from charge_line c join order_part l on l.id = c.order_part_id where c.active = 1
         and c.quote_line_id is null and abs(c.amount_fen * 1000 - c.quantity * l.price_fen) > 500`,
    ),
    quotedPart: quoted,
  }
}

/** The same by the model. */
export const modelledParts = ({ model, orders, quoted }: World): ReturnType<typeof bookedParts> => {
  const charged = new Map<string, number>()
  for (const line of model.lines) {
    const key = `${orders[line.order] ?? ''}/${line.part ?? line.id}`
    charged.set(key, (charged.get(key) ?? 0) + line.used)
  }
  // What the customer agreed to in his quote is not charged again.
  const agreed = `${orders[0] ?? ''}/${quoted}`
  charged.set(agreed, Math.max(0, (charged.get(agreed) ?? 0) - QUOTED))
  const there = Object.fromEntries([...model.there].filter(([, quantity]) => quantity > 0))
  return {
    lines: model.lines
      .map((line) => ({
        ...{ id: line.id, planned: line.planned, issued: line.issued, used: line.used, good: line.good },
        ...{ bad: line.bad, owed: line.owed, oldBack: line.oldBack, inHand: rule.inHand(line) },
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unlike: [],
    balances: there,
    moved: there,
    serials: Object.fromEntries(model.serials),
    tags: Object.fromEntries(Object.entries(model.tags).filter(([, quantity]) => quantity > 0)),
    requests: model.requests.map(({ id }) => id).toSorted(),
    costs: [],
    charged: Object.fromEntries([...charged].filter(([, quantity]) => quantity > 0)),
    beyondQuote: { quoted: QUOTED },
    amountsOff: [],
    quotedPart: quoted,
  }
}
