// Every command of the table for one order and one person, so that the window shows the right buttons and says
// why another is not there.
import { allowedCommands } from '#shared/domain/work-order/decide.ts'
import type { QueryContext } from '#core/command/context.ts'
import { orderOf, readFacts } from '#core/lifecycle/index.ts'
import type { OrderRow } from './repository.ts'

export const allowancesOf = (ctx: QueryContext, row: OrderRow) =>
  allowedCommands(orderOf(row), readFacts(ctx, row), ctx.actor.roles).map((one) =>
    one.allowed
      ? {
          command: one.command,
          allowed: true,
          needs: [...one.needs],
          refusal: null,
          missing: [],
          wayOut: [],
        }
      : {
          command: one.command,
          allowed: false,
          needs: [],
          refusal: one.refusal.refusal,
          missing: [...one.refusal.missing],
          wayOut: one.refusal.wayOut.map((way) => ({ ...way })) as never,
        },
  )
