// What a command of the table does to the dispatches of its order. The dispatch has its own state: accepting
// it is not finishing the work (rule WO-3).
import type { DispatchState } from '#shared/domain/dispatch/index.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Acted } from '#core/lifecycle/index.ts'
import { dispatchesOf, openRequest } from './repository.ts'
import type { DispatchRow } from './repository.ts'

type End = Readonly<{ which: (row: DispatchRow) => boolean; to: DispatchState }>

const own = (row: DispatchRow): boolean => row.target === 'own'
const waiting = (row: DispatchRow): boolean => row.state === 'open'

const ENDS: Partial<Record<CommandName, End>> = {
  receive: { which: (row) => own(row) && waiting(row), to: 'received' },
  refuse: { which: (row) => own(row) && waiting(row), to: 'refused' },
  revoke: { which: waiting, to: 'revoked' },
  confirmBranch: { which: (row) => row.target === 'branch' && waiting(row), to: 'received' },
  refuseBranch: { which: (row) => row.target === 'branch' && waiting(row), to: 'refused' },
  approveReassign: { which: () => true, to: 'reassigned' },
  complete: { which: own, to: 'finished' },
  handBack: { which: own, to: 'finished' },
  resolveByPhone: { which: own, to: 'finished' },
  vendorReturn: { which: (row) => row.target === 'vendor', to: 'returned' },
  // The job goes to somebody else altogether.
  dispatchBranch: { which: own, to: 'revoked' },
  sendToVendor: { which: (row) => own(row) && waiting(row), to: 'revoked' },
  changeService: { which: (row) => own(row) && waiting(row), to: 'revoked' },
}

/** The order is over: nothing of it waits for anybody. */
const OVER: End = { which: () => true, to: 'finished' }

const isLive = (row: DispatchRow): boolean => row.state === 'open' || row.state === 'received'

/** Ends or moves on the dispatches that the command is about, and decides the request that lay open. */
export const followDispatch = (ctx: CommandContext, { before, event, fields }: Acted): void => {
  const { command } = event
  const end = isFinal(event.to) ? OVER : ENDS[command]
  if (end) {
    for (const row of dispatchesOf(ctx.db, before.id)) {
      if (!isLive(row) || !end.which(row)) continue
      const state = end === OVER && row.state === 'open' ? 'revoked' : end.to
      ctx.update(
        'dispatch',
        row.id,
        {
          state,
          since: ctx.now,
          ...(fields.reason === undefined ? {} : { reason: fields.reason }),
          ...(command === 'vendorReturn' ? { result: fields.vendorResult, costFen: fields.cost } : {}),
        },
        `dispatch.${state}`,
      )
    }
  }
  if (command === 'approveReassign' || command === 'rejectReassign') {
    const request = openRequest(ctx.db, before.id)
    if (request !== undefined) {
      ctx.update(
        'reassignRequest',
        request,
        {
          decision: command === 'approveReassign' ? 'approved' : 'rejected',
          decisionReason: fields.reason ?? null,
          decidedAt: ctx.now,
          decidedBy: ctx.actor.staffId,
        },
        'reassignRequest.decided',
      )
    }
  }
}
