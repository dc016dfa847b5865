// Where every machine, accessory and loaner is: asked by scan, moved by scan (rule CLS-7).
import { describe, expect, it } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import { formatDigits, formatNumber } from '#shared/kernel/document-number.ts'
import { START, machine, signIn, visit } from '#test/support/core.ts'
import { accessoryLabel, label, moves, open, partsOf } from '#test/support/custody-shop.ts'

describe('where is it', () => {
  it('CLS-7 one scan of any of its codes says where a thing is, and what belongs to it', async () => {
    const { manager, order, shelf } = await open()
    const chargerLabel = accessoryLabel(order.number, 1)
    await manager.value('custody.move', { codes: [chargerLabel], to: { code: shelf.code } })
    const held = {
      orderId: order.id,
      number: order.number,
      state: 'pendingDispatch',
      customerName: '张三',
      since: START,
      who: '王店长',
    }
    const laptop = {
      ...held,
      item: 'machine',
      kind: 'machine',
      code: label(order.number),
      name: '笔记本 联想 ThinkPad T480',
      place: { kind: 'counter', id: null, name: '' },
    }
    const charger = {
      ...held,
      item: 'accessory:1',
      kind: 'accessory',
      code: chargerLabel,
      name: '充电器',
      place: { kind: 'shelf', id: shelf.id, name: '货架 A1' },
    }
    const bag = {
      ...held,
      item: 'accessory:2',
      kind: 'accessory',
      code: accessoryLabel(order.number, 2),
      name: '包',
      place: { kind: 'counter', id: null, name: '' },
    }
    const { digits, shortCode } = formatNumber(partsOf(order.number))
    const ofMachine = { what: 'item', item: laptop, others: [charger, bag] }
    const answers = []
    for (const code of [laptop.code, order.number, digits, shortCode, chargerLabel])
      answers.push(await manager.value('custody.find', { code }))
    expect(answers).toEqual([
      ofMachine,
      ofMachine,
      ofMachine,
      ofMachine,
      { what: 'item', item: charger, others: [laptop, bag] },
    ])
    expect(await manager.value('custody.find', { code: shelf.code })).toEqual({
      what: 'place',
      place: { ...shelf, holds: 1 },
      items: [charger],
    })
    const { hits } = await manager.value('search.find', { text: chargerLabel })
    expect(hits.map((hit) => hit.kind === 'order' && hit.where)).toEqual([
      { item: 'accessory:1', name: '充电器', place: charger.place },
    ])
    expect((await manager.value('search.find', { text: 'gz－2' })).hits).toMatchObject([
      { kind: 'place', code: 'GZ-2', name: '工作台 2', placeKind: 'bench', holds: 0 },
    ])
  })

  it('CLS-7 a pick-up slip stands for all machines of its visit', async () => {
    const { manager, shelf } = await open()
    const made = await manager.value('visit.create', {
      ...visit({ customer: { new: { name: '李四', phones: ['13900139000'] } } }),
      machines: [
        machine({ device: { new: { category: '手机', brand: '华为', model: 'P60', serial: 'P1' } } }),
        machine({ device: { new: { category: '平板', brand: '华为', model: 'M6', serial: 'P2' } } }),
      ],
    })
    const slip = formatDigits('visit', partsOf(made.number))
    const { items, moved } = await manager.value('custody.move', { codes: [slip], to: { code: shelf.code } })
    expect({ moved, names: items.map(({ name }) => name) }).toEqual({
      moved: 2,
      names: ['手机 华为 P60', '平板 华为 M6'],
    })
  })

  it('CLS-7 a code that is none says why: not ours, misread, of another shop, given to nobody', async () => {
    const { manager, order, shelf } = await open()
    const parts = partsOf(order.number)
    const forged = (digits: string) => digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10)
    const junk = {
      '6901234567892': 'notOurs',
      '=HYPERLINK("x")': 'notOurs',
      '😀': 'notOurs',
      "'; drop table custody; --": 'notOurs',
      [forged(label(order.number))]: 'misread',
      [forged(shelf.code)]: 'misread',
      [`${order.number.slice(0, -1)}${order.number.endsWith('Z') ? 'Y' : 'Z'}`]: 'misread',
      [formatDigits('visit', { ...parts, branch: 'GZ02' })]: 'otherShop',
      [formatDigits('device', { ...parts, branch: 'GZ02' })]: 'otherShop',
      [formatDigits('place', { ...parts, branch: 'GZ02' })]: 'otherShop',
      [formatDigits('device', { ...parts, sequence: 999_999 })]: 'noSuch',
      [formatDigits('loaner', { ...parts, sequence: 999_999 })]: 'noSuch',
      [accessoryLabel(order.number, 3)]: 'noSuch',
      '22-19999-A': 'noSuch',
    }
    const answers: Record<string, unknown> = {}
    for (const code of Object.keys(junk))
      answers[code] = (await manager.refusal('custody.find', { code }))['because']
    expect(answers).toEqual(junk)
    expect(
      await manager.refusal('custody.move', {
        codes: [label(order.number), forged(shelf.code)],
        to: { code: shelf.code },
      }),
    ).toEqual({ refusal: 'unknownCode', field: 'codes.1', because: 'misread' })
    expect(await moves(manager, order.id)).toEqual([])
  })
})

