// What a scanned or typed code stands for: a shelf or bench, a loaner, or a thing of an order. Codes that a person
// chose are looked up first; all others say themselves what they stick on (rule WO-6).
import { accessoryKey } from '#shared/domain/custody/index.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { foldCode, formatNumber, recognise } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { ordersOfVisit, readOrderByNumber, readOrderByShortCode } from '#core/orders/index.ts'
import { visitIdByNumber } from '#core/visits/index.ts'
import { itemsOf } from './places-of-items.ts'
import type { LoanerRow, PlaceRow } from './repository.ts'
import { loanerByCode, placeByCode } from './repository.ts'

export type Unknown = 'notOurs' | 'misread' | 'otherShop' | 'noSuch'
/** `rest`: the other orders of a visit, whose slip was scanned. */
export type Coded =
  | Readonly<{ what: 'item'; row: OrderRow; item: string; rest: readonly OrderRow[] }>
  | Readonly<{ what: 'place'; place: PlaceRow }>
  | Readonly<{ what: 'loaner'; loaner: LoanerRow }>
  | Readonly<{ what: 'unknown'; because: Unknown }>

type Asking = Pick<QueryContext, 'db' | 'shop'>

/** As codes are kept: capitals, half width, no blanks. */
export const keptCode = (typed: string): string => foldCode(typed).replace(/\s/g, '')

/** A code of a shelf, a bench or a loaner; two looks into an index, so that every search can afford it. */
export const readOwnCode = (
  db: ReadDb,
  typed: string,
): Extract<Coded, { what: 'place' | 'loaner' }> | undefined => {
  const kept = keptCode(typed)
  const place = placeByCode(db, kept)
  if (place) return { what: 'place', place }
  const loaner = loanerByCode(db, kept)
  return loaner && { what: 'loaner', loaner }
}

export const readCode = (ctx: Asking, typed: string): Coded => {
  const own = readOwnCode(ctx.db, typed)
  if (own) return own
  const code = recognise(typed)
  if (isRefused(code)) return unknown('misread')
  switch (code.form) {
    case 'none':
      return unknown('notOurs')
    case 'number':
      return ofOrder(ctx, code.parts, 'machine')
    case 'shortCode': {
      const { day, pc, generation, sequence, check } = code.short
      const written = `${String(day).padStart(2, '0')}-${pc}${generation}${String(sequence).padStart(3, '0')}-${check}`
      return thing(readOrderByShortCode(ctx.db, written), 'machine') ?? unknown('noSuch')
    }
    case 'digits': {
      const { kind, parts, item } = code.barcode
      if (kind === 'visit') return ofVisit(ctx, parts)
      if (kind === 'place' || kind === 'loaner') return nowhere(ctx, parts)
      if (kind !== 'accessory') return ofOrder(ctx, parts, 'machine')
      const found = ofOrder(ctx, parts, accessoryKey(item ?? 0))
      // A label of something that intake no longer lists.
      if (found.what === 'item' && !itemsOf(ctx.db, found.row).some((one) => one.item === found.item))
        return unknown('noSuch')
      return found
    }
  }
}

const unknown = (because: Unknown): Coded => ({ what: 'unknown', because })

/** Ours by its form: another shop's number, or one that nobody gave out. */
const nowhere = ({ shop }: Asking, parts: NumberParts): Coded =>
  unknown(parts.branch === shop?.branchCode ? 'noSuch' : 'otherShop')

const thing = (row: OrderRow | undefined, item: string, rest: readonly OrderRow[] = []): Coded | undefined =>
  row && { what: 'item', row, item, rest }

/** A job that another branch sent has that branch's number and is here all the same: first look, then judge. */
const ofOrder = (ctx: Asking, parts: NumberParts, item: string): Coded => {
  const { number } = formatNumber(parts)
  return thing(readOrderByNumber(ctx.db, number), item) ?? ofVisit(ctx, parts)
}

const ofVisit = (ctx: Asking, parts: NumberParts): Coded => {
  const visit = visitIdByNumber(ctx.db, formatNumber(parts).number)
  const [first, ...rest] = visit === undefined ? [] : ordersOfVisit(ctx.db, visit)
  return thing(first, 'machine', rest) ?? nowhere(ctx, parts)
}
