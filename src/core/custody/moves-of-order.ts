// Every move of the things of an order, the newest first: by scan, by a command, and the loans out and back.
import { loanerKey } from '#shared/domain/custody/index.ts'
import type { Value } from '#shared/contract/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { findPerson } from '#core/staff/index.ts'
import { loansOf, movesOf } from './repository.ts'
import { placeRefOf } from './views.ts'

type Move = Value<'custody.ofOrder'>['moves'][number]

export const movesOfOrder = (db: ReadDb, row: OrderRow): Move[] => {
  const who = (id: string | null): string => (id === null ? '' : (findPerson(db, { id })?.name ?? ''))
  const scans = movesOf(db, row.id).map((move): Move => ({
    item: move.item,
    from: placeRefOf(db, move.from_kind, move.from_id, row),
    to: placeRefOf(db, move.to_kind, move.to_id, row),
    remark: move.remark,
    at: move.at,
    who: who(move.staff_id),
  }))
  const house = placeRefOf(db, 'counter', null, row)
  const customer = placeRefOf(db, 'customer', null, row)
  const loans = loansOf(db, row.id).flatMap((loan): Move[] => {
    const item = loanerKey(loan.loaner_id)
    const out = {
      item,
      from: house,
      to: customer,
      remark: loan.condition,
      at: loan.lent_at,
      who: who(loan.lent_by),
    }
    if (loan.returned_at === null) return [out]
    const back = {
      item,
      from: customer,
      to: house,
      remark: loan.return_condition ?? '',
      at: loan.returned_at,
      who: who(loan.returned_by),
    }
    return [back, out]
  })
  return [...scans, ...loans].toSorted((a, b) => b.at - a.at)
}
