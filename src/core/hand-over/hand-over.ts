// The pick-up at the counter (rules CLS-3, INT-2): machines of one visit, all or none.
import type { z } from 'zod'
import type { handOvers } from '#shared/contract/hand-over.ts'
import { inOurCare } from '#shared/domain/work-order/order.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { ordersOfVisit, readOrderRow } from '#core/orders/index.ts'
import { recordSoloAct } from '#core/review/index.ts'
import { mayCombineDuties } from '#core/shop/index.ts'
import { findPerson } from '#core/staff/index.ts'
import { readVisitRow } from '#core/visits/index.ts'
import { give, signedBy } from './give.ts'
import { pictureProblem } from './pictures.ts'
import { slipProblem } from './reach.ts'

type Input = z.output<typeof handOvers.procedures.handOver.input>
type Output = z.output<typeof handOvers.procedures.handOver.output>

/** Still in our care: what the slip of a visit is good for. */
export const isStillHere = (row: Pick<OrderRow, 'state' | 'machine_place'>): boolean =>
  !isFinal(row.state) && inOurCare(row.machine_place)

export const handOver = (ctx: CommandContext, input: Input): Answer<Output> => {
  const visitId = visitOf(ctx, input)
  if (isRefused(visitId)) return visitId
  const problem = proofProblem(ctx, input, visitId)
  if (problem) return problem
  const { taker, signature, lostSlip, remark } = input
  const way = input.slip === undefined ? 'lostSlip' : 'slip'
  const number = readVisitRow(ctx.db, visitId)?.number ?? ''
  const moved: Output['orders'] = []
  for (const handed of input.orders) {
    const acted = give(ctx, handed, {
      command: 'handOver',
      way,
      fields: {
        ...(input.slip === undefined ? {} : { slip: input.slip }),
        ...(lostSlip ? { lostSlip } : {}),
        signature: signedBy(taker),
      },
      taker,
      signature,
      slip: way === 'slip' ? number : '',
      lostSlip,
      remark,
    })
    if ('refused' in acted) return acted
    moved.push(acted.moved)
    // Nobody else was there to look: the owner reads it (STF-2).
    if (lostSlip?.secondPerson === ctx.actor.staffId) recordSoloAct(ctx, 'handsOverWithoutSecond', handed.id)
  }
  return {
    orders: moved,
    visitId,
    remaining: ordersOfVisit(ctx.db, visitId).filter(isStillHere).length,
  }
}

const visitOf = (ctx: CommandContext, input: Input): string | Refused => {
  let visitId: string | undefined
  for (const [index, { id }] of input.orders.entries()) {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: `orders.${index}.id` })
    if (visitId !== undefined && row.visit_id !== visitId)
      return refuse('notOneVisit', { field: `orders.${index}.id` })
    visitId = row.visit_id
  }
  return visitId ?? refuse('unknownOrder', { field: 'orders' })
}

/** The slip or its lost-slip file, and the pictures, before anything is done. */
const proofProblem = (ctx: CommandContext, input: Input, visitId: string): Refused | undefined => {
  if (input.slip !== undefined) {
    const numberOf = (id: string) => readVisitRow(ctx.db, id)?.number ?? ''
    const wrong = slipProblem(ctx, input.slip, { id: visitId }, numberOf)
    if (wrong) return wrong
  }
  return (
    (input.lostSlip && lostSlipProblem(ctx, input.lostSlip)) ??
    pictureProblem(ctx, input.signature.hash, 'signature.hash', 'signatureMissing')
  )
}

const lostSlipProblem = (
  ctx: CommandContext,
  { secondPerson, photo }: NonNullable<Input['lostSlip']>,
): Refused | undefined => {
  const field = 'lostSlip.secondPerson'
  if (findPerson(ctx.db, { id: secondPerson })?.active !== true) return refuse('unknownPerson', { field })
  if (secondPerson === ctx.actor.staffId && !mayCombineDuties(ctx.db))
    return refuse('samePersonTwice', { field })
  return pictureProblem(ctx, photo, 'lostSlip.photo', 'photoMissing')
}
