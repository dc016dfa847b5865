// The machine is brought to the customer, or sent with a waybill (rules CLS-3, CLS-4), and what else ends or
// begins our care: failed acceptance, arrival, disposal.
import type { z } from 'zod'
import type { handOvers } from '#shared/contract/hand-over.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import type { Answer, CommandContext } from '#core/command/context.ts'
import { act } from '#core/lifecycle/index.ts'
import { give, signedBy } from './give.ts'
import { keepPicture, pictureProblem } from './pictures.ts'

type In<K extends keyof typeof handOvers.procedures> = z.output<(typeof handOvers.procedures)[K]['input']>

export const deliver = (ctx: CommandContext, input: In<'deliver'>): Answer<Moved> => {
  const { courier, taker, signature, remark } = input
  const problem = pictureProblem(ctx, signature?.hash, 'signature.hash', 'signatureMissing')
  if (problem) return problem
  const acted = give(ctx, input, {
    command: 'deliver',
    way: courier ? 'courier' : 'delivery',
    fields: {
      ...(courier ? { courier } : {}),
      ...(signature ? { signature: signedBy(taker) } : {}),
    },
    taker,
    signature,
    courier,
    remark,
  })
  return 'refused' in acted ? acted : acted.moved
}

/** The machine of an order that was announced arrives; what it looks like is what counts from now on. */
export const receiveDevice = (ctx: CommandContext, input: In<'receiveDevice'>): Answer<Moved> => {
  const { accessories, configuration, condition } = input
  const acted = act(ctx, input.id, {
    command: 'receiveDevice',
    ver: input.ver,
    fields: {
      accessories,
      configuration,
      condition,
    },
    set: { accessories, configuration, condition },
    remark: condition,
  })
  if ('refused' in acted) return acted
  ctx.changed('visit')
  return acted.moved
}

/** An unclaimed machine is disposed of, with the file that allows it. */
export const disposeUnclaimed = (ctx: CommandContext, input: In<'disposeUnclaimed'>): Answer<Moved> => {
  const { approval, disposalFile, words } = input
  const problem = pictureProblem(ctx, disposalFile, 'disposalFile', 'photoMissing')
  if (problem) return problem
  const acted = act(ctx, input.id, {
    command: 'disposeUnclaimed',
    ver: input.ver,
    fields: { approval, disposalFile },
    changes: { approval: [null, approval] },
    remark: words,
  })
  if ('refused' in acted) return acted
  ctx.insert(
    'handOver',
    ctx.newId(),
    {
      orderId: input.id,
      way: 'disposal',
      slip: '',
      takenBy: 'nobody',
      proxyName: '',
      proxyPhone: '',
      identity: '',
      secondPerson: null,
      photo: null,
      signature: null,
      signedOn: null,
      waybill: '',
      deliveryProof: '',
      disposalFile,
      approval,
      configuration: [],
      differences: [],
      at: ctx.now,
      staffId: ctx.actor.staffId,
      undoneAt: null,
    },
    'handOver.made',
  )
  keepPicture(ctx, input.id, disposalFile, 'disposal')
  ctx.changed('handOver')
  return acted.moved
}
