// What every way of giving a machine back has in common: the command of the table, the compared configuration,
// the row with its proof, the pictures (rules CLS-3, CLS-7).
import type { z } from 'zod'
import type {
  handOvers,
  signature as signatureShape,
  taker as takerShape,
} from '#shared/contract/hand-over.ts'
import { configurationDifferences } from '#shared/domain/custody/index.ts'
import type { ConfigurationLine } from '#shared/domain/custody/index.ts'
import type { CommandFields } from '#shared/domain/work-order/fields.ts'
import type { Refused } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Acted } from '#core/lifecycle/index.ts'
import { act, orderToActOn } from '#core/lifecycle/index.ts'
import { keepPicture } from './pictures.ts'
import type { HandOverRow } from './repository.ts'
import { unaccounted } from './things.ts'

export type Taker = z.output<typeof takerShape>
export type Signature = z.output<typeof signatureShape>
export type Handed = z.output<typeof handOvers.procedures.handOver.input>['orders'][number]

export type Giving = Readonly<{
  command: 'handOver' | 'deliver'
  way: HandOverRow['way']
  fields: CommandFields
  taker: Taker | undefined
  signature: Signature | undefined
  slip?: string
  lostSlip?: Readonly<{ identity: string; secondPerson: string; photo: string }> | undefined
  courier?: Readonly<{ waybill: string; deliveryProof: string }> | undefined
  remark: string
}>

/** Gives one machine of an order back, or says what the table misses. */
export const give = (ctx: CommandContext, handed: Handed, giving: Giving): Acted | Refused => {
  const row = orderToActOn(ctx, handed.id, handed.ver)
  if ('refused' in row) return row
  const cameIn = JSON.parse(row.configuration) as ConfigurationLine[]
  const goesOut = handed.configuration ?? cameIn
  const differences = configurationDifferences(cameIn, goesOut)
  const { taker, signature, lostSlip, courier } = giving
  const takenBy = taker?.by ?? (courier ? 'nobody' : 'customer')
  const acted = act(ctx, handed.id, {
    command: giving.command,
    fields: giving.fields,
    ver: handed.ver,
    remark: giving.remark,
    facts: { itemsUnaccounted: unaccounted(ctx.db, row, handed.items) },
    changes: {
      way: [null, giving.way],
      takenBy: [null, taker?.by === 'proxy' ? taker.name : takenBy],
      ...(taker?.by === 'proxy' ? { proxyPhone: [null, taker.phone] } : {}),
      // Kept for taking the hand-over back.
      ...(row.next_contact_by === null ? {} : { nextContactBy: [row.next_contact_by, null] }),
      ...(differences.length === 0 ? {} : { configurationOut: [wordsOf(cameIn), wordsOf(goesOut)] }),
    },
  })
  if ('refused' in acted) return acted
  ctx.insert(
    'handOver',
    ctx.newId(),
    {
      orderId: handed.id,
      way: giving.way,
      slip: giving.slip ?? '',
      takenBy,
      proxyName: taker?.by === 'proxy' ? taker.name : '',
      proxyPhone: taker?.by === 'proxy' ? taker.phone : '',
      identity: lostSlip?.identity ?? '',
      secondPerson: lostSlip?.secondPerson ?? null,
      photo: lostSlip?.photo ?? null,
      signature: signature?.hash ?? null,
      signedOn: signature?.on ?? null,
      waybill: courier?.waybill ?? '',
      deliveryProof: courier?.deliveryProof ?? '',
      disposalFile: '',
      approval: '',
      configuration: goesOut,
      differences,
      at: ctx.now,
      staffId: ctx.actor.staffId,
      undoneAt: null,
    },
    'handOver.made',
  )
  keepPicture(ctx, handed.id, signature?.hash, 'signature')
  keepPicture(ctx, handed.id, lostSlip?.photo, 'lostSlip')
  ctx.changed('handOver')
  return acted
}

const wordsOf = (lines: readonly ConfigurationLine[]): string =>
  lines
    .map(({ kind, text, serial }) => [kind, text, serial].filter((word) => word !== '').join(' '))
    .join('; ')

/** The signature as the table asks for it. */
export const signedBy = (taker: Taker | undefined): CommandFields['signature'] =>
  taker?.by === 'proxy' ? { by: 'proxy', name: taker.name, phone: taker.phone } : { by: 'customer' }
