// Where things are, asked and moved by scan (rule CLS-7); shelves, benches and loaners.
import { custodies } from '#shared/contract/custody.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { Fields } from '#core/db/rows.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { readCode } from './codes.ts'
import { lend, takeBack } from './loans.ts'
import { movesOfOrder } from './moves-of-order.ts'
import { declareLost, moveScanned } from './move-scanned.ts'
import { ownCode } from './own-codes.ts'
import * as rows from './repository.ts'
import { heldItems, loanerOf, placeOf } from './views.ts'
import { isOver } from './where-to.ts'

/** What stands on a shelf or bench, the longest first. */
const itemsIn = (db: ReadDb, place: rows.PlaceRow) =>
  rows.custodyIn(db, place.kind, place.id).flatMap((held) => {
    const row = readOrderRow(db, held.order_id)
    return row ? heldItems(db, row).filter(({ item }) => item === held.item) : []
  })

/** Writes a place or loaner that is new, or what differs. */
const write = (
  ctx: CommandContext,
  kind: 'place' | 'loaner',
  id: string | undefined,
  fields: Fields,
): string => {
  const written = id ?? ctx.newId()
  const fact = `${kind}.${id === undefined ? 'added' : 'changed'}`
  if (id === undefined) ctx.insert(kind, written, { ...fields, active: true, createdAt: ctx.now }, fact)
  else ctx.update(kind, written, fields, fact)
  ctx.audit({ action: fact, object: kind, objectId: written, details: { fields: Object.keys(fields) } })
  ctx.changed('custody')
  return written
}

/** The given fields that are not as they were. */
const differing = (wanted: Readonly<Record<string, unknown>>, before: object): Fields =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && value !== (before as Record<string, unknown>)[key],
    ),
  ) as Fields

const there = <T>(row: T | undefined): T => {
  if (row === undefined) throw new Error('the row that was just written is not there')
  return row
}

export const custodyEntries = implement(custodies, {
  find: (ctx, input) => {
    const code = readCode(ctx, input.code)
    if (code.what === 'unknown') return refuse('unknownCode', { field: 'code', because: code.because })
    if (code.what === 'place')
      return { what: 'place', place: placeOf(code.place), items: itemsIn(ctx.db, code.place) }
    if (code.what === 'loaner') return { what: 'loaner', loaner: loanerOf(ctx, code.loaner) }
    const all = [code.row, ...code.rest].flatMap((row) => heldItems(ctx.db, row))
    const item = all.find((one) => one.orderId === code.row.id && one.item === code.item) ?? all[0]
    if (!item) return refuse('unknownCode', { field: 'code', because: 'noSuch' })
    return { what: 'item', item, others: all.filter((one) => one !== item) }
  },

  ofOrder: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    return { items: heldItems(ctx.db, row), moves: movesOfOrder(ctx.db, row) }
  },

  move: (ctx, input) => moveScanned(ctx, input),

  declareLost: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.orderId)
    if (!row) return refuse('unknownOrder', { field: 'orderId' })
    if (isOver(row)) return refuse('orderIsOver', { field: 'orderId', number: row.number })
    return declareLost(ctx, row, input.item, input.words) ? {} : refuse('unknownItem', { field: 'item' })
  },

  places: (ctx) => ({ places: rows.listPlaces(ctx.db).map(placeOf) }),

  addPlace: (ctx, { code: given, ...fields }) => {
    const code = ownCode(ctx, 'place', given)
    if (isRefused(code)) return code
    const id = write(ctx, 'place', undefined, { ...fields, code })
    return placeOf(there(rows.placeById(ctx.db, id)))
  },

  changePlace: (ctx, input) => {
    const row = rows.placeById(ctx.db, input.id)
    if (!row) return refuse('unknownPlace', { field: 'id' })
    const before = placeOf(row)
    const fields = differing(input.changes, before)
    // A shelf that becomes a bench would lose what is written to stand on the shelf.
    const leaves = fields['active'] === false ? 'active' : fields['kind'] === undefined ? undefined : 'kind'
    if (leaves && before.holds > 0)
      return refuse('placeNotEmpty', { field: `changes.${leaves}`, holds: before.holds })
    if (Object.keys(fields).length === 0) return before
    write(ctx, 'place', input.id, fields)
    return placeOf(there(rows.placeById(ctx.db, input.id)))
  },

  loaners: (ctx) => ({ loaners: rows.listLoaners(ctx.db).map((row) => loanerOf(ctx, row)) }),

  addLoaner: (ctx, { code: given, ...fields }) => {
    const code = ownCode(ctx, 'loaner', given)
    if (isRefused(code)) return code
    const id = write(ctx, 'loaner', undefined, { ...fields, code })
    return loanerOf(ctx, there(rows.loanerById(ctx.db, id)))
  },

  changeLoaner: (ctx, input) => {
    const row = rows.loanerById(ctx.db, input.id)
    if (!row) return refuse('unknownLoaner', { field: 'id' })
    const before = loanerOf(ctx, row)
    const fields = differing(input.changes, before)
    if (fields['active'] === false && before.lent)
      return refuse('loanerIsOut', { field: 'changes.active', number: before.lent.number })
    if (Object.keys(fields).length === 0) return before
    write(ctx, 'loaner', input.id, fields)
    return loanerOf(ctx, there(rows.loanerById(ctx.db, input.id)))
  },

  lend: (ctx, input) => lend(ctx, input),

  takeBack: (ctx, input) => takeBack(ctx, input.loaner, input.condition),
})
