// The customer tried his machine and it is not right (rule CLS-4): back to work, and delivered to him afterwards.
import type { z } from 'zod'
import type { handOvers } from '#shared/contract/hand-over.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { keepPromise, promiseColumns, promiseFields, promiseProblem } from '#core/contact/index.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'

type Input = z.output<typeof handOvers.procedures.failAcceptance.input>

export const failAcceptance = (ctx: CommandContext, { id, ver, words, ...promise }: Input): Answer<Moved> => {
  const row = orderToActOn(ctx, id, ver)
  if (isRefused(row)) return row
  const problem = promiseProblem(promise, ctx.now)
  if (problem) return problem
  const acted = act(ctx, id, {
    command: 'failAcceptance',
    fields: { ...promiseFields(promise), customerPresent: true },
    remark: words,
    ...promiseColumns(row, promise),
  })
  if (isRefused(acted)) return acted
  keepPromise(ctx, id, acted.order, promise)
  return acted.moved
}
