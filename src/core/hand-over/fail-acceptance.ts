// The customer tried his machine and it is not right (rule CLS-4): back to work, and delivered to him afterwards.
import type { z } from 'zod'
import type { handOvers } from '#shared/contract/hand-over.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { act } from '#core/lifecycle/index.ts'
import { readOrderRow } from '#core/orders/index.ts'

type Input = z.output<typeof handOvers.procedures.failAcceptance.input>

const MINUTE_MS = 60_000

export const failAcceptance = (ctx: CommandContext, input: Input): Answer<Moved> => {
  const { nextContactBy, words } = input
  if (nextContactBy !== undefined && nextContactBy < ctx.now - MINUTE_MS)
    return refuse('promiseInPast', { field: 'nextContactBy' })
  const before = readOrderRow(ctx.db, input.id)
  const acted = act(ctx, input.id, {
    command: 'failAcceptance',
    ver: input.ver,
    fields: { customerPresent: true, ...(nextContactBy === undefined ? {} : { nextContactBy }) },
    remark: words,
    ...(nextContactBy === undefined
      ? {}
      : {
          set: { nextContactBy, nextContacts: (before?.next_contacts ?? 0) + 1 },
          changes: { nextContactBy: [before?.next_contact_by ?? null, nextContactBy] },
        }),
  })
  return 'refused' in acted ? acted : acted.moved
}
