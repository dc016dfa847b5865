// Taking machines in, through the contract, on a real database.
import { describe, expect, it } from 'vitest'
import { openReader } from '#core/db/connection.ts'
import { machine, startShop, visit } from '#test/support/core.ts'

const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x08]),
  Buffer.from('GPS!!!'),
  Buffer.from([0xff, 0xe0, 0x00, 0x04, 0x00, 0x00, 0xff, 0xda, 0x00, 0x02, 0x11, 0x22, 0xff, 0xd9]),
]).toString('base64')

describe('a walk-in drop-off', () => {
  it('INT-1 a machine over the counter becomes one work order that waits for dispatch, in hand', async () => {
    const { manager } = await startShop()
    const { orders } = await manager.value('visit.create', visit())
    const { state, machinePlace, origin, service } = await manager.value('order.get', {
      id: orders[0]?.id ?? '',
    })
    expect({ state, machinePlace, origin, service }).toEqual({
      state: 'pendingDispatch',
      machinePlace: 'here',
      origin: 'here',
      service: 'dropOff',
    })
  })

  it('INT-2 one visit holds several machines, one slip, and an order of its own for each', async () => {
    const { manager } = await startShop()
    const printer = { device: { new: { category: '打印机', brand: '惠普', model: 'M1005', serial: 'CNB1' } } }
    const made = await manager.value(
      'visit.create',
      visit({ machines: [machine(), machine({ ...printer, reportedFault: '卡纸' })] }),
    )
    const seen = await manager.value('visit.get', { id: made.visitId })
    expect(seen.orders.map((order) => [order.number, order.device])).toEqual([
      [made.orders[0]?.number, '笔记本 联想 ThinkPad T480'],
      [made.orders[1]?.number, '打印机 惠普 M1005'],
    ])
    expect(new Set([made.number, ...made.orders.map((order) => order.number)]).size).toBe(3)
  })

  it('INT-3 what came in is kept item by item, and a machine without a serial number says why', async () => {
    const { manager } = await startShop()
    const facts = {
      reportedFault: '进水后不开机，有焦味',
      condition: '外壳左上角磕碰',
      accessories: [
        { name: '电源适配器', count: 1 },
        { name: 'U盘', count: 2 },
      ],
      configuration: [
        { kind: '内存', text: '16 GB DDR4', serial: 'M471' },
        { kind: '硬盘', text: '512 GB', serial: 'S3Z8' },
      ],
    }
    const without = { category: '手机', brand: '小米', model: '14', noSerialReason: 'unreadable' as const }
    const { orders } = await manager.value(
      'visit.create',
      visit({ machines: [machine({ device: { new: without }, ...facts })] }),
    )
    const order = await manager.value('order.get', { id: orders[0]?.id ?? '' })
    const { reportedFault, condition, accessories, configuration } = order
    expect({ reportedFault, condition, accessories, configuration }).toEqual(facts)
    expect(order.device.noSerialReason).toBe('unreadable')
    expect(
      await manager.badField(
        'visit.create',
        visit({ machines: [machine({ device: { new: { category: '手机', brand: '小米', model: '14' } } })] }),
      ),
    ).toBe('machines.0.device.new.serial')
  })

  it('INT-3 a photo is stored without its place data and belongs to the order', async () => {
    const { manager } = await startShop()
    const { hash } = await manager.value('attachment.put', { mime: 'image/jpeg', data: JPEG })
    const { orders } = await manager.value('visit.create', visit({ machines: [machine({ photos: [hash] })] }))
    const { photos } = await manager.value('order.get', { id: orders[0]?.id ?? '' })
    const { data } = await manager.value('attachment.get', { hash })
    expect(photos.map((photo) => photo.hash)).toEqual([hash])
    expect(Buffer.from(data, 'base64').includes('GPS')).toBe(false)
    expect(
      await manager.refusal(
        'visit.create',
        visit({ notADuplicate: true, machines: [machine({ photos: ['0'.repeat(64)] })] }),
      ),
    ).toMatchObject({
      refusal: 'serialKnown',
    })
  })

  it('INT-3 a photo that is none is refused, whatever it says', async () => {
    const { manager } = await startShop()
    const script = Buffer.from('<svg onload="alert(1)"/>').toString('base64')
    expect(await manager.refusal('attachment.put', { mime: 'image/png', data: script })).toEqual({
      refusal: 'notAPhoto',
      field: 'data',
    })
  })

  it('INT-4 the charge is decided from purchase date and term, and the reason is kept', async () => {
    const { manager } = await startShop()
    const dated = (purchaseDate: string) => ({
      device: { new: { category: '笔记本', serial: purchaseDate, purchaseDate, warrantyMonths: 24 } },
    })
    const { orders } = await manager.value(
      'visit.create',
      visit({ machines: [machine(dated('2024-11-22')), machine(dated('2024-11-21')), machine()] }),
    )
    const charges = await Promise.all(
      orders.map(async ({ id }) => {
        const { chargeKind, chargeBasis } = await manager.value('order.get', { id })
        return [chargeKind, chargeBasis]
      }),
    )
    expect(charges).toEqual([
      ['inWarranty', { because: 'warrantyRuns', until: '2026-11-22', purchaseDate: '2024-11-22' }],
      ['outOfWarranty', { because: 'warrantyOver', until: '2026-11-21', purchaseDate: '2024-11-21' }],
      ['undecided', { because: 'purchaseDateUnknown' }],
    ])
  })

  it('INT-4 from in to out of warranty needs an accepted quote', async () => {
    const { manager } = await startShop()
    const device = {
      new: { category: '笔记本', serial: 'A1', purchaseDate: '2026-01-01', warrantyMonths: 24 },
    }
    const { orders } = await manager.value('visit.create', visit({ machines: [machine({ device })] }))
    const changes = { charge: { kind: 'outOfWarranty' as const, reason: '人为进水' } }
    expect(await manager.refusal('order.amend', { id: orders[0]?.id ?? '', ver: 1, changes })).toEqual({
      refusal: 'needsAcceptedQuote',
      field: 'changes.charge',
    })
  })

  it('INT-4 a refused fee ends without an order and is remembered on the customer', async () => {
    const { manager } = await startShop()
    const { customerId } = await manager.value('customer.recordRefusedFee', {
      customer: { new: { name: '李四', phones: ['13900139000'] } },
      deviceText: '佳能打印机 MG2580',
      feeFen: 15000,
      remark: '嫌贵',
    })
    expect((await manager.value('customer.refusedFees', { customerId })).fees).toMatchObject([
      { deviceText: '佳能打印机 MG2580', feeFen: 15000, remark: '嫌贵' },
    ])
    expect((await manager.value('order.list', { view: 'all' })).orders).toEqual([])
  })

  it('INT-5 a returning customer is found by any key in one field', async () => {
    const { manager } = await startShop()
    const { customerId, orders, number, shortCode } = await manager.value('visit.create', visit())
    const order = await manager.value('order.get', { id: orders[0]?.id ?? '' })
    const found = async (text: string) =>
      (await manager.value('search.find', { text })).hits.map(
        (hit) => `${hit.kind} ${'customerId' in hit ? hit.customerId : hit.id}`,
      )
    for (const text of [
      '13800138000',
      '138 0013 8000',
      '8000',
      '张三',
      '张',
      '三',
      'zs',
      'ZS',
      'zhangsan',
      '１３８００１３８０００',
    ]) {
      expect([text, await found(text)]).toEqual([text, [`customer ${customerId}`]])
    }
    expect(await found('PF1A2B3C')).toEqual([`device ${customerId}`])
    expect(await found(order.number)).toEqual([`order ${order.id}`])
    expect(await found(order.digits)).toEqual([`order ${order.id}`])
    expect(await found(number.toLowerCase())).toEqual([`visit ${customerId}`])
    expect(await found(shortCode)).toEqual([`visit ${customerId}`])
    expect(await found('没有这个人')).toEqual([])
  })

  it('INT-5 a serial number without a digit is one too', async () => {
    const { manager } = await startShop()
    const device = { new: { category: '笔记本', brand: '戴尔', serial: 'KYTENPW' } }
    const { customerId } = await manager.value('visit.create', visit({ machines: [machine({ device })] }))
    const { hits } = await manager.value('search.find', { text: 'kytenpw' })
    expect(hits).toMatchObject([{ kind: 'device', customerId, serial: 'KYTENPW' }])
  })

  it('INT-5 one number of several people: all are shown and the clerk chooses', async () => {
    const { manager, clock } = await startShop()
    await manager.value('visit.create', visit())
    clock.now += 60_000
    await manager.value(
      'visit.create',
      visit({
        customer: { new: { name: '张小三', phones: ['13800138000'] } },
        notADuplicate: true,
        machines: [machine({ device: { new: { category: '手机', serial: 'X9' } } })],
      }),
    )
    const { hits } = await manager.value('search.find', { text: '13800138000' })
    expect(hits.map((hit) => hit.kind === 'customer' && hit.name)).toEqual(['张小三', '张三'])
  })

  it('INT-6 a probable duplicate is shown before a new customer is saved, and nothing is written', async () => {
    const { manager } = await startShop()
    const { customerId } = await manager.value('visit.create', visit())
    const again = visit({ customer: { new: { name: '张叁', phones: ['138-0013-8000'] } } })
    expect(await manager.refusal('visit.create', again)).toMatchObject({
      refusal: 'probableDuplicate',
      duplicates: [{ customerId, because: 'samePhone' }],
    })
    expect(
      await manager.value('customer.duplicates', { name: '张三', phones: ['13800138001'] }),
    ).toMatchObject({
      duplicates: [{ customerId, because: 'sameNameSimilarPhone' }],
    })
    expect((await manager.value('search.find', { text: '张叁' })).hits).toEqual([])
  })

  it('INT-9 a passcode is encrypted at rest, shown only with a reason that stands in the audit log first', async () => {
    const { manager, dir } = await startShop()
    const passcode = 'Zx9-passcode-77'
    const { orders } = await manager.value('visit.create', visit({ machines: [machine({ passcode })] }))
    const id = orders[0]?.id ?? ''
    expect(await manager.badField('order.revealPasscode', { id, reason: '' })).toBe('reason')
    expect(await manager.value('order.revealPasscode', { id, reason: '开机检测' })).toEqual({ passcode })
    const { log } = await manager.value('order.log', { id })
    expect(log.at(-1)).toMatchObject({ action: 'order.passcodeRevealed', remark: '开机检测', who: '王店长' })
    const reader = openReader(`${dir}/counter.db`)
    const audited = reader.prepare('select action, details from audit order by seq desc limit 1').get()
    reader.close()
    expect(audited).toEqual({ action: 'order.passcodeRevealed', details: '{"reason":"开机检测"}' })
    const { readdirSync, readFileSync, statSync } = await import('node:fs')
    const files = readdirSync(dir, { recursive: true }).map((file) => `${dir}/${String(file)}`)
    const leaks = files.filter((file) => statSync(file).isFile() && readFileSync(file).includes(passcode))
    expect(leaks).toEqual([])
  })

  it('INT-13 the agreed limit is kept to the fen and the promised contact may not lie in the past', async () => {
    const { manager, clock } = await startShop()
    const promised = clock.now + 2 * 86_400_000
    const { orders } = await manager.value(
      'visit.create',
      visit({ machines: [machine({ limitFen: 20050, nextContactBy: promised })] }),
    )
    const { limitFen, nextContactBy } = await manager.value('order.get', { id: orders[0]?.id ?? '' })
    expect({ limitFen, nextContactBy }).toEqual({ limitFen: 20050, nextContactBy: promised })
    const late = visit({
      customer: { new: { name: '赵六', phones: [] } },
      machines: [
        machine({
          device: { new: { category: '手机', serial: 'Q1' } },
          nextContactBy: clock.now - 3_600_000,
        }),
      ],
    })
    expect(await manager.refusal('visit.create', late)).toEqual({
      refusal: 'contactInPast',
      field: 'machines.0.nextContactBy',
    })
  })

  it('a machine that is here already is not taken in twice by mistake', async () => {
    const { manager } = await startShop()
    const made = await manager.value('visit.create', visit())
    const deviceId = made.orders[0]?.deviceId ?? ''
    const again = visit({
      customer: { existing: made.customerId },
      machines: [machine({ device: { existing: deviceId } })],
    })
    expect(await manager.refusal('visit.create', again)).toEqual({
      refusal: 'alreadyInRepair',
      field: 'machines.0.device',
      deviceId,
      number: made.orders[0]?.number,
    })
    await manager.value('visit.create', { ...again, secondOrderFor: [deviceId] })
  })

  it('a known serial number of somebody else is named before a second machine is made of it', async () => {
    const { manager } = await startShop()
    const made = await manager.value('visit.create', visit())
    const other = visit({ customer: { new: { name: '钱七', phones: ['13700137000'] } } })
    expect(await manager.refusal('visit.create', other)).toMatchObject({
      refusal: 'serialKnown',
      owner: '张三',
      deviceId: made.orders[0]?.deviceId,
    })
    expect((await manager.value('search.find', { text: '钱七' })).hits).toEqual([])
  })
})
