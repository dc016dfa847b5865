// The situations of docs/transitions.md §5 as people give them, through the contract: every walk that needs neither
// prices nor headquarters. After each command the order stands where the page says.
import { describe, expect, it } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import { toShort } from '#shared/domain/work-order/index.ts'
import { START, machine, visit } from '#test/support/core.ts'
import { RECORD, startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork } from '#test/support/shop-at-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 1 by 1 pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

type Step = (shop: ShopAtWork, id: string) => Promise<unknown>

const signature = async ({ clerk }: ShopAtWork) => ({
  on: 'pad' as const,
  hash: (await clerk.value('attachment.put', { mime: 'image/png', data: PNG })).hash,
})

const branchTarget = async ({ manager }: ShopAtWork): Promise<string> => {
  const known = (await manager.value('directory.branches', {})).branches.find(({ code }) => code === 'SZ02')
  if (known) return known.id
  const made = await manager.value('directory.addBranch', {
    code: 'SZ02',
    name: '南山店',
    level: 'branch',
    phone: '',
    address: '',
    serves: true,
    technicians: [],
  })
  return made.id
}

const says =
  (kind: 'branchConfirmed' | 'branchRefused' | 'cancelApproved' | 'cancelRefused' | 'cancelledByHq'): Step =>
  async (shop, id) => {
    const { number } = await shop.order(id)
    const sender = kind.startsWith('branch') ? 'SZ02' : 'UP01'
    await shop.manager.value('inbox.put', { sender, message: { kind, number, reason: '理由' } })
  }

const ANSWER = { confirmedBy: '张三', channel: 'phone', words: '说好了' } as const
const newestVersion = async (clerk: ShopAtWork['clerk'], id: string): Promise<number> =>
  (await clerk.value('quote.ofOrder', { id })).versions[0]?.version ?? 0

