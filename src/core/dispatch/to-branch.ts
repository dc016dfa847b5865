// Another branch does the work, or hands the machine over there (rules DSP-6, DSP-8).
import type { z } from 'zod'
import type { dispatches } from '#shared/contract/dispatch.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import type { PlaceKind } from '#shared/domain/custody/index.ts'
import { mayDispatchTo } from '#shared/domain/dispatch/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { itemsOf, moveItem } from '#core/custody/index.ts'
import { readBranch } from '#core/directory/index.ts'
import { act } from '#core/lifecycle/index.ts'
import { nextPosition } from './repository.ts'
import { scanProblem } from './scan.ts'

const IN_HOUSE: readonly PlaceKind[] = ['counter', 'shelf', 'bench', 'technician']

type Procedures = typeof dispatches.procedures
type ToBranch = z.output<Procedures['toBranch']['input']>
type Confirm = z.output<Procedures['confirmBranch']['input']>

export const toBranch = (ctx: CommandContext, input: ToBranch): Moved | Refused => {
  const branch = readBranch(ctx.db, input.branchId)
  if (!branch || !mayDispatchTo(branch))
    return refuse('branchNotForUs', { field: 'branchId', name: branch?.name ?? '' })
  const position = nextPosition(ctx.db, input.id)
  const acted = act(ctx, input.id, {
    command: 'dispatchBranch',
    ver: input.ver,
    fields: { branch: branch.id },
    remark: input.instructions,
    set: { primaryId: null, dispatches: position },
    changes: { branch: [null, branch.name] },
  })
  if (isRefused(acted)) return acted
  ctx.insert(
    'dispatch',
    ctx.newId(),
    {
      orderId: input.id,
      position,
      target: 'branch',
      direction: 'out',
      purpose: acted.order.purpose,
      state: 'open',
      since: ctx.now,
      branchId: branch.id,
      branchTechnician: input.technician === '' ? null : input.technician,
      byUpper: false,
      waybill: input.waybill === '' ? null : input.waybill,
      instructions: input.instructions === '' ? null : input.instructions,
      createdAt: ctx.now,
      createdBy: ctx.actor.staffId,
    },
    'dispatch.made',
  )
  // What is here goes along; scanned in again if the branch does not take it.
  for (const { item, kind } of itemsOf(ctx.db, acted.before))
    if (IN_HOUSE.includes(kind)) moveItem(ctx, acted.before, item, { kind: 'branch', id: branch.id })
  return acted.moved
}

export const confirmBranch = (ctx: CommandContext, { id, ver, scan }: Confirm): Moved | Refused => {
  const problem = scan === undefined || scan === '' ? undefined : scanProblem(ctx.db, id, scan)
  if (problem) return problem
  const acted = act(ctx, id, {
    command: 'confirmBranch',
    ver,
    fields: scan === undefined ? {} : { scan },
  })
  return isRefused(acted) ? acted : acted.moved
}