describe('moving by scan', () => {
  it('CLS-7 things go to the scanned place together, and the order tells it', async () => {
    const { manager, order, shelf, bench, places, staffId, clock } = await open()
    const all = [label(order.number), accessoryLabel(order.number, 1), accessoryLabel(order.number, 2)]
    await manager.value('custody.move', { codes: all, to: { code: shelf.code } })
    clock.now += 1000
    await manager.value('custody.move', {
      codes: all.slice(0, 1),
      to: { kind: 'technician', id: staffId },
      remark: '先看看',
    })
    clock.now += 1000
    await manager.value('custody.move', { codes: all.slice(1, 2), to: { code: 'gz-2' } })
    clock.now += 1000
    await manager.value('custody.move', { codes: all.slice(2), to: { kind: 'counter' } })
    expect(await places()).toEqual([
      ['machine', 'technician', '王店长'],
      ['accessory:1', 'bench', bench.name],
      ['accessory:2', 'counter', ''],
    ])
    expect((await moves(manager, order.id)).slice(0, 3)).toEqual([
      ['accessory:2', 'shelf', 'counter'],
      ['accessory:1', 'shelf', 'bench'],
      ['machine', 'shelf', 'technician'],
    ])
    const { log } = await manager.value('order.log', { id: order.id })
    expect(log.slice(-3).map(({ action, changes, remark }) => ({ action, changes, remark }))).toEqual([
      {
        action: 'order.itemMoved',
        changes: { item: [null, '笔记本 联想 ThinkPad T480'], place: ['货架 A1', '王店长'] },
        remark: '先看看',
      },
      {
        action: 'order.itemMoved',
        changes: { item: [null, '充电器'], place: ['货架 A1', '工作台 2'] },
        remark: null,
      },
      {
        action: 'order.itemMoved',
        changes: { item: [null, '包'], place: ['货架 A1', 'counter'] },
        remark: null,
      },
    ])
    expect((await manager.value('system.verify', {})).checks.filter((check) => !check.ok)).toEqual([])
  })

  it('CLS-7 the same scan twenty times a second moves once', async () => {
    const { manager, order, shelf } = await open()
    const codes = [label(order.number)]
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => manager.value('custody.move', { codes, to: { code: shelf.code } })),
    )
    expect(answers.map(({ moved }) => moved)).toEqual([1, ...Array.from({ length: 19 }, () => 0)])
    const twice = await manager.value('custody.move', {
      codes: [...codes, ...codes],
      to: { kind: 'counter' },
    })
    expect({ moved: twice.moved, items: twice.items.length }).toEqual({ moved: 1, items: 1 })
    expect(await moves(manager, order.id)).toEqual([
      ['machine', 'shelf', 'counter'],
      ['machine', 'counter', 'shelf'],
    ])
    const { log } = await manager.value('order.log', { id: order.id })
    expect(log.filter(({ action }) => action === 'order.itemMoved')).toHaveLength(2)
  })

  it('CLS-7 a machine that is not in the house comes in by its verb, never by a scan alone', async () => {
    const { manager, order, shelf, leave } = await open()
    const machineOf = { codes: [label(order.number)], to: { code: shelf.code } }
    const charger = { codes: [accessoryLabel(order.number, 1)], to: { code: shelf.code } }
    const ask = async (params: Params<'custody.move'>) => {
      const reply = await manager.ask('custody.move', params)
      if (reply.ok) return 'moved'
      return reply.kind === 'refusal' ? reply.refusal : reply
    }
    const verb = (command: string) => ({
      refusal: 'needsVerb',
      field: 'codes.0',
      command,
      number: order.number,
    })
    const over = { refusal: 'orderIsOver', field: 'codes.0', number: order.number }
    const answers = []
    leave('atVendor', 'atVendor')
    answers.push([await ask(machineOf), await ask(charger)])
    leave('withCustomer', 'inService', 'onSite')
    answers.push([await ask(machineOf), await ask(charger)])
    leave('expected', 'accepted')
    answers.push([await ask(machineOf), await ask(charger)])
    leave('withCustomer', 'pendingClose')
    answers.push([await ask(machineOf), await ask(charger)])
    leave('withCustomer', 'pendingSettlement', 'onSite')
    answers.push([await ask(machineOf)])
    leave('here', 'closed')
    answers.push([await ask(machineOf)])
    leave('none', 'cancelled')
    answers.push([await ask(machineOf)])
    expect(answers).toEqual([
      [verb('vendorReturn'), 'moved'],
      [verb('bringIn'), verb('bringIn')],
      [verb('receiveDevice'), verb('receiveDevice')],
      [over, over],
      [over],
      [over],
      [over],
    ])
  })

  it('CLS-7 a machine goes to the branch it was sent to, and is here again when it is scanned in', async () => {
    const { manager, order, shelf, places, set, staffId } = await open()
    const branch = await manager.value('directory.addBranch', {
      code: 'GZ02',
      name: '广州站',
      level: 'branch',
      phone: '',
      address: '',
      serves: true,
      technicians: [],
    })
    const codes = [label(order.number)]
    const there = { codes, to: { kind: 'branch', id: branch.id } } as const
    expect(await manager.refusal('custody.move', there)).toEqual({
      refusal: 'needsVerb',
      field: 'codes.0',
      command: 'dispatchBranch',
      number: order.number,
    })
    set(`insert into dispatch (id, order_id, position, target, direction, purpose, state, since, branch_id, created_at, created_by)
      values ('d1', '${order.id}', 1, 'branch', 'out', 'repair', 'open', ${START}, '${branch.id}', ${START}, '${staffId}')`)
    await manager.value('custody.move', there)
    const away = await manager.value('order.get', { id: order.id })
    const placesAway = await places()
    await manager.value('custody.move', { codes, to: { code: shelf.code } })
    const back = await manager.value('order.get', { id: order.id })
    expect([away.machinePlace, away.ver, back.machinePlace, back.ver]).toEqual(['atBranch', 2, 'here', 3])
    expect([placesAway, await places()]).toEqual([
      [
        ['machine', 'branch', '广州站'],
        ['accessory:1', 'branch', ''],
        ['accessory:2', 'branch', ''],
      ],
      [
        ['machine', 'shelf', '货架 A1'],
        ['accessory:1', 'counter', ''],
        ['accessory:2', 'counter', ''],
      ],
    ])
  })

  it('CLS-7 all or none: one that may not move keeps all where they are', async () => {
    const { manager, order, shelf, leave, places } = await open()
    leave('atVendor', 'atVendor')
    const codes = [accessoryLabel(order.number, 1), label(order.number)]
    const before = await places()
    expect(await manager.refusal('custody.move', { codes, to: { code: shelf.code } })).toMatchObject({
      refusal: 'needsVerb',
      field: 'codes.1',
    })
    expect(await places()).toEqual(before)
  })

  it('CLS-7 only the manager says that a thing is lost, with what was agreed; found again it is scanned in', async () => {
    const { manager, connect, order, shelf, places } = await open()
    await manager.value('staff.add', { staffNo: '2', name: '小李', roles: ['clerk'], password: 'first-1' })
    const clerk = connect()
    await signIn(clerk, '2', 'first-1')
    await clerk.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'kaoshang-88' })
    const lost = { orderId: order.id, item: 'accessory:1', words: '充电器找不到，赔 200 元' }
    expect(await clerk.refusal('custody.declareLost', lost)).toMatchObject({ refusal: 'notAllowed' })
    expect(await manager.refusal('custody.declareLost', { ...lost, item: 'accessory:9' })).toEqual({
      refusal: 'unknownItem',
      field: 'item',
    })
    await manager.value('custody.declareLost', lost)
    const { log } = await manager.value('order.log', { id: order.id })
    expect(log.at(-1)).toMatchObject({
      action: 'order.itemLost',
      changes: { item: [null, '充电器'], place: ['counter', 'lost'] },
      remark: lost.words,
    })
    expect(await places()).toContainEqual(['accessory:1', 'lost', ''])
    await clerk.value('custody.move', { codes: [accessoryLabel(order.number, 1)], to: { code: shelf.code } })
    expect(await places()).toContainEqual(['accessory:1', 'shelf', '货架 A1'])
  })
})