/** How each command of a walk is given, by whom. */
const GIVEN: Readonly<Record<string, Step>> = {
  dispatch: ({ dispatcher, technician }, id) =>
    dispatcher.value('dispatch.assign', { orders: [{ id }], primary: technician.staffId }),
  dispatchBranch: async (shop, id) =>
    shop.dispatcher.value('dispatch.toBranch', { id, branchId: await branchTarget(shop) }),
  // Of a branch order that came to us the clerk speaks, of one that we sent its branch does.
  confirmBranch: async (shop, id) => {
    const { dispatches } = await shop.clerk.value('dispatch.forOrder', { id })
    return dispatches.at(-1)?.direction === 'in'
      ? shop.clerk.value('dispatch.confirmBranch', { id })
      : says('branchConfirmed')(shop, id)
  },
  refuseBranch: says('branchRefused'),
  sendToVendor: async ({ manager, dispatcher, print }, id) => {
    await print(id)
    const vendor = await manager.value('directory.addPartner', {
      name: `厂商 ${id}`,
      contact: '',
      phone: '',
      address: '',
      repairVendor: true,
      categories: [],
      usualDays: 5,
      remark: '',
    })
    await dispatcher.value('dispatch.planVendor', { id, vendorId: vendor.id, expectedReturn: '2026-11-30' })
    await dispatcher.value('print.pdf', { paper: 'vendorSlip', subjectId: id })
    await dispatcher.value('dispatch.toVendor', { id })
  },
  vendorReturn: async ({ clerk, order }, id) =>
    clerk.value('dispatch.vendorReturn', {
      id,
      result: 'unrepaired',
      costFen: 0,
      scan: (await order(id)).number,
    }),
  receive: ({ technician }, id) =>
    technician.value('dispatch.receive', { id, printException: 'systemFailure' }),
  refuse: ({ technician }, id) => technician.value('dispatch.refuse', { id, reason: '不会修' }),
  requestReassign: ({ technician }, id) =>
    technician.value('dispatch.requestReassign', { id, reason: '太忙' }),
  rejectReassign: ({ dispatcher }, id) =>
    dispatcher.value('dispatch.rejectReassign', { id, reason: '再等等' }),
  approveReassign: ({ dispatcher }, id) => dispatcher.value('dispatch.approveReassign', { id }),
  receiveDevice: ({ clerk }, id) =>
    clerk.value('handOver.receiveDevice', { id, accessories: [], configuration: [], condition: '完好' }),
  appoint: async ({ clerk, order, clock }, id) => {
    const { service, state } = await order(id)
    const kept = service === 'dropOff' && state !== 'readyForPickup'
    return clerk.value('contact.appoint', {
      id,
      ...(kept ? { nextContactBy: clock.now + DAY } : { appointmentAt: clock.now + HOUR }),
      promiseType: 'other',
      promiseReason: '已说好',
    })
  },
  complete: async ({ technician, order, clock }, id) => {
    const atCustomer = (await order(id)).machinePlace === 'withCustomer'
    const times = atCustomer ? { arrivedAt: clock.now - HOUR, finishedAt: clock.now } : {}
    return technician.value('service.complete', { id, record: { ...RECORD, ...times } })
  },
  handBack: ({ clerk }, id) => clerk.value('service.handBack', { id, reason: '客户不修了' }),
  sendQuote: async ({ clerk }, id) => {
    await clerk.value('quote.draft', { id, lines: [{ kind: 'labour', text: '维修', priceFen: 20_000 }] })
    await clerk.value('quote.send', { id })
  },
  acceptQuote: async ({ clerk }, id) =>
    clerk.value('quote.accept', { id, version: await newestVersion(clerk, id), ...ANSWER }),
  rejectQuote: async ({ clerk }, id) =>
    clerk.value('quote.reject', { id, version: await newestVersion(clerk, id), ...ANSWER }),
  notFixed: ({ technician, clock }, id) =>
    technician.value('service.notFixed', {
      id,
      nextContactBy: clock.now + DAY,
      promiseType: 'other',
      promiseReason: '还要查',
    }),
  bringIn: ({ technician }, id) =>
    technician.value('service.bringIn', { id, accessories: [], configuration: [], condition: '完好' }),
  resolveByPhone: ({ clerk }, id) =>
    clerk.value('service.resolveByPhone', { id, phoneOutcome: 'software', words: '重启后正常' }),
  requestParts: ({ clerk, clock }, id) =>
    clerk.value('service.requestParts', {
      id,
      requestNo: 'R1',
      partCode: 'P1',
      expectedDate: clock.now + 3 * DAY,
    }),
  partsLate: ({ clerk, clock }, id) =>
    clerk.value('service.partsLate', {
      id,
      appointmentAt: clock.now + 5 * DAY,
      promiseType: 'parts',
      promiseReason: '厂家缺货',
      requestNo: 'R1',
      partCode: 'P1',
    }),
  partsReady: ({ manager }, id) => manager.value('service.partsReady', { id, partsResult: 'arrived' }),
  suspend: ({ clerk }, id) => clerk.value('service.suspend', { id, reason: '客户出差' }),
  resume: ({ clerk }, id) => clerk.value('service.resume', { id }),
  notify: ({ clerk }, id) => clerk.value('contact.notify', { id, outcome: 'reached', words: '明天来' }),
  failAcceptance: ({ clerk, clock }, id) =>
    clerk.value('handOver.failAcceptance', {
      id,
      words: '客户试机又死机',
      nextContactBy: clock.now + DAY,
      promiseType: 'other',
      promiseReason: '再修',
    }),
  handOver: async (shop, id) => {
    const { visitNumber, accessories } = await shop.order(id)
    return shop.clerk.value('handOver.handOver', {
      orders: [{ id, items: ['machine', ...accessories.map((_, n) => `accessory:${n + 1}`)] }],
      slip: visitNumber,
      taker: { by: 'customer' },
      signature: await signature(shop),
    })
  },
  deliver: async (shop, id) =>
    shop.clerk.value('handOver.deliver', {
      id,
      items: ['machine'],
      taker: { by: 'customer' },
      signature: await signature(shop),
    }),
  settle: async ({ clerk }, id) => {
    const { bills } = await clerk.value('settlement.preview', { orderIds: [id] })
    const dueFen = bills[0]?.dueFen ?? 0
    return clerk.value('settlement.settle', {
      orders: [{ id }],
      payments: dueFen > 0 ? [{ method: 'wechat', amountFen: dueFen }] : [],
    })
  },
  approveClose: async (shop, id) => {
    // On site the customer signs the paper, which is scanned back (CLS-5).
    const { printedAt, outcome } = await shop.order(id)
    if (printedAt === null && outcome !== 'phoneResolved') await shop.print(id)
    return shop.manager.value('review.approveClose', { id })
  },
  sendBack: ({ manager }, id) => manager.value('review.sendBack', { id, reason: '缺单据' }),
  cancel: async ({ manager, takeIn, order }, id) => {
    const other = await takeIn({ machines: [OTHER] })
    return manager.value('cancel.cancel', {
      id,
      cancelReason: 'entryMistake',
      words: '录重了',
      machineBelongsTo: (await order(other)).number,
    })
  },
  requestCancel: ({ clerk }, id) =>
    clerk.value('cancel.request', { id, cancelReason: 'wrongPhone', words: '号码不对' }),
  refuseCancel: says('cancelRefused'),
  approveCancel: says('cancelApproved'),
  cancelByHq: says('cancelledByHq'),
}

