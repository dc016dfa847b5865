// Lists, one order, and what may be done to an order in any state.
import { orders, ORDER_VIEWS } from '#shared/contract/orders.ts'
import { refuse } from '#shared/kernel/result.ts'
import { businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { allowedIn } from './allowed.ts'
import { allowancesOf } from './allowances.ts'
import { amend } from './amend.ts'
import { comebacksFor } from './comebacks.ts'
import { detailOf } from './detail.ts'
import { countView, listOrders, readLog, readOrderRow, setStar } from './repository.ts'
import { readPasscode } from './passcodes.ts'

const startOfToday = (ctx: QueryContext): number => {
  const zone = ctx.shop?.timeZone ?? 'UTC'
  return startOfBusinessDay(businessDate(ctx.now, zone), zone)
}

/** A few hundredths of a second of work. */
const SCAN_AT_ONCE = 4000

const cursorOf = (createdAt: number, rowid: number): string => `${createdAt}.${rowid}`

const parseCursor = (cursor: string): { createdAt: number; rowid: number } | undefined => {
  const [createdAt, rowid] = cursor.split('.').map(Number)
  return Number.isSafeInteger(createdAt) && Number.isSafeInteger(rowid)
    ? { createdAt: createdAt as number, rowid: rowid as number }
    : undefined
}

export const orderEntries = implement(orders, {
  list: (ctx, input) => {
    const { orders: found, stoppedAt } = listOrders(ctx.db, {
      view: input.view,
      state: input.state,
      text: input.text,
      from: input.from,
      until: input.until,
      after: input.after === undefined ? undefined : parseCursor(input.after),
      limit: input.limit + 1,
      staffId: ctx.actor.staffId,
      now: ctx.now,
      startOfToday: startOfToday(ctx),
      scanAtOnce: SCAN_AT_ONCE,
    })
    const page = found.slice(0, input.limit)
    const goOn = found.length > input.limit ? page.at(-1) : stoppedAt
    return {
      orders: page.map(({ rowid: _rowid, ...line }) => line),
      next: goOn ? cursorOf(goOn.createdAt, goOn.rowid) : null,
    }
  },

  counts: (ctx) => ({
    counts: Object.fromEntries(
      ORDER_VIEWS.map((view) => [
        view,
        countView(ctx.db, view, ctx.actor.staffId, ctx.now, startOfToday(ctx)),
      ]),
    ) as Record<(typeof ORDER_VIEWS)[number], number>,
  }),

  get: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    return row ? detailOf(ctx, row) : refuse('unknownOrder', { field: 'id' })
  },

  allowed: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    return { ver: row.ver, commands: allowancesOf(ctx, row) }
  },

  comebacks: (ctx, input) => ({
    orders: comebacksFor(ctx, input).map(({ row, sameMachine }) => ({
      id: row.id,
      number: row.number,
      device: row.device,
      sameMachine,
      technician: row.technician ?? '',
      reportedFault: row.reported_fault,
      closedAt: row.closed_at,
      warrantyUntil: row.warranty_until,
    })),
  }),

  log: (ctx, input) => ({ log: readLog(ctx.db, input.id) }),

  amend,

  remark: (ctx, input) => {
    if (!readOrderRow(ctx.db, input.id)) return refuse('unknownOrder', { field: 'id' })
    ctx.log({ subject: 'workOrder', subjectId: input.id, action: 'order.remark', remark: input.text })
    ctx.audit({ action: 'order.remark', object: 'workOrder', objectId: input.id })
    ctx.changed(`workOrder:${input.id}`)
    return {}
  },

  star: (ctx, input) => {
    if (!readOrderRow(ctx.db, input.id)) return refuse('unknownOrder', { field: 'id' })
    setStar(ctx.db, ctx.actor.staffId, input.id, input.starred, ctx.now)
    ctx.changed('workOrder', `workOrder:${input.id}`)
    return {}
  },

  setImportant: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    if ((row.important === 1) === input.important) return {}
    ctx.update(
      'workOrder',
      input.id,
      { important: input.important, updatedAt: ctx.now },
      'order.importanceSet',
    )
    ctx.log({
      subject: 'workOrder',
      subjectId: input.id,
      action: 'order.importanceSet',
      changes: { important: [row.important === 1, input.important] },
    })
    ctx.audit({ action: 'order.importanceSet', object: 'workOrder', objectId: input.id })
    ctx.changed('workOrder', `workOrder:${input.id}`)
    return {}
  },

  addPhoto: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    const refused = allowedIn('photos', row)
    if (refused) return refused
    if (!ctx.services.attachments.has(input.hash))
      return refuse('photoMissing', { field: 'hash', hash: input.hash })
    const photoId = ctx.newId()
    ctx.insert(
      'photo',
      photoId,
      {
        orderId: input.id,
        hash: input.hash,
        ...ctx.services.photoFacts(input.hash),
        caption: input.caption,
        active: true,
        createdAt: ctx.now,
        createdBy: ctx.actor.staffId,
      },
      'photo.added',
    )
    ctx.log({ subject: 'workOrder', subjectId: input.id, action: 'order.photoAdded' })
    ctx.audit({ action: 'order.photoAdded', object: 'workOrder', objectId: input.id })
    ctx.changed(`workOrder:${input.id}`)
    return { photoId }
  },

  revealPasscode: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    const refused = allowedIn('revealPasscode', row)
    if (refused) return refused
    const sealed = readPasscode(ctx.db, input.id)
    if (!sealed) return refuse('noPasscode')
    const passcode = ctx.services.secrets.open(input.id, sealed.cipher, sealed.key_id)
    if (passcode === undefined) return refuse('passcodeKeyLost')
    // The audit row is part of the commit that comes before this answer leaves the core.
    ctx.audit({
      action: 'order.passcodeRevealed',
      object: 'workOrder',
      objectId: input.id,
      details: { reason: input.reason },
    })
    ctx.log({
      subject: 'workOrder',
      subjectId: input.id,
      action: 'order.passcodeRevealed',
      remark: input.reason,
    })
    ctx.changed(`workOrder:${input.id}`)
    return { passcode }
  },
})
