// Lists, one order, and what may be done to an order in any state.
import { orders, ORDER_VIEWS } from '#shared/contract/orders.ts'
import type { OrderLine } from '#shared/contract/orders.ts'
import { refuse } from '#shared/kernel/result.ts'
import { businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { logAsSeen, seesPhonesOfOrder } from '#core/own-jobs/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { allowedIn } from './allowed.ts'
import { allowancesOf } from './allowances.ts'
import { amend } from './amend.ts'
import { comebacksFor } from './comebacks.ts'
import { detailOf } from './detail.ts'
import { labelOf } from './label.ts'
import { readPasscode } from './passcodes.ts'
import { countView, isRaised, listOrders } from './repository-list.ts'
import type { LineRow, Place } from './repository-list.ts'
import { readLog, readOrderRow, setStar } from './repository.ts'

const startOfToday = (ctx: QueryContext): number => {
  const zone = ctx.shop?.timeZone ?? 'UTC'
  return startOfBusinessDay(businessDate(ctx.now, zone), zone)
}

/** A few hundredths of a second of work. */
const SCAN_AT_ONCE = 4000

/** `u` begins a place among the raised orders: how often urged, when made, which row. */
const cursorOf = ({ urges, createdAt, rowid }: Place): string =>
  urges === undefined ? `${createdAt}.${rowid}` : `u${urges}.${createdAt}.${rowid}`

const parseCursor = (cursor: string): Place | undefined => {
  const numbers = cursor.replace(/^u/, '').split('.').map(Number)
  if (!numbers.every(Number.isSafeInteger)) return undefined
  const [urges, createdAt, rowid] = (cursor.startsWith('u') ? numbers : [-1, ...numbers]) as [
    number,
    number,
    number,
  ]
  if (createdAt === undefined || rowid === undefined) return undefined
  return urges < 0 ? { createdAt, rowid } : { urges, createdAt, rowid }
}

const placeOf = (row: LineRow): Place => ({
  createdAt: row.created_at,
  rowid: row.rowid,
  ...(isRaised(row) ? { urges: row.urges } : {}),
})

const lineOf = (row: LineRow, now: number, termDays: number): OrderLine => ({
  id: row.id,
  number: row.number,
  state: row.state,
  label: labelOf(row, now, termDays),
  stateSince: row.state_since,
  customerId: row.customer_id,
  customerName: row.customer_name,
  company: row.company,
  device: row.device,
  serial: row.serial,
  reportedFault: row.reported_fault,
  important: row.important === 1,
  starred: row.starred === 1,
  urges: row.urges,
  nextContactBy: row.next_contact_by,
  printed: row.printed_at !== null,
  papersOutdated: row.papers_outdated === 1,
  createdAt: row.created_at,
})

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
    const last = page.at(-1)
    const goOn = found.length > input.limit ? last && placeOf(last) : stoppedAt
    const { pickupTermDays } = readSettings(ctx.db)
    return {
      orders: page.map((row) => lineOf(row, ctx.now, pickupTermDays)),
      next: goOn ? cursorOf(goOn) : null,
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

  log: (ctx, input) => {
    const sees = seesPhonesOfOrder(ctx, input.id)
    return { log: readLog(ctx.db, input.id).map((line) => logAsSeen(sees, line)) }
  },

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