const OTHER = machine({
  device: { new: { category: '手机', brand: '华为', model: 'P60', serial: 'HW-1' } },
})

const WALK_IN: Step = async ({ takeIn }) => takeIn()
const byPhone =
  (service: 'onSite' | 'dropOff'): Step =>
  async ({ clerk }) =>
    (
      await clerk.value(
        'visit.create',
        visit({ arrival: 'phone', notADuplicate: true, machines: [machine({ service })] }),
      )
    ).orders[0]?.id
const fromAbove: Step = async ({ manager }) => {
  await manager.value('directory.addBranch', {
    code: 'UP01',
    name: '总部',
    level: 'headquarters',
    phone: '',
    address: '',
    serves: true,
    technicians: [],
  })
  const { orderId } = await manager.value('inbox.put', {
    sender: 'UP01',
    message: {
      kind: 'dispatchArrived',
      customer: { name: '赵六', phones: ['13600136000'] },
      device: { category: '打印机', brand: '惠普', model: 'M128', serial: 'HP-1' },
      reportedFault: '卡纸',
      service: 'dropOff',
    },
  })
  return orderId
}

const WALKS: readonly (readonly [
  situation: string,
  enter: Step,
  walk: string,
  settings?: Params<'shop.changeSettings'>,
])[] = [
  [
    'walk-in, nothing due, picked up',
    WALK_IN,
    'PD dispatch→RC receive→IS complete→RP notify= appoint= handOver→PC approveClose→CL',
  ],
  [
    'nothing due, skip off',
    WALK_IN,
    'PD dispatch→RC receive→IS complete→RP handOver→ST settle→PC approveClose→CL',
    { skipZeroSettlement: false },
  ],
  [
    'settled before the pick-up',
    WALK_IN,
    'PD dispatch→RC receive→IS complete→RP settle= handOver→PC approveClose→CL',
  ],
  ['phone-resolved, enquiry', byPhone('onSite'), 'AC resolveByPhone→PC approveClose→CL'],
  [
    'hand back unrepaired',
    WALK_IN,
    'PD dispatch→RC receive→IS handBack→RP notify= handOver→PC approveClose→CL',
  ],
  [
    'rejected quote, handed back unrepaired',
    WALK_IN,
    'PD dispatch→RC receive→IS sendQuote→AW rejectQuote= handBack→RP notify= handOver→PC approveClose→CL',
  ],
  [
    'rejected, new version accepted',
    WALK_IN,
    'PD dispatch→RC receive→IS sendQuote→AW rejectQuote= sendQuote= acceptQuote→IS complete→RP settle= handOver→PC approveClose→CL',
  ],
  [
    'vendor, vendor quote accepted',
    WALK_IN,
    'PD dispatch→RC receive→IS sendToVendor→AV sendQuote→AW acceptQuote→AV vendorReturn→IS complete→RP settle= handOver→PC approveClose→CL',
  ],
  [
    'quote while waiting for parts, handed back',
    WALK_IN,
    'PD dispatch→RC receive→IS requestParts→AP sendQuote→AW handBack→RP handOver→PC',
  ],
  [
    'vendor refuses, handed back',
    WALK_IN,
    'PD sendToVendor→AV vendorReturn→IS handBack→RP handOver→PC approveClose→CL',
  ],
  [
    'failed acceptance, delivered',
    WALK_IN,
    'PD dispatch→RC receive→IS complete→RP notify= failAcceptance→RS complete→RP deliver→ST settle→PC approveClose→CL',
    { skipZeroSettlement: false },
  ],
  ['branch refuses', WALK_IN, 'PD dispatchBranch→PB refuseBranch→PD'],
  [
    'repaired elsewhere, picked up here',
    WALK_IN,
    'PD dispatchBranch→PB confirmBranch→AC receiveDevice→PD dispatch→RC receive→IS complete→RP dispatchBranch→PB confirmBranch→RP handOver→PC approveClose→CL',
  ],
  ['order from above, cancel refused', fromAbove, 'PB confirmBranch→AC requestCancel→CR refuseCancel→AC'],
  ['order from above, cancel approved', fromAbove, 'PB confirmBranch→AC requestCancel→CR approveCancel→CX'],
  [
    'cancel approved, machine here',
    fromAbove,
    'PB confirmBranch→AC receiveDevice→PD dispatch→RC receive→IS notFixed→RS requestCancel→CR approveCancel→RP handOver→CX',
  ],
  [
    'hotline cancels, machine here',
    fromAbove,
    'PB confirmBranch→AC receiveDevice→PD dispatch→RC receive→IS cancelByHq→RP handOver→CX',
  ],
  [
    'review sends back',
    WALK_IN,
    'PD dispatch→RC receive→IS complete→RP handOver→PC sendBack→ST settle→PC approveClose→CL',
  ],
  [
    'on-site part late',
    byPhone('onSite'),
    'AC requestParts→AP appoint= partsLate= partsReady→AC dispatch→RC receive→IS complete→PC',
  ],
  [
    'on-site not fixed, brought in, delivered',
    byPhone('onSite'),
    'AC appoint→PD dispatch→RC receive→IS bringIn= notFixed→RS complete→RP deliver→PC approveClose→CL',
  ],
  ['telephone order, machine arrives', byPhone('dropOff'), 'AC receiveDevice→PD'],
  [
    'refusal; reassignment rejected, then approved',
    WALK_IN,
    'PD dispatch→RC refuse→PD dispatch→RC receive→IS requestReassign= rejectReassign= requestReassign= approveReassign→PD',
  ],
  ['entry mistake', WALK_IN, 'PD cancel→CX'],
  [
    'cancel refused while suspended (stack)',
    fromAbove,
    'PB confirmBranch→AC suspend→SU requestCancel→CR refuseCancel→SU resume→AC',
  ],
]

