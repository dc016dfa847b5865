// What `counter check` proves about the stock: everything that is kept beside the movements is their sum (rules PRT-4,
// PRT-9, PRT-10). Movements are read once, in one pass of the database for each proof.
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

/** Problems that one check names. */
const MOST = 20

type Proof = Readonly<{ name: string; what: string; of: string; count: string; wrong: string }>

/** `wrong` answers rows of what is kept that differs from what the movements say, as text. */
const PROOFS: readonly Proof[] = [
  {
    name: 'stock balances',
    what: 'balance',
    of: 'the sum of its movements',
    count: 'select count(*) from stock_balance',
    wrong: `select coalesce(p.code, s.part_id) || ' at ' || coalesce(l.code, s.place_id) as what, s.kept, s.moved from (
        select part_id, place_id, sum(kept) as kept, sum(moved) as moved from (
          select part_id, place_id, quantity as kept, 0 as moved from stock_balance
          union all select part_id, place_id, 0, quantity from stock_movement)
        group by part_id, place_id having sum(kept) <> sum(moved)) s
      left join part p on p.id = s.part_id left join stock_place l on l.id = s.place_id limit ${MOST}`,
  },
  {
    name: 'stock costs',
    what: 'cost',
    of: 'the sum of the values of its movements',
    count: 'select count(*) from stock_cost',
    wrong: `select coalesce(p.code, s.part_id) as what, s.kept, s.moved from (
        select part_id, sum(kept) as kept, sum(moved) as moved from (
          select part_id, value_fen as kept, 0 as moved from stock_cost
          union all select part_id, 0, value_fen from stock_movement)
        group by part_id having sum(kept) <> sum(moved)
        union all select c.part_id, c.quantity, coalesce((select sum(b.quantity) from stock_balance b
            where b.part_id = c.part_id), 0)
          from stock_cost c where c.quantity <> coalesce((select sum(b.quantity) from stock_balance b
            where b.part_id = c.part_id), 0)) s
      left join part p on p.id = s.part_id limit ${MOST}`,
  },
  {
    name: 'stock on the way',
    what: 'on the way',
    of: 'what its transfer sent and nobody confirmed',
    count: 'select count(*) from stock_on_way',
    wrong: `select coalesce(d.number, s.document_id) as what, s.kept, s.moved from (
        select document_id, part_id, sum(kept) as kept, sum(moved) as moved from (
          select document_id, part_id, quantity as kept, 0 as moved from stock_on_way
          union all select iif(d.kind = 'transfer', d.id, d.refers_to), m.part_id, 0, m.quantity
            from stock_place l join stock_movement m on m.place_id = l.id join stock_document d on d.id = m.document_id
            where l.kind = 'transit')
        group by document_id, part_id having sum(kept) <> sum(moved)) s
      left join stock_document d on d.id = s.document_id limit ${MOST}`,
  },
  {
    name: 'part serials',
    what: 'serials at a place',
    of: 'the pieces there',
    count: 'select count(*) from part_serial',
    wrong: `select coalesce(p.code, s.part_id) || ' at ' || coalesce(l.code, s.place_id) as what, s.kept, s.moved from (
        select part_id, place_id, sum(kept) as kept, sum(moved) as moved from (
          select part_id, place_id, 1000 as kept, 0 as moved from part_serial where place_id is not null
          union all select b.part_id, b.place_id, 0, b.quantity from part q
            join stock_balance b on b.part_id = q.id where q.serial_tracked = 1)
        group by part_id, place_id having sum(kept) <> sum(moved)
        union all select s.part_id, coalesce(s.place_id, ''), 1, coalesce(n.times, 0) from part_serial s left join (
            select m.part_id, j.value as serial, m.place_id, sum(iif(m.quantity > 0, 1, -1)) as times
            from part q join stock_movement m on m.part_id = q.id, json_each(m.serials) j
            where q.serial_tracked = 1 group by m.part_id, j.value, m.place_id having times <> 0) n
            on n.part_id = s.part_id and n.serial = s.serial
          where s.place_id is not n.place_id or coalesce(n.times, 1) <> 1) s
      left join part p on p.id = s.part_id left join stock_place l on l.id = s.place_id limit ${MOST}`,
  },
]

type Wrong = { what: string; kept: number; moved: number }

export const stockProofs: readonly Readonly<{
  name: string
  run: (db: ReadDb) => { count: number; problems: string[] }
}>[] = PROOFS.map(({ name, what, of, count, wrong }) => ({
  name,
  run: (db) => ({
    count: db.value<number>(text(count)) ?? 0,
    problems: db
      .all<Wrong>(text(wrong))
      .map((one) => `${what} of ${one.what} is ${one.kept} and not ${one.moved}, ${of}`),
  }),
}))
