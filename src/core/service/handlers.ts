// The work itself: what goes on, what stops it, what ends it (rules SRV, DSP-9, DSP-10, WO-7).
import type { Moved } from '#shared/contract/order-command.ts'
import { services } from '#shared/contract/service.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import {
  keepPromise,
  promiseColumns,
  promiseFields,
  promiseProblem,
  recordAttempt,
} from '#core/contact/index.ts'
import type { PromiseInput } from '#core/contact/index.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import type { Given } from '#core/lifecycle/index.ts'
import { onSiteOrderSince, readOrderRow } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { complete, handBack } from './complete.ts'
import { linesOf, recordsOf } from './repository.ts'

const give = (ctx: CommandContext, id: string, given: Given): Moved | Refused => {
  const acted = act(ctx, id, given)
  return isRefused(acted) ? acted : acted.moved
}

type Promising = PromiseInput & Readonly<{ id: string; ver?: number | undefined }>

/** A command that goes on with the next promise to the customer. */
const giveWithPromise = (
  ctx: CommandContext,
  command: CommandName,
  { id, ver, ...input }: Promising,
  remark: string,
): Moved | Refused => {
  const row = orderToActOn(ctx, id, ver)
  if (isRefused(row)) return row
  const problem = promiseProblem(input, ctx.now)
  if (problem) return problem
  const acted = act(ctx, id, {
    command,
    fields: promiseFields(input),
    remark,
    ...promiseColumns(row, input),
  })
  if (isRefused(acted)) return acted
  keepPromise(ctx, id, acted.order, input)
  return acted.moved
}

export const serviceEntries = implement(services, {
  records: (ctx, input) => {
    const lines = linesOf(ctx.db, input.id)
    return {
      warrantyUntil: readOrderRow(ctx.db, input.id)?.warranty_until ?? null,
      records: recordsOf(ctx.db, input.id).map((row) => ({
        id: row.id,
        dispatchId: row.dispatch_id,
        faultCode: row.fault_code,
        actualFault: row.actual_fault,
        action: row.action,
        result: row.result,
        minutes: row.minutes,
        arrivedAt: row.arrived_at,
        finishedAt: row.finished_at,
        longReason: row.long_reason ?? '',
        serials: JSON.parse(row.serials) as string[],
        photos: JSON.parse(row.photos) as string[],
        doneBy: row.done_by_name,
        reportedBy: row.reported_by_name,
        onBehalf: row.done_by !== row.reported_by,
        at: row.at,
        lines: lines
          .filter((line) => line.record_id === row.id)
          .map((line) => ({
            id: line.id,
            kind: line.kind,
            text: line.text,
            payer: line.payer,
            warrantyDays: line.warranty_days,
            quantity: line.quantity,
            priceFen: line.price_fen,
            amountFen: line.amount_fen,
            waived: line.waived === 1,
            minutes: line.minutes,
          })),
      })),
    }
  },

  complete,
  handBack,

  notFixed: (ctx, { remark, ...input }) => giveWithPromise(ctx, 'notFixed', input, remark),
  faultReturned: (ctx, { remark, ...input }) => giveWithPromise(ctx, 'faultReturned', input, remark),
  partsLate: (ctx, input) => giveWithPromise(ctx, 'partsLate', input, input.promiseReason),

  bringIn: (ctx, { id, ver, accessories, configuration, condition }) =>
    give(ctx, id, {
      command: 'bringIn',
      ver,
      fields: { accessories, configuration, condition },
      set: { accessories, configuration, condition, papersOutdated: true },
    }),

  resolveByPhone: (ctx, { id, ver, phoneOutcome, words }) => {
    const row = orderToActOn(ctx, id, ver)
    if (isRefused(row)) return row
    // The talk is the proof that this order closes with (transitions.md §6).
    recordAttempt(ctx, row, { channel: 'phone', outcome: 'reached', words })
    return give(ctx, id, {
      command: 'resolveByPhone',
      fields: { phoneOutcome, callRef: 'ledger' },
      remark: words,
      changes: { outcome: [row.outcome, 'phoneResolved'] },
    })
  },

  suspend: (ctx, { id, ver, reason }) =>
    give(ctx, id, {
      command: 'suspend',
      ver,
      fields: { reason },
      remark: reason,
      set: { suspendReason: reason },
    }),

  resume: (ctx, { id, ver, remark }) => give(ctx, id, { command: 'resume', ver, remark }),

  changeService: (ctx, { id, ver, service, remark }) => {
    const row = orderToActOn(ctx, id, ver)
    if (isRefused(row)) return row
    if (service === 'onSite') {
      if (!readSettings(ctx.db).onSiteHere) return refuse('onSiteNotHere', { field: 'service' })
      const zone = ctx.shop?.timeZone ?? 'UTC'
      const since = startOfBusinessDay(businessDate(row.created_at, zone), zone)
      const other = onSiteOrderSince(ctx.db, row.customer_id, since)
      if (other !== undefined && other !== row.number)
        return refuse('oneOnSite', { field: 'service', number: other })
    }
    return give(ctx, id, {
      command: 'changeService',
      fields: { service },
      remark,
      changes: { service: [row.service, service] },
    })
  },

  requestParts: (ctx, { id, ver, requestNo, partCode, expectedDate, remark }) => {
    const row = orderToActOn(ctx, id, ver)
    if (isRefused(row)) return row
    if (expectedDate < ctx.now - DAY_MS) return refuse('promiseInPast', { field: 'expectedDate' })
    return give(ctx, id, {
      command: 'requestParts',
      fields: { requestNo, partCode, expectedDate },
      remark,
      set: { backBy: expectedDate },
      changes: {
        requestNo: [null, requestNo],
        partCode: [null, partCode],
        expectedDate: [row.back_by, expectedDate],
      },
    })
  },

  partsReady: (ctx, { id, ver, partsResult, remark }) =>
    give(ctx, id, {
      command: 'partsReady',
      ver,
      fields: { partsResult },
      remark,
      changes: { partsResult: [null, partsResult] },
    }),
})

const DAY_MS = 86_400_000