const stepsOf = (walk: string) =>
  walk
    .split(' ')
    .slice(1)
    .map((step) => {
      const [, command = '', sign, to] = /^(\w+?)(=|→)(\w\w)?$/.exec(step) ?? []
      return { command, stays: sign === '=', to }
    })

describe('WO-1 the situations of the page, walked through the contract', () => {
  it.each(WALKS.map(([situation, enter, walk, settings = {}]) => ({ situation, enter, walk, settings })))(
    'WO-1 $situation',
    async ({ enter, walk, settings }) => {
      const shop = await startWorkingShop()
      shop.clock.now = START + HOUR
      await shop.manager.value('shop.changeSettings', settings)
      const id = String(await enter(shop, ''))
      const seen = [toShort((await shop.order(id)).state)]
      const expected = [walk.slice(0, 2)]
      for (const { command, stays, to } of stepsOf(walk)) {
        shop.clock.now += 60_000
        await (GIVEN[command] as Step)(shop, id)
        seen.push(`${command} ${toShort((await shop.order(id)).state)}` as never)
        expected.push(`${command} ${stays ? expected.at(-1)?.slice(-2) : to}`)
      }
      expect(seen).toEqual(expected)
      const { checks } = await shop.manager.value('system.verify', {})
      expect(checks.filter((check) => !check.ok)).toEqual([])
    },
  )
})
