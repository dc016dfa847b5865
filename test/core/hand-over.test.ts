// Machines go home: slip or lost-slip file, everything accounted for, signed, and taken back within ten seconds.
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { formatNumber, parseNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { textOf } from '#test/print/pdf-tools.ts'
import { CONFIGURATION, readyVisit, withoutSlip } from '#test/support/pick-up.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'

/** The number with another shop's letters, and the slip's code with one wrong digit. */
const wrongCodes = (visitNumber: string): { elsewhere: string; misread: string } => {
  const parts = parseNumber(visitNumber) as NumberParts
  const { digits } = formatNumber(parts, 'visit')
  const misread = `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`
  return { elsewhere: formatNumber({ ...parts, branch: 'GZ02' }, 'visit').digits, misread }
}

describe('reaching a pick-up', () => {
  it('CLS-3 slip, order number, short code and label all lead to the machines of the visit', async () => {
    const shop = await startWorkingShop()
    const { visitId, visitNumber, slip, ids } = await readyVisit(shop, 2, { ready: 1 })
    const panel = await shop.clerk.value('handOver.panel', { visitId })
    const [first] = panel.orders
    const codes = [
      visitNumber,
      slip,
      formatNumber(parseNumber(visitNumber) as NumberParts, 'visit').digits,
      first?.number ?? '',
      first?.items[0]?.code ?? '',
      first?.items[2]?.code ?? '',
    ]
    const reached = []
    for (const code of codes) reached.push((await shop.clerk.value('handOver.panel', { code })).visitId)
    expect({
      reached: new Set(reached),
      orders: panel.orders.map(({ id, label, problem, items, configuration }) => ({
        id,
        label,
        problem,
        items: items.map(({ item, name, place }) => [item, name, place.kind]),
        configuration,
      })),
    }).toEqual({
      reached: new Set([visitId]),
      orders: [
        { id: ids[0], label: 'toNotify', problem: null },
        { id: ids[1], label: 'pendingDispatch', problem: 'notInThisState' },
      ].map((one, index) => ({
        ...one,
        items: [
          ['machine', `笔记本 联想 T48${index}`, 'counter'],
          ['accessory:1', '电源', 'counter'],
          ['accessory:2', '包', 'counter'],
        ],
        configuration: CONFIGURATION,
      })),
    })
  })

  it('CLS-3 says why a code leads nowhere, and masks the telephone for whoever may not see it', async () => {
    const shop = await startWorkingShop()
    const { visitId, visitNumber } = await readyVisit(shop)
    const { elsewhere, misread } = wrongCodes(visitNumber)
    const ask = (code: string) => shop.clerk.refusal('handOver.panel', { code })
    const phone = async (who: typeof shop.clerk) => (await who.value('handOver.panel', { visitId })).phone
    expect([
      await ask(elsewhere),
      await ask(misread),
      await ask('PF-1A2B3C'),
      await ask(visitNumber.replace(/-\d{5}-.$/, '-19999-X')),
      await phone(shop.clerk),
      await phone(shop.secondTechnician),
      // His own job (STF-4).
      await phone(shop.technician),
    ]).toEqual([
      { refusal: 'unknownCode', field: 'code', because: 'otherShop' },
      { refusal: 'unknownCode', field: 'code', because: 'misread' },
      { refusal: 'unknownCode', field: 'code', because: 'notOurs' },
      { refusal: 'unknownCode', field: 'code', because: 'misread' },
      '138 0013 8000',
      '138****8000',
      '138 0013 8000',
    ])
  })
})

describe('handing over', () => {
  it('CLS-3 CLS-7 a signed pick-up by slip: the machine, its things, the log and the proof say it', async () => {
    const shop = await startWorkingShop()
    const { visitId, ids, slip, hash, params } = await readyVisit(shop)
    const given = await shop.clerk.value('handOver.handOver', params([0]))
    const order = await shop.order(ids[0] ?? '')
    const { orders } = await shop.clerk.value('handOver.panel', { visitId })
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id: ids[0] ?? '' })
    expect({
      given,
      state: [order.state, order.machinePlace],
      places: orders[0]?.items.map(({ place }) => place.kind),
      last: (await shop.log(ids[0] ?? '')).at(-1),
      handOvers: handOvers.map(({ id: _id, ...one }) => one),
    }).toEqual({
      given: { orders: [{ id: ids[0], state: 'pendingClose', ver: order.ver }], visitId, remaining: 0 },
      state: ['pendingClose', 'withCustomer'],
      places: ['customer', 'customer', 'customer'],
      last: 'order.handedOver',
      handOvers: [
        {
          way: 'slip',
          takenBy: 'customer',
          proxyName: '',
          proxyPhone: '',
          identity: '',
          secondPerson: '',
          photo: null,
          signature: hash,
          signedOn: 'pad',
          waybill: '',
          deliveryProof: '',
          differences: [],
          at: shop.clock.now,
          who: '林晓燕',
          undone: false,
        },
      ],
    })
    expect(slip).toMatch(/^22-/)
    await shop.core.drain()
    expect(checkFolder(shop.dir, shop.clock.now).filter((check) => !check.ok)).toEqual([])
  })

  it('CLS-3 refuses a slip of another visit, another shop, a wrong check character, and what is no slip', async () => {
    const shop = await startWorkingShop()
    const mine = await readyVisit(shop)
    const other = await readyVisit(shop, 1, { customer: '李四' })
    const { elsewhere, misread } = wrongCodes(mine.visitNumber)
    const [order] = (await shop.clerk.value('handOver.panel', { visitId: mine.visitId })).orders
    const before = await shop.order(mine.ids[0] ?? '')
    const ask = (slip: string) => shop.clerk.refusal('handOver.handOver', mine.params([0], { slip }))
    expect([
      await ask(other.slip),
      await ask(elsewhere),
      await ask(misread),
      await ask('13800138000'),
      await ask(order?.number ?? ''),
      await ask(order?.items[0]?.code ?? ''),
    ]).toEqual([
      { refusal: 'slipOfAnother', field: 'slip', number: other.visitNumber },
      { refusal: 'unknownCode', field: 'slip', because: 'otherShop' },
      { refusal: 'unknownCode', field: 'slip', because: 'misread' },
      { refusal: 'unknownCode', field: 'slip', because: 'notOurs' },
      { refusal: 'unknownCode', field: 'slip', because: 'notASlip' },
      { refusal: 'unknownCode', field: 'slip', because: 'notASlip' },
    ])
    const nothing = withoutSlip(mine.params([0]), {})
    expect(await shop.clerk.refusal('handOver.handOver', nothing)).toMatchObject({
      refusal: 'fieldMissing',
      missing: ['slip'],
    })
    expect(await shop.order(mine.ids[0] ?? '')).toEqual(before)
  })

  it('CLS-3 all or none: machines of two visits, or one that is not ready, change nothing', async () => {
    const shop = await startWorkingShop()
    const mine = await readyVisit(shop, 2, { ready: 1 })
    const other = await readyVisit(shop, 1, { customer: '李四' })
    const before = [await shop.order(mine.ids[0] ?? ''), await shop.log(mine.ids[0] ?? '')]
    const orders = [mine.everything(0), other.everything(0)]
    expect(await shop.clerk.refusal('handOver.handOver', mine.params([0], { orders }))).toEqual({
      refusal: 'notOneVisit',
      field: 'orders.1.id',
    })
    expect(await shop.clerk.refusal('handOver.handOver', mine.params([0, 1]))).toMatchObject({
      refusal: 'notInThisState',
      id: mine.ids[1],
      state: 'pendingDispatch',
    })
    expect([await shop.order(mine.ids[0] ?? ''), await shop.log(mine.ids[0] ?? '')]).toEqual(before)
  })

  it('CLS-3 the picture of the signature must be there; a paper may be scanned back, once', async () => {
    const shop = await startWorkingShop()
    const { ids, hash, params } = await readyVisit(shop)
    const id = ids[0] ?? ''
    const missing = 'f'.repeat(64)
    const by = (signature: ReturnType<typeof params>['signature']) => params([0], { signature })
    expect(await shop.clerk.refusal('handOver.handOver', by({ on: 'pad', hash: missing }))).toEqual({
      refusal: 'signatureMissing',
      field: 'signature.hash',
      hash: missing,
    })
    expect(await shop.clerk.badField('handOver.handOver', { ...params([0]), signature: { on: 'pad' } })).toBe(
      'signature',
    )
    expect(await shop.clerk.refusal('handOver.attachPaper', { id, hash })).toEqual({
      refusal: 'notHandedOver',
      field: 'id',
    })
    await shop.clerk.value('handOver.handOver', by({ on: 'paper', hash: null }))
    const missingProof = async () =>
      (await shop.manager.value('review.queue', {})).orders.map((one) => [one.missing, one.problem])
    expect(await missingProof()).toEqual([[['customerSignature'], 'proofMissing']])
    // Whoever reviews may put it right himself.
    await shop.manager.value('handOver.attachPaper', { id, hash })
    expect(await missingProof()).toEqual([[[], null]])
    expect(await shop.clerk.refusal('handOver.attachPaper', { id, hash })).toEqual({
      refusal: 'alreadySigned',
      field: 'id',
    })
  })

  it('CLS-3 what is in the machine now is compared with intake, and every difference is kept', async () => {
    const shop = await startWorkingShop()
    const { ids, params, everything } = await readyVisit(shop)
    const configuration = [
      { kind: '内存', text: '16G', serial: 'M-2' },
      { kind: '硬盘', text: '512G', serial: 'D-1' },
    ]
    await shop.clerk.value(
      'handOver.handOver',
      params([0], { orders: [{ ...everything(0), configuration }] }),
    )
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id: ids[0] ?? '' })
    expect(handOvers[0]?.differences).toEqual([{ kind: '内存', before: '8G · M-1', after: '16G · M-2' }])
  })

  it('CLS-3 STF-4 a proxy gives name and telephone, and both stand in the proof', async () => {
    const shop = await startWorkingShop()
    const { ids, params } = await readyVisit(shop)
    const taker = { by: 'proxy', name: '李四', phone: '13900139000' } as const
    const nameless = { ...params([0]), taker: { ...taker, name: '' } }
    expect(await shop.clerk.badField('handOver.handOver', nameless)).toMatch(/^taker/)
    await shop.clerk.value('handOver.handOver', params([0], { taker }))
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id: ids[0] ?? '' })
    const queue = await shop.manager.value('review.queue', {})
    expect([handOvers[0]?.takenBy, handOvers[0]?.proxyName, handOvers[0]?.proxyPhone]).toEqual([
      'proxy',
      '李四',
      '13900139000',
    ])
    // STF-4: whoever may not see numbers reads this one masked, in the proof and in the log.
    const { secondTechnician: other } = shop
    const masked = await other.value('handOver.ofOrder', { id: ids[0] ?? '' })
    const { log } = await other.value('order.log', { id: ids[0] ?? '' })
    const { changes } = log.find(({ action }) => action === 'order.handedOver') ?? {}
    expect([masked.handOvers[0]?.proxyPhone, changes?.['takenBy'], changes?.['proxyPhone']]).toEqual([
      '139****9000',
      [null, '李四'],
      [null, '139****9000'],
    ])
    expect(queue.orders[0]?.proofs).toContain('proxySignature')
  })

  it('CLS-7 the hand-over waits until every thing is in hand or declared lost, and says which is not', async () => {
    const shop = await startWorkingShop()
    const { params, everything } = await readyVisit(shop)
    const without = (items: string[]) => params([0], { orders: [{ ...everything(0), items }] })
    expect(await shop.clerk.refusal('handOver.handOver', without(['machine', 'accessory:1']))).toMatchObject({
      refusal: 'itemsUnaccounted',
      details: { items: ['包'] },
    })
    expect(await shop.clerk.refusal('handOver.handOver', without([]))).toMatchObject({
      refusal: 'itemsUnaccounted',
      details: { items: ['笔记本 联想 T480', '电源', '包'] },
    })
  })

  it('CLS-3 a lost slip needs identity, a second person who works here, and a photo', async () => {
    const shop = await startWorkingShop()
    const { ids, hash, params } = await readyVisit(shop)
    const lost = (given: Partial<NonNullable<ReturnType<typeof params>['lostSlip']>>) =>
      withoutSlip(params([0]), {
        lostSlip: {
          identity: '身份证尾号 1234',
          secondPerson: shop.technician.staffId,
          photo: hash,
          ...given,
        },
      })
    const gone = await shop.manager.value('staff.add', {
      staffNo: '2009',
      name: '走了的',
      roles: ['clerk'],
      password: 'first-2009',
    })
    await shop.manager.value('staff.change', { id: gone.id, active: false })
    expect([
      await shop.clerk.badField('handOver.handOver', lost({ identity: '' })),
      await shop.clerk.refusal('handOver.handOver', lost({ secondPerson: gone.id })),
      await shop.clerk.refusal('handOver.handOver', lost({ secondPerson: shop.clerk.staffId })),
      await shop.clerk.refusal('handOver.handOver', lost({ photo: 'f'.repeat(64) })),
    ]).toEqual([
      'lostSlip.identity',
      { refusal: 'unknownPerson', field: 'lostSlip.secondPerson' },
      { refusal: 'samePersonTwice', field: 'lostSlip.secondPerson' },
      { refusal: 'photoMissing', field: 'lostSlip.photo', hash: 'f'.repeat(64) },
    ])
    await shop.clerk.value('handOver.handOver', lost({}))
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id: ids[0] ?? '' })
    expect([handOvers[0]?.way, handOvers[0]?.identity, handOvers[0]?.secondPerson]).toEqual([
      'lostSlip',
      '身份证尾号 1234',
      '李卫国',
    ])
    expect((await shop.manager.value('review.soloActs', {})).acts).toEqual([])
  })

  it('INT-2 of two machines one is collected: the other waits, and the new slip lists it alone', async () => {
    const shop = await startWorkingShop()
    const { visitId, ids, params } = await readyVisit(shop, 2, { ready: 1 })
    const given = await shop.clerk.value('handOver.handOver', params([0]))
    expect([given.remaining, (await shop.order(ids[1] ?? '')).state]).toEqual([1, 'pendingDispatch'])
    const { pdf } = await shop.clerk.value('print.pdf', { paper: 'pickupSlip', subjectId: visitId })
    const slip = textOf(Buffer.from(pdf, 'base64'))
    const [first = '', second = ''] = (await shop.clerk.value('handOver.panel', { visitId })).orders.map(
      ({ number }) => number,
    )
    expect([slip.includes(first), slip.includes(second), /另有\s*1\s*台已取走/.test(slip)]).toEqual([
      false,
      true,
      true,
    ])
    await shop.startWork(ids[1] ?? '')
    await shop.finish(ids[1] ?? '')
    expect((await shop.clerk.value('handOver.handOver', params([1]))).remaining).toBe(0)
  })

  it('CLS-3 the same pick-up sent twenty times hands over once; a second person sees who was first', async () => {
    const shop = await startWorkingShop()
    const { ids, params, everything } = await readyVisit(shop)
    const { ver } = await shop.order(ids[0] ?? '')
    const orders = [{ ...everything(0), ver }]
    const commandId = '0190f5fe-7c00-7a00-8000-0000000000a1'
    const sent = params([0], { orders })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.clerk.ask('handOver.handOver', sent, commandId)),
    )
    const second = await shop.manager.refusal('handOver.handOver', sent)
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id: ids[0] ?? '' })
    expect([new Set(answers.map((answer) => JSON.stringify(answer))).size, answers[0]?.ok]).toEqual([1, true])
    expect([handOvers.length, second]).toEqual([
      1,
      expect.objectContaining({ refusal: 'changedMeanwhile', by: '林晓燕', action: 'order.handedOver' }),
    ])
  })
})

