// Gives one command to one order: the table decides, then row, log, outbox and audit say the same, and what
// follows from it (dispatches, places of things) is done in the same transaction. No other code changes the
// state of an order (rule WO-1).
import type { Moved } from '#shared/contract/order-command.ts'
import type { Actor } from '#shared/domain/work-order/actors.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { apply, decide } from '#shared/domain/work-order/decide.ts'
import { EVENT_NAMES } from '#shared/domain/work-order/event-names.ts'
import type { Facts } from '#shared/domain/work-order/facts.ts'
import type { CommandFields } from '#shared/domain/work-order/fields.ts'
import type { Order, OrderEvent } from '#shared/domain/work-order/order.ts'
import type { Refusal } from '#shared/domain/work-order/refusals.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Change } from '#core/command/recorder.ts'
import { followCustody } from '#core/custody/index.ts'
import type { Fields } from '#core/db/rows.ts'
import { followMachine } from '#core/device-parts/index.ts'
import { followDispatch } from '#core/dispatch/index.ts'
import { lastLogEntry, readOrderRow } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { followQuote } from '#core/quotes/index.ts'
import { followMoney } from '#core/settlement/index.ts'
import { readFacts } from './facts.ts'
import { changedFields, orderOf } from './order-of-row.ts'

export type Given = Readonly<{
  command: CommandName
  fields?: CommandFields
  /** The version that was on the screen. */
  ver?: number | undefined
  /** The person's words for the log. */
  remark?: string | undefined
  /** Further columns of the order that change with the command. */
  set?: Fields
  /** Further old → new for the log. */
  changes?: Readonly<Record<string, Change>>
  /** Facts that the command itself brings along. */
  facts?: Partial<Facts>
  /** Whoever speaks, if not the signed-in person: another unit, by its message. */
  by?: readonly Actor[]
}>

export type Acted = Readonly<{
  before: OrderRow
  order: Order
  event: OrderEvent
  fields: CommandFields
  moved: Moved
}>

/** The row of the order of a command, or why it cannot be acted on. */
export const orderToActOn = (
  ctx: Pick<CommandContext, 'db'>,
  id: string,
  ver: number | undefined,
): OrderRow | Refused => {
  const row = readOrderRow(ctx.db, id)
  if (!row) return refuse('unknownOrder', { field: 'id' })
  if (ver === undefined || ver === row.ver) return row
  const last = lastLogEntry(ctx.db, id)
  return refuse('changedMeanwhile', {
    id,
    number: row.number,
    ver: row.ver,
    by: last?.who ?? '',
    at: last?.at ?? row.updated_at,
    action: last?.action ?? '',
    state: row.state,
  })
}

export const tableSaysNo = (row: OrderRow, refusal: Refusal): Refused => {
  const { refusal: code, command, state, missing, wayOut, details } = refusal
  return refuse(code, {
    command,
    state,
    id: row.id,
    number: row.number,
    missing: [...missing],
    wayOut: wayOut.map((way) => ({ ...way })) as never,
    details: { ...details },
  })
}

export const act = (ctx: CommandContext, id: string, given: Given): Acted | Refused => {
  const row = orderToActOn(ctx, id, given.ver)
  if ('refused' in row) return row
  const { command, fields = {} } = given
  const facts = { ...readFacts(ctx, row), ...given.facts }
  const before = orderOf(row)
  const decision = decide(before, { name: command, by: given.by ?? ctx.actor.roles, fields }, facts)
  if (!decision.ok) return tableSaysNo(row, decision.refusal)
  const [event] = decision.events
  if (!event) throw new Error(`${command} was decided without an event`)

  const order = apply(before, event)
  const ver = row.ver + 1
  const set = { ...columnsOf(row, event, order, ctx.now), ...given.set }
  ctx.update(
    'workOrder',
    id,
    { ...changedFields(before, order), ...set, ver, updatedAt: ctx.now },
    EVENT_NAMES[command],
  )
  const moves: Record<string, Change> = event.from === event.to ? {} : { state: [event.from, event.to] }
  const changes = { ...moves, ...given.changes }
  ctx.log({
    subject: 'workOrder',
    subjectId: id,
    action: EVENT_NAMES[command],
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
    ...(given.remark === undefined || given.remark === '' ? {} : { remark: given.remark }),
  })
  ctx.audit({
    action: EVENT_NAMES[command],
    object: 'workOrder',
    objectId: id,
    details: { from: event.from, to: event.to },
  })
  const acted: Acted = { before: row, order, event, fields, moved: { id, state: order.state, ver } }
  followDispatch(ctx, acted)
  followCustody(ctx, acted)
  followQuote(ctx, acted)
  followMachine(ctx, acted)
  followMoney(ctx, acted)
  ctx.changed('workOrder', `workOrder:${id}`)
  return acted
}

/** What the change of state says about the times and promises of the order. */
const columnsOf = (row: OrderRow, event: OrderEvent, order: Order, now: number): Fields => {
  const columns: Fields = {}
  if (event.follows.includes('makeT2') && row.t2 === null) columns['t2'] = now
  if (event.follows.includes('markPapersOutdated') && row.printed_at !== null)
    columns['papersOutdated'] = true
  if (event.from === event.to) return columns
  columns['stateSince'] = now
  if (order.state === 'readyForPickup') {
    // A ready machine waits for its notice and its pick-up, not for the next call (CLK-3).
    Object.assign(columns, { readyAt: row.ready_at ?? now, nextContactBy: null, promisedAt: null })
  } else if (event.from === 'readyForPickup' && order.state === 'repeatService') {
    Object.assign(columns, { readyAt: null, t2: null, promisedAt: null })
  }
  if (order.state === 'pendingSettlement' || order.state === 'pendingClose') columns['nextContactBy'] = null
  if (event.from === 'atVendor' || event.from === 'awaitingParts') columns['backBy'] = null
  if (event.from === 'suspended' && order.state !== 'cancelRequested') columns['suspendReason'] = null
  if (isFinal(order.state)) Object.assign(columns, { closedAt: now, nextContactBy: null })
  return columns
}
