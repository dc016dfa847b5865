// Whether an act that needs a second person has his yes (rule STF-2, SET-6). In a shop that may combine duties, whoever
// may approve does it himself, and it is listed to the owner.
import type { ApprovedAct } from '#shared/domain/money/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { text } from '#core/db/handle.ts'
import { recordSoloAct } from '#core/review/index.ts'
import { mayCombineDuties } from '#core/shop/index.ts'

export type Asked = Readonly<{
  act: ApprovedAct
  objectId: string
  amountFen: number
  /** The order it is about, if any, for the owner's list. */
  orderId: string | null
  /** What in the input it is about, for the refusal. */
  field: string
}>

type Yes = Readonly<{ approvedBy: string }>

/** Uses up the approval, or refuses `approvalNeeded`. */
export const approvedBy = (ctx: CommandContext, tokens: readonly string[], asked: Asked): Yes | Refused => {
  const { act, objectId, amountFen, orderId, field } = asked
  for (const token of tokens) {
    const found = ctx.services.approvals.look(token)
    if (
      found?.act !== act ||
      found.objectId !== objectId ||
      found.amountFen !== amountFen ||
      found.askedBy !== ctx.actor.staffId
    )
      continue
    use(ctx, found.tokenHash, { act, objectId, amountFen, approvedBy: found.approvedBy })
    return { approvedBy: found.approvedBy }
  }
  if (!has('approveMoney', ctx.actor.roles) || !mayCombineDuties(ctx.db))
    return refuse('approvalNeeded', { field, act, objectId, amountFen })
  recordSoloAct(ctx, 'approvesOwnMoney', orderId)
  return { approvedBy: ctx.actor.staffId }
}

const use = (
  ctx: CommandContext,
  tokenHash: string,
  of: Readonly<{ act: ApprovedAct; objectId: string; amountFen: number; approvedBy: string }>,
): void => {
  ctx.db.run(
    text(
      `insert into approval (id, token_hash, act, object_id, amount_fen, asked_by, approved_by, at)
        values (?, ?, ?, ?, ?, ?, ?, ?)`,
      ctx.newId(),
      tokenHash,
      of.act,
      of.objectId,
      of.amountFen,
      ctx.actor.staffId,
      of.approvedBy,
      ctx.now,
    ),
  )
  ctx.audit({
    action: 'approval.used',
    object: 'staff',
    objectId: of.approvedBy,
    details: { act: of.act, objectId: of.objectId, amountFen: of.amountFen },
  })
  ctx.afterCommit(() => ctx.services.approvals.forget(tokenHash))
}