describe('taking a hand-over back', () => {
  it('within ten seconds everything is as it was before, and the log says both', async () => {
    const shop = await startWorkingShop()
    const { ids, visitId, params } = await readyVisit(shop)
    const id = ids[0] ?? ''
    shop.clock.now += 60_000
    const before = await shop.order(id)
    await shop.clerk.value('handOver.handOver', params([0]))
    shop.clock.now += 10_000
    const undone = await shop.clerk.value('handOver.undo', { id })
    const after = await shop.order(id)
    const { orders } = await shop.clerk.value('handOver.panel', { visitId })
    const { handOvers } = await shop.clerk.value('handOver.ofOrder', { id })
    expect({
      undone,
      after: { ...after, ver: 0, updatedAt: 0 },
      places: orders[0]?.items.map(({ place }) => place.kind),
      log: (await shop.log(id)).slice(-2),
      undoneRows: handOvers.map((one) => one.undone),
    }).toEqual({
      undone: { id, state: 'readyForPickup', ver: before.ver + 2 },
      after: { ...before, ver: 0, updatedAt: 0 },
      places: ['counter', 'counter', 'counter'],
      log: ['order.handedOver', 'order.handOverUndone'],
      undoneRows: [true],
    })
    await shop.clerk.value('handOver.handOver', params([0]))
    await shop.core.drain()
    expect(checkFolder(shop.dir, shop.clock.now).filter((check) => !check.ok)).toEqual([])
  })

  it('is refused after ten seconds, once something followed, and where nothing was handed over', async () => {
    const shop = await startWorkingShop()
    const { ids, params } = await readyVisit(shop, 2)
    const [first = '', second = ''] = ids
    expect(await shop.clerk.refusal('handOver.undo', { id: first })).toEqual({
      refusal: 'nothingToUndo',
      field: 'id',
    })
    await shop.clerk.value('handOver.handOver', params([0, 1]))
    await shop.clerk.value('order.remark', { id: first, text: '客户很急' })
    const tooEarly = await shop.clerk.refusal('handOver.undo', { id: first })
    shop.clock.now += 10_001
    const tooLate = await shop.clerk.refusal('handOver.undo', { id: second })
    expect([tooEarly.refusal, tooLate.refusal]).toEqual(['undoFollowed', 'undoTooLate'])
  })
})
