// What other units say is done at once, by the same table and in one transaction (rules DSP-6, REP-3).
import { inboxes } from '#shared/contract/inbox.ts'
import type { InboxMessage } from '#shared/contract/inbox.ts'
import { isUpper } from '#shared/domain/dispatch/index.ts'
import type { Branch } from '#shared/contract/directory.ts'
import type { Actor } from '#shared/domain/work-order/actors.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { formatNumber, parseNumber } from '#shared/kernel/document-number.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { branchByCode } from '#core/directory/index.ts'
import { openRequest } from '#core/dispatch/index.ts'
import { act, urge } from '#core/lifecycle/index.ts'
import { readOrderByNumber } from '#core/orders/index.ts'
import { arrive } from './arrive.ts'
import { hasMessage, keepMessage, listMessages } from './repository.ts'

type AboutOrder = Exclude<InboxMessage, { kind: 'dispatchArrived' }>

const COMMAND_OF = {
  branchConfirmed: 'confirmBranch',
  branchRefused: 'refuseBranch',
  reassignAsked: 'requestReassign',
  reassignApproved: 'approveReassign',
  reassignRejected: 'rejectReassign',
  cancelApproved: 'approveCancel',
  cancelRefused: 'refuseCancel',
  cancelledByHq: 'cancelByHq',
} as const satisfies Record<Exclude<AboutOrder['kind'], 'urged'>, CommandName>

/** A unit above speaks as region and headquarters, an equal one as the branch that received our job. */
const voiceOf = (sender: Branch): readonly Actor[] =>
  isUpper(sender.level) ? ['region', 'hq', 'receivingBranch'] : ['receivingBranch']

const doIt = (
  ctx: CommandContext,
  message: AboutOrder,
  sender: Branch,
): { id: string; number: string } | Refused => {
  const parts = parseNumber(message.number)
  const row = isRefused(parts) ? undefined : readOrderByNumber(ctx.db, formatNumber(parts).number)
  if (!row) return refuse('unknownNumber', { field: 'message.number' })
  const reason = message.reason === '' ? {} : { reason: message.reason }
  if (message.kind === 'urged') {
    const words = message.reason === '' ? sender.name : message.reason
    const urged = urge(ctx, { id: row.id, ver: undefined, source: 'headquarters', words })
    return isRefused(urged) ? urged : { id: row.id, number: row.number }
  }
  const acted = act(ctx, row.id, {
    command: COMMAND_OF[message.kind],
    // The machine is where the other unit says it is; there is nothing to scan here.
    fields: { ...reason, ...(message.kind === 'branchConfirmed' ? { scan: row.digits } : {}) },
    remark: `${sender.name}${message.reason === '' ? '' : `：${message.reason}`}`,
    by: voiceOf(sender),
    facts: { onTheJob: true },
    ...(message.kind === 'reassignApproved' ? { set: { primaryId: null } } : {}),
  })
  if (isRefused(acted)) return acted
  if (message.kind === 'reassignAsked' && openRequest(ctx.db, row.id) === undefined) {
    ctx.insert(
      'reassignRequest',
      ctx.newId(),
      { orderId: row.id, reason: message.reason || sender.name, at: ctx.now, staffId: ctx.actor.staffId },
      'reassignRequest.made',
    )
  }
  return { id: row.id, number: row.number }
}

export const inboxEntries = implement(inboxes, {
  put: (ctx, input) => {
    const sender = branchByCode(ctx.db, input.sender.toUpperCase())
    if (!sender) return refuse('unknownSender', { field: 'sender' })
    const id = input.id ?? ctx.newId()
    if (hasMessage(ctx.db, id)) return refuse('alreadyReceived', { field: 'id' })
    const { message } = input
    const done =
      message.kind === 'dispatchArrived' ? arrive(ctx, message, sender) : doIt(ctx, message, sender)
    if (isRefused(done)) return done
    keepMessage(ctx.db, {
      id,
      kind: message.kind,
      sender: sender.code,
      body: JSON.stringify(message),
      received_at: ctx.now,
      order_id: done.id,
      result: 'done',
    })
    ctx.audit({
      action: `inbox.${message.kind}`,
      object: 'workOrder',
      objectId: done.id,
      details: { sender: sender.code },
    })
    ctx.changed('inbox', 'workOrder', `workOrder:${done.id}`)
    return { id, orderId: done.id, number: done.number }
  },

  list: (ctx, input) => ({
    messages: listMessages(ctx.db, input.limit).map((row) => ({
      id: row.id,
      kind: row.kind,
      sender: row.sender,
      orderId: row.order_id,
      receivedAt: row.received_at,
      result: row.result,
    })),
  }),
})
