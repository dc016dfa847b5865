// Everything that somebody may try on an order, well or badly filled in, for the random days.
import type { Method, Params } from '#shared/contract/index.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { RECORD } from '#test/support/shop-at-work.ts'
import type { ShopAtWork, Worker } from '#test/support/shop-at-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export type Known = Readonly<{
  shop: ShopAtWork
  worker: Worker
  id: string
  random: (below: number) => number
  loaners: readonly string[]
  /** A stored picture. */
  hash: string
  now: number
}>
type Version = Readonly<{ ver?: number }>
export type Tried = Readonly<{ reply: Reply<unknown>; loaner?: string }>
export type Act = Readonly<{
  /** The command of the table, or a name of its own for what is none. */
  command: string
  run: (known: Known, version: Version) => Promise<Tried>
}>

const on = <M extends Method>(
  command: string,
  method: M,
  params: (known: Known, version: Version) => Params<M> | Promise<Params<M>>,
): Act => ({
  command,
  run: async (known, version) => ({
    reply: await known.worker.ask(method, await params(known, version)),
  }),
})
const plain = <M extends Method>(command: string, method: M, fields: object = {}): Act => ({
  command,
  run: async ({ worker, id }, version) => ({
    reply: await worker.ask(method, { id, ...version, ...fields } as unknown as Params<M>),
  }),
})

const promise = ({ random, now }: Known) => ({
  ...(random(3) === 0 ? { appointmentAt: now + HOUR } : { nextContactBy: now + DAY }),
  promiseType: 'other' as const,
  promiseReason: '说好了',
})

const itemsOf = async ({ shop, id, random }: Known): Promise<string[]> => {
  const { accessories } = await shop.order(id)
  const all = ['machine', ...accessories.map((_, n) => `accessory:${n + 1}`)]
  // Now and then something is forgotten on the shelf.
  return random(4) === 0 ? all.slice(0, -1) : all
}

export const ACTS: readonly Act[] = [
  on('dispatch', 'dispatch.assign', ({ shop, id, random }, version) => ({
    orders: [{ id, ...version }],
    primary: (random(2) === 0 ? shop.technician : shop.secondTechnician).staffId,
    assistants: random(4) === 0 ? [shop.manager.staffId] : [],
  })),
  on('receive', 'dispatch.receive', ({ id, random }, version) => ({
    id,
    ...version,
    ...(random(5) === 0 ? {} : { printException: 'systemFailure' as const }),
  })),
  plain('refuse', 'dispatch.refuse', { reason: '不会修' }),
  plain('revoke', 'dispatch.revoke'),
  plain('requestReassign', 'dispatch.requestReassign', { reason: '太忙' }),
  plain('rejectReassign', 'dispatch.rejectReassign', { reason: '再等等' }),
  plain('approveReassign', 'dispatch.approveReassign'),
  on('complete', 'service.complete', ({ id, now, random }, version) => ({
    id,
    ...version,
    record: {
      ...RECORD,
      ...(random(3) === 0 ? { arrivedAt: now - HOUR, finishedAt: now } : {}),
      result: random(4) === 0 ? ('noFault' as const) : ('repaired' as const),
    },
    ...(random(2) === 0 ? { printException: 'systemFailure' as const } : {}),
  })),
  plain('handBack', 'service.handBack', { reason: '客户不修了' }),
  on('notFixed', 'service.notFixed', (known, version) => ({ id: known.id, ...version, ...promise(known) })),
  on('faultReturned', 'service.faultReturned', (known, version) => ({
    id: known.id,
    ...version,
    ...promise(known),
  })),
  plain('bringIn', 'service.bringIn', { accessories: [], configuration: [], condition: '完好' }),
  plain('resolveByPhone', 'service.resolveByPhone', { phoneOutcome: 'software', words: '重启后正常' }),
  plain('suspend', 'service.suspend', { reason: '客户出差' }),
  plain('resume', 'service.resume'),
  on('changeService', 'service.changeService', ({ id, random }, version) => ({
    id,
    ...version,
    service: random(2) === 0 ? 'onSite' : 'dropOff',
  })),
  on('requestParts', 'service.requestParts', ({ id, now }, version) => ({
    id,
    ...version,
    requestNo: 'R1',
    partCode: 'P1',
    expectedDate: now + DAY,
  })),
  on('partsLate', 'service.partsLate', (known, version) => ({
    id: known.id,
    ...version,
    ...promise(known),
    requestNo: 'R1',
    partCode: 'P1',
  })),
  plain('partsReady', 'service.partsReady', { partsResult: 'arrived' }),
  on('appoint', 'contact.appoint', (known, version) => ({ id: known.id, ...version, ...promise(known) })),
  on('notify', 'contact.notify', ({ id, random }, version) => ({
    id,
    ...version,
    outcome: random(2) === 0 ? 'reached' : 'noAnswer',
  })),
  plain('receiveDevice', 'handOver.receiveDevice', {
    accessories: [{ name: '电源', count: 1 }],
    configuration: [],
    condition: '完好',
  }),
  on('failAcceptance', 'handOver.failAcceptance', (known, version) => ({
    id: known.id,
    ...version,
    words: '又坏了',
    ...promise(known),
  })),
  {
    command: 'handOver',
    run: async (known, version) => {
      const { visitNumber } = await known.shop.order(known.id)
      const reply = await known.worker.ask('handOver.handOver', {
        orders: [{ id: known.id, ...version, items: await itemsOf(known) }],
        slip: visitNumber,
        taker: { by: 'customer' },
        signature: { on: 'pad', hash: known.hash },
      })
      return { reply }
    },
  },
  on('deliver', 'handOver.deliver', async (known, version) => ({
    id: known.id,
    ...version,
    items: await itemsOf(known),
    ...(known.random(2) === 0
      ? { courier: { waybill: 'SF1', deliveryProof: '门卫代收' } }
      : { taker: { by: 'customer' as const }, signature: { on: 'pad' as const, hash: known.hash } }),
  })),
  {
    command: 'settle',
    run: async ({ worker, id }, version) => ({
      reply: await worker.ask('settlement.settle', { orders: [{ id, ...version }] }),
    }),
  },
  plain('approveClose', 'review.approveClose'),
  on('sendBack', 'review.sendBack', ({ id, random }, version) => ({
    id,
    ...version,
    reason: '缺单据',
    to: random(2) === 0 ? 'pendingSettlement' : 'repeatService',
  })),
  plain('cancel', 'cancel.cancel', { cancelReason: 'entryMistake', words: '录重了' }),
  plain('requestCancel', 'cancel.request', { cancelReason: 'wrongPhone', words: '号码不对' }),
  // What is no command of the table.
  plain('attempt', 'contact.attempt', { outcome: 'noAnswer' }),
  plain('urged', 'contact.urge', { words: '急' }),
  plain('remark', 'order.remark', { text: '记一笔' }),
  {
    command: 'lend',
    run: async ({ worker, id, random, loaners }) => {
      const loaner = loaners[random(loaners.length)] ?? ''
      return { reply: await worker.ask('custody.lend', { orderId: id, loaner }), loaner }
    },
  },
  {
    command: 'takeBack',
    run: async ({ worker, random, loaners }) => {
      const loaner = loaners[random(loaners.length)] ?? ''
      return { reply: await worker.ask('custody.takeBack', { loaner }), loaner }
    },
  },
  on('move', 'custody.move', async ({ shop, id, random }) => ({
    codes: [(await shop.order(id)).number],
    to: random(2) === 0 ? { kind: 'counter' } : { kind: 'technician', id: shop.technician.staffId },
  })),
]
