// Repaired while the customer waits (rule INT-7): the same commands as ever, in one transaction. Whoever may not
// give one of them is refused by that one, and nothing is done.
import type { z } from 'zod'
import { spots } from '#shared/contract/on-the-spot.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import { itemsOf } from '#core/custody/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { moneyFacts } from '#core/settlement/index.ts'
import { readSettings } from '#core/shop/index.ts'

type Input = z.output<typeof spots.procedures.repair.input>

/** Every step in its order; the first that is refused ends it. */
function* stepsAfterIntake(
  ctx: CommandContext,
  input: Input,
  id: string,
  visitNumber: string,
): Generator<unknown> {
  const exception = input.paper === 'systemFailure' ? { printException: 'systemFailure' as const } : {}
  if (input.paper === 'print') {
    yield ctx.also('print.print', { sheets: [{ paper: 'repairOrder', subjectId: id, copy: 'customer' }] })
    // It stands in the queue of the same commit; a printer that fails takes this back (CLS-1).
    ctx.update('workOrder', id, { printedAt: ctx.now }, 'order.printed')
  }
  const doneBy = input.doneBy ?? ctx.actor.staffId
  yield ctx.also('dispatch.assign', { orders: [{ id }], primary: doneBy })
  yield ctx.also('dispatch.receive', { id, ...exception })
  yield ctx.also('service.complete', { id, record: input.record, doneBy })
  // Nothing due goes straight to the review, unless the shop wants every order settled (SET-4).
  if (moneyFacts(ctx.db, id).due !== 0 || !readSettings(ctx.db).skipZeroSettlement) {
    const { discountFen, roundingFen, ...paid } = input.settlement ?? { discountFen: 0, roundingFen: 0 }
    yield ctx.also('settlement.settle', { orders: [{ id, discountFen, roundingFen }], ...paid })
  }
  yield ctx.also('handOver.handOver', {
    orders: [{ id, items: itemsOf(ctx.db, orderOf(ctx, id)).map(({ item }) => item) }],
    slip: visitNumber,
    taker: input.taker,
    signature: input.signature,
  })
}

const orderOf = (ctx: CommandContext, id: string): OrderRow => {
  const row = readOrderRow(ctx.db, id)
  if (!row) throw new Error(`the order ${id} that was just made is not there`)
  return row
}

export const spotEntries = implement(spots, {
  repair: (ctx, input) => {
    const {
      record: _record,
      doneBy: _doneBy,
      taker: _taker,
      signature: _signature,
      paper: _paper,
      settlement: _settlement,
      ...intake
    } = input
    const made = ctx.also('visit.create', intake)
    if (isRefused(made)) return made
    const id = made.orders[0]?.id ?? ''
    for (const answer of stepsAfterIntake(ctx, input, id, made.number))
      if (isRefused(answer)) return answer as Refused
    // T31 is the real pick-up time, and T2 nearly equals it.
    ctx.update('workOrder', id, { t2: ctx.now, promisedAt: ctx.now }, 'order.pickedUp')
    ctx.insert(
      'appointment',
      ctx.newId(),
      { orderId: id, kind: 'pickUp', at: ctx.now, madeAt: ctx.now, madeBy: ctx.actor.staffId },
      'appointment.made',
    )
    const { state, ver, number } = orderOf(ctx, id)
    return { visitId: made.visitId, orderId: id, number, state, ver }
  },
})
