// The proof of a hand-over that is on file, and the paper that is scanned back afterwards.
import type { z } from 'zod'
import type { handOvers } from '#shared/contract/hand-over.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Answer, CommandContext, QueryContext } from '#core/command/context.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { phoneAsSeen, seesPhonesOfOrder } from '#core/own-jobs/index.ts'
import { keepPicture, pictureProblem } from './pictures.ts'
import { handOversOf, lastHandOver } from './repository.ts'

type Output = z.output<typeof handOvers.procedures.ofOrder.output>

export const handOversWithProof = (ctx: QueryContext, orderId: string): Output => {
  const sees = seesPhonesOfOrder(ctx, orderId)
  const handOvers = handOversOf(ctx.db, orderId).map((row) => ({
    id: row.id,
    way: row.way,
    takenBy: row.taken_by,
    proxyName: row.proxy_name,
    proxyPhone: phoneAsSeen(sees, row.proxy_phone),
    identity: row.identity,
    secondPerson: row.second_person === null ? '' : ctx.services.staffName(row.second_person),
    photo: row.photo,
    signature: row.signature,
    signedOn: row.signed_on,
    waybill: row.waybill,
    deliveryProof: row.delivery_proof,
    differences: JSON.parse(row.differences) as Output['handOvers'][number]['differences'],
    at: row.at,
    who: ctx.services.staffName(row.staff_id),
    undone: row.undone_at !== null,
  }))
  return { handOvers }
}

export const attachPaper = (
  ctx: CommandContext,
  { id, hash }: Readonly<{ id: string; hash: string }>,
): Answer<Record<string, never>> => {
  if (!readOrderRow(ctx.db, id)) return refuse('unknownOrder', { field: 'id' })
  const last = lastHandOver(ctx.db, id)
  if (!last || last.way === 'disposal') return refuse('notHandedOver', { field: 'id' })
  if (last.signature !== null) return refuse('alreadySigned', { field: 'id' })
  const problem = pictureProblem(ctx, hash, 'hash', 'photoMissing')
  if (problem) return problem
  ctx.update('handOver', last.id, { signature: hash, signedOn: 'paper' }, 'handOver.paperAttached')
  keepPicture(ctx, id, hash, 'signature')
  ctx.log({ subject: 'workOrder', subjectId: id, action: 'order.signatureAttached' })
  ctx.audit({ action: 'order.signatureAttached', object: 'workOrder', objectId: id })
  ctx.changed('workOrder', `workOrder:${id}`, 'handOver')
  return {}
}
