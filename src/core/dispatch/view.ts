// The dispatches of an order and the requests for another technician, as the order screen shows them.
import type { z } from 'zod'
import type { dispatches } from '#shared/contract/dispatch.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readBranch, readPartner } from '#core/directory/index.ts'
import { dispatchesOf, membersOf, requestsOf } from './repository.ts'

type View = z.input<typeof dispatches.procedures.forOrder.output>

export const viewOf = (ctx: QueryContext, orderId: string): View => {
  const members = membersOf(ctx.db, orderId)
  return {
    dispatches: dispatchesOf(ctx.db, orderId).map((row) => {
      const people = members.filter((one) => one.dispatch_id === row.id)
      const first = people.find((one) => one.part === 'primary')
      return {
        id: row.id,
        position: row.position,
        target: row.target,
        direction: row.direction,
        purpose: row.purpose,
        state: row.state,
        since: row.since,
        primary: first ? { staffId: first.staff_id, name: first.name } : null,
        assistants: people
          .filter((one) => one.part === 'assistant')
          .map((one) => ({ staffId: one.staff_id, name: one.name })),
        branch: row.branch_id === null ? null : (readBranch(ctx.db, row.branch_id)?.name ?? ''),
        branchTechnician: row.branch_technician,
        vendor: row.vendor_id === null ? null : (readPartner(ctx.db, row.vendor_id)?.name ?? ''),
        vendorId: row.vendor_id,
        expectedReturn: row.expected_return,
        costFen: row.cost_fen,
        result: row.result,
        waybill: row.waybill,
        instructions: row.instructions,
        reason: row.reason,
        createdAt: row.created_at,
        createdBy: ctx.services.staffName(row.created_by),
      }
    }),
    requests: requestsOf(ctx.db, orderId).map((row) => ({
      id: row.id,
      reason: row.reason,
      at: row.at,
      by: row.by,
      decision: row.decision,
      decisionReason: row.decision_reason,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
    })),
  }
}
