// Legal inputs of the procedures that end our care of a machine: hand-over and review, and what is
// written down of a fix. As in valid-inputs-work.ts
// the commands of the table name an order that there is none of.
import type { Method, Params } from '#shared/contract/index.ts'
import { START } from '#test/support/core.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Inputs = {
  readonly [M in Extract<Method, `${'handOver' | 'review' | 'knowledge'}.${string}`>]: Params<M>
}

const on = { id: UNKNOWN_ID, ver: 1 }

export const pickupInputs = ({ ids }: ShopInUse): Inputs => {
  const configuration = [{ kind: '内存', text: '8G', serial: 'M1' }]
  const taker = { by: 'proxy', name: '李四', phone: '13900139000' } as const
  const signature = { on: 'pad', hash: ids.photo } as const
  return {
    'handOver.panel': { orderId: ids.order },
    'handOver.handOver': {
      orders: [{ ...on, items: ['machine', 'accessory:1'], configuration }],
      slip: '22-10003-5',
      lostSlip: { identity: '身份证尾号 1234', secondPerson: ids.staff, photo: ids.photo },
      taker,
      signature,
      remark: '',
    },
    'handOver.deliver': {
      ...on,
      items: ['machine'],
      configuration,
      courier: { waybill: 'SF1', deliveryProof: '本人签收' },
      taker,
      signature,
      remark: '',
    },
    'handOver.undo': { id: UNKNOWN_ID },
    'handOver.failAcceptance': { ...on, words: '还是不开机', nextContactBy: START + 86_400_000 },
    'handOver.receiveDevice': {
      ...on,
      accessories: [{ name: '电源', count: 1 }],
      configuration,
      condition: '外壳完好',
    },
    'handOver.attachPaper': { id: UNKNOWN_ID, hash: ids.photo },
    'handOver.ofOrder': { id: ids.order },
    'handOver.unclaimed': {},
    'handOver.disposeUnclaimed': {
      ...on,
      approval: '王店长 2026-11-22',
      disposalFile: ids.photo,
      words: '三次通知无人取',
    },
    'review.queue': { after: '1.x', limit: 10 },
    'review.approveClose': { ...on, remark: '' },
    'review.sendBack': { ...on, reason: '缺签字', to: 'pendingSettlement' },
    'review.soloActs': { from: 0, limit: 10 },
    'knowledge.publish': {
      orderId: UNKNOWN_ID,
      title: 'T480 进水不开机',
      symptom: '按电源键无反应',
      fix: '清洗主板，换电源芯片',
      readers: ['technician', 'manager'],
    },
    'knowledge.withdraw': { id: UNKNOWN_ID },
    'knowledge.forOrder': { id: ids.order },
    'knowledge.list': { text: '进水', withdrawn: true, after: '1.x', limit: 10 },
  }
}

export const PICKUP_REFUSED: Partial<Record<Method, string>> = {
  'knowledge.withdraw': 'unknownEntry',
  ...Object.fromEntries(
    (
      [
        'handOver.handOver',
        'handOver.deliver',
        'handOver.undo',
        'handOver.failAcceptance',
        'handOver.receiveDevice',
        'handOver.attachPaper',
        'handOver.disposeUnclaimed',
        'review.approveClose',
        'review.sendBack',
        'knowledge.publish',
      ] as const
    ).map((method) => [method, 'unknownOrder']),
  ),
}
