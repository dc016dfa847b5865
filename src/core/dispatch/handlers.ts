// Giving jobs away and what people answer (rules DSP).
import { dispatches } from '#shared/contract/dispatch.ts'
import { refuse } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { act } from '#core/lifecycle/index.ts'
import type { Given } from '#core/lifecycle/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { assign } from './assign.ts'
import { candidatesFor } from './candidates.ts'
import { openRequest, vendorJobs } from './repository.ts'
import { scanProblem } from './scan.ts'
import { confirmBranch, toBranch } from './to-branch.ts'
import { planVendor, toVendor } from './to-vendor.ts'
import { viewOf } from './view.ts'

const give = (ctx: CommandContext, id: string, given: Given) => {
  const acted = act(ctx, id, given)
  return isRefused(acted) ? acted : acted.moved
}

export const dispatchEntries = implement(dispatches, {
  candidates: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    return row ? candidatesFor(ctx, row) : refuse('unknownOrder', { field: 'id' })
  },

  forOrder: (ctx, input) => viewOf(ctx, input.id),

  vendorJobs: (ctx) => ({
    jobs: vendorJobs(ctx.db).map((row) => ({
      orderId: row.order_id,
      number: row.number,
      state: row.state as never,
      device: row.device,
      customerName: row.customer_name,
      vendor: row.vendor,
      vendorPhone: row.vendor_phone,
      sentAt: row.sent_at,
      expectedReturn: row.expected_return,
      overdue: row.expected_return !== null && row.expected_return < ctx.now,
      waybill: row.waybill,
    })),
  }),

  assign,
  toBranch,
  planVendor,
  toVendor,
  confirmBranch,

  vendorReturn: (ctx, { id, ver, result, costFen, scan, remark }) => {
    const problem = scanProblem(ctx.db, id, scan)
    if (problem) return problem
    return give(ctx, id, {
      command: 'vendorReturn',
      ver,
      fields: { vendorResult: result, cost: costFen, scan },
      remark,
      changes: { result: [null, result], cost: [null, costFen] },
    })
  },

  receive: (ctx, { id, ver, printException }) =>
    give(ctx, id, {
      command: 'receive',
      ver,
      fields: printException === undefined ? {} : { printException },
      ...waiver(printException),
    }),

  refuse: (ctx, { id, ver, reason }) =>
    give(ctx, id, { command: 'refuse', ver, fields: { reason }, remark: reason, set: { primaryId: null } }),

  revoke: (ctx, { id, ver, reason }) =>
    give(ctx, id, {
      command: 'revoke',
      ver,
      fields: reason === '' ? {} : { reason },
      remark: reason,
      set: { primaryId: null },
    }),

  requestReassign: (ctx, { id, ver, reason }) => {
    const acted = act(ctx, id, { command: 'requestReassign', ver, fields: { reason }, remark: reason })
    if (isRefused(acted)) return acted
    // Asking twice is asking once; the newest words stand in the log.
    if (openRequest(ctx.db, id) === undefined) {
      ctx.insert(
        'reassignRequest',
        ctx.newId(),
        { orderId: id, reason, at: ctx.now, staffId: ctx.actor.staffId },
        'reassignRequest.made',
      )
    }
    return acted.moved
  },

  rejectReassign: (ctx, { id, ver, reason }) =>
    give(ctx, id, { command: 'rejectReassign', ver, fields: { reason }, remark: reason }),

  approveReassign: (ctx, { id, ver, reason }) =>
    give(ctx, id, {
      command: 'approveReassign',
      ver,
      fields: reason === '' ? {} : { reason },
      remark: reason,
      set: { primaryId: null },
    }),

  refuseBranch: (ctx, { id, ver, reason }) =>
    give(ctx, id, { command: 'refuseBranch', ver, fields: { reason }, remark: reason }),
})

/** CLS-1: service starts unprinted only with this recorded reason. */
const waiver = (printException: 'systemFailure' | undefined) =>
  printException === undefined
    ? {}
    : {
        set: { printWaiver: printException },
        changes: { printException: [null, printException] as const },
      }
