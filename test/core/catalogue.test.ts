// The catalogue through a real core: who may change it, what is found by what, and what is refused.
import { expect, it } from 'vitest'
import type { Params, Value } from '#shared/contract/index.ts'
import { openDriver } from '#core/db/driver.ts'
import { startShop } from '#test/support/core.ts'
import { hire } from '#test/support/hire.ts'

export const aPart = (given: Partial<Params<'part.add'>> = {}): Params<'part.add'> => ({
  code: 'LCD-T480-FHD',
  name: '液晶显示屏 14 寸',
  spec: '1920×1080 30 针',
  kind: 'part',
  unit: '块',
  decimals: 0,
  serialTracked: false,
  oldReturnable: true,
  models: ['联想 ThinkPad T480', 'ThinkPad T480s'],
  barcode: '6901234567892',
  priceFen: 68_000,
  prices: { peer: 60_000 },
  minimum: 2000,
  warrantyDays: 90,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: null,
  ...given,
})

it('a part is kept as it was entered, read, listed page by page, changed and taken out of use', async () => {
  const { manager } = await startShop()
  const added = await manager.value('part.add', aPart())
  expect(await manager.value('part.get', { id: added.id })).toEqual({
    ...aPart(),
    id: added.id,
    active: true,
    createdAt: added.createdAt,
  })
  for (const code of ['A-2', 'B-1', 'a-1'])
    await manager.value('part.add', aPart({ code, barcode: null, kind: 'consumable' }))
  const codes = async (ask: Params<'part.list'>) => {
    const { parts, next } = await manager.value('part.list', ask)
    return { codes: parts.map((one) => one.code), next }
  }
  const first = await codes({ limit: 2 })
  expect(first).toEqual({ codes: ['a-1', 'A-2'], next: 'A-2' })
  expect(await codes({ limit: 2, after: first.next ?? '' })).toEqual({
    codes: ['B-1', 'LCD-T480-FHD'],
    next: null,
  })
  const changed = await manager.value('part.change', {
    id: added.id,
    changes: { priceFen: 70_000, active: false, barcode: null },
  })
  expect(changed).toEqual({ ...added, priceFen: 70_000, active: false, barcode: null })
  expect(await codes({ active: false })).toEqual({ codes: ['LCD-T480-FHD'], next: null })
  expect((await codes({ kind: 'consumable', active: true })).codes).toEqual(['a-1', 'A-2', 'B-1'])
})

it('one field finds a part by code, barcode, any two characters, initials, words and models', async () => {
  const { manager } = await startShop()
  const screen = await manager.value('part.add', aPart())
  const key = await manager.value(
    'part.add',
    aPart({ code: 'KB-0001', name: '键盘', spec: '', models: ['戴尔 Latitude 5490'], barcode: null }),
  )
  const old = await manager.value(
    'part.add',
    aPart({ code: 'LCD-OLD', name: '旧屏', models: [], barcode: null }),
  )
  await manager.value('part.change', { id: old.id, changes: { active: false } })
  const found = async (text: string, inactive = false) =>
    (await manager.value('part.find', { text, inactive })).parts.map((one) => one.code)
  const asked: Record<string, string[]> = {
    'lcd-t480': [screen.code],
    'ＬＣＤ－T480': [screen.code],
    LCD: [screen.code],
    t480: [screen.code],
    fhd: [screen.code],
    '6901234567892': [screen.code],
    '690123': [screen.code],
    液晶: [screen.code],
    示屏: [screen.code],
    屏: [screen.code],
    yjxsp: [screen.code],
    xsp: [screen.code],
    键盘: [key.code],
    jp: [key.code],
    kb: [key.code],
    '0001': [key.code],
    '5490': [key.code],
    '键盘 戴尔': [key.code],
    '键盘 联想': [],
    '联想 液晶': [screen.code],
    thinkpad: [screen.code],
    主板: [],
    '': [],
    ' - ': [],
    '"': [],
  }
  const answers: Record<string, string[]> = {}
  for (const text of Object.keys(asked)) answers[text] = await found(text)
  expect(answers).toEqual(asked)
  expect((await found('lcd', true)).toSorted()).toEqual(['LCD-OLD', 'LCD-T480-FHD'])
  await manager.value('part.change', { id: screen.id, changes: { name: '触摸屏', models: [] } })
  expect([await found('液晶'), await found('触摸'), await found('thinkpad')]).toEqual([[], [screen.code], []])
})

it('a scanner gets the part of exactly this barcode while it is in use', async () => {
  const { manager } = await startShop()
  const part = await manager.value('part.add', aPart())
  const scan = async (barcode: string) => (await manager.value('part.ofBarcode', { barcode })).part?.id
  expect([await scan('6901234567892'), await scan('６９０ 1234567892'), await scan('690123456789')]).toEqual([
    part.id,
    part.id,
    undefined,
  ])
  await manager.value('part.change', { id: part.id, changes: { active: false } })
  expect(await scan('6901234567892')).toBe(undefined)
})

it('a code or barcode that another part has is refused with the name of the other', async () => {
  const { manager } = await startShop()
  const first = await manager.value('part.add', aPart())
  const second = await manager.value('part.add', aPart({ code: 'X', name: '另一个', barcode: '123' }))
  const taken = { code: first.code, name: first.name }
  expect([
    await manager.refusal('part.add', aPart({ code: 'lcd-t480-ｆhd ', barcode: null })),
    await manager.refusal('part.add', aPart({ code: 'Y', barcode: '6901 234567892' })),
    await manager.refusal('part.change', { id: second.id, changes: { code: 'LCD-T480-FHD' } }),
    await manager.refusal('part.change', { id: second.id, changes: { barcode: '6901234567892' } }),
    await manager.refusal('part.add', aPart({ code: 'Z', barcode: null, serialTracked: true, decimals: 1 })),
  ]).toEqual([
    { refusal: 'codeTaken', field: 'code', ...taken },
    { refusal: 'barcodeTaken', field: 'barcode', ...taken },
    { refusal: 'codeTaken', field: 'changes.code', ...taken },
    { refusal: 'barcodeTaken', field: 'changes.barcode', ...taken },
    { refusal: 'serialNeedsWhole', field: 'decimals' },
  ])
})

it('how a part is counted stays once there was stock', async () => {
  const { manager, dir } = await startShop()
  const part = await manager.value('part.add', aPart())
  const free = await manager.value('part.add', aPart({ code: 'FREE', barcode: null }))
  const db = openDriver(`${dir}/counter.db`)
  const row = (last: string) => `0190f5fe-7c00-7a00-8000-0000000000${last}`
  db.exec('pragma foreign_keys = off')
  db.prepare(
    `insert into stock_movement (id, document_id, position, part_id, place_id, quantity, value_fen, serials, at)
     values (?, ?, 1, ?, ?, 1000, 0, '[]', 1)`,
  ).run(row('a1'), row('a2'), part.id, row('a3'))
  db.close()
  expect([
    await manager.refusal('part.change', { id: part.id, changes: { decimals: 2 } }),
    await manager.refusal('part.change', { id: part.id, changes: { serialTracked: true } }),
    (await manager.value('part.change', { id: part.id, changes: { priceFen: 1 } })).priceFen,
    (await manager.value('part.change', { id: free.id, changes: { decimals: 2 } })).decimals,
  ]).toEqual([
    { refusal: 'decimalsInUse', field: 'changes.decimals', decimals: 0 },
    { refusal: 'serialInUse', field: 'changes.serialTracked' },
    1,
    2,
  ])
})

it('a package stands for its parts and service items, priced for the group of the customer', async () => {
  const { manager } = await startShop()
  const part = await manager.value('part.add', aPart())
  const service: Params<'serviceItem.add'> = {
    code: 'S-1',
    name: '换屏',
    priceFen: 12_000,
    prices: { company: 10_000 },
    minutes: 60,
    commission: 'percent',
    commissionValue: 2000,
    warrantyDays: 30,
  }
  const work = await manager.value('serviceItem.add', service)
  const items: Value<'package.get'>['items'] = [
    { kind: 'part', id: part.id, quantity: 1000, priceFen: null },
    { kind: 'serviceItem', id: work.id, quantity: 1000, priceFen: 9000 },
  ]
  const made = await manager.value('package.add', { code: 'K-1', name: '换屏全包', items })
  const { lines } = await manager.value('package.expand', { id: made.id, group: 'peer', times: 2 })
  expect(lines).toEqual([
    {
      kind: 'part',
      id: part.id,
      code: part.code,
      name: part.name,
      unit: '块',
      quantity: 2000,
      priceFen: 60_000,
    },
    { kind: 'serviceItem', id: work.id, code: 'S-1', name: '换屏', unit: '', quantity: 2000, priceFen: 9000 },
  ])
  expect([
    await manager.refusal('package.add', { code: 'k-1', name: '又一个', items }),
    await manager.refusal('serviceItem.add', { ...service, code: 'S-2', commissionValue: 10_001 }),
    (await manager.value('serviceItem.find', { text: 'hp' })).serviceItems.map((one) => one.code),
    (await manager.value('serviceItem.change', { id: work.id, changes: { active: false } })).active,
    (await manager.value('serviceItem.find', { text: 'hp' })).serviceItems,
    (await manager.value('package.list', {})).packages.map((one) => one.code),
  ]).toMatchObject([
    { refusal: 'codeTaken', name: '换屏全包' },
    { refusal: 'percentTooLarge' },
    ['S-1'],
    false,
    [],
    ['K-1'],
  ])
})

it('the price group of a customer is kept with a line in the log, and read with him', async () => {
  const { manager } = await startShop()
  const { customerId } = await manager.value('customer.recordRefusedFee', {
    customer: { new: { name: '同行老王', phones: [] } },
    deviceText: '主板',
    feeFen: null,
  })
  expect((await manager.value('customer.get', { id: customerId })).priceGroup).toBe(null)
  expect(
    (await manager.value('customer.change', { id: customerId, changes: { priceGroup: 'peer' } })).priceGroup,
  ).toBe('peer')
  expect(
    (await manager.value('customer.change', { id: customerId, changes: { priceGroup: null } })).priceGroup,
  ).toBe(null)
})

it('the warehouse keeps the catalogue, and everybody reads it; the books agree afterwards', async () => {
  const shop = await startShop()
  const warehouse = await hire(shop, { staffNo: 'W1', name: '仓管', roles: ['warehouse'] })
  const clerk = await hire(shop, { staffNo: 'C1', name: '前台', roles: ['clerk'] })
  const part = await warehouse.value('part.add', aPart())
  await warehouse.value('part.change', { id: part.id, changes: { name: '屏', prices: {} } })
  expect(await clerk.refusal('part.change', { id: part.id, changes: { name: '键盘' } })).toMatchObject({
    refusal: 'notAllowed',
  })
  expect((await clerk.value('part.find', { text: '屏' })).parts[0]?.id).toBe(part.id)
  const { checks } = await shop.manager.value('system.verify', {})
  expect(checks.filter((check) => !check.ok)).toEqual([])
})

it('one character finds the newest parts that hold it, frequent or not, in use or not', async () => {
  const { manager } = await startShop()
  const add = async (i: number, name: string): Promise<void> => {
    await manager.value(
      'part.add',
      aPart({ code: `P-${i}`, name, spec: i === 3 ? '螺口' : '', models: [], barcode: null }),
    )
  }
  for (let i = 0; i < 10; i += 1) await add(i, i % 2 === 0 ? '螺丝' : '电池')
  const found = async (text: string, limit: number, inactive = false): Promise<string[]> =>
    (await manager.value('part.find', { text, limit, inactive })).parts.map((one) => one.code)
  const [newest] = (await manager.value('part.find', { text: 'P-8' })).parts
  await manager.value('part.change', { id: newest?.id ?? '', changes: { active: false } })
  expect([
    await found('螺', 2),
    await found('螺', 2, true),
    await found('螺', 9),
    await found('螺', 9, true),
    await found('口', 2),
    await found('无', 2),
  ]).toEqual([
    ['P-6', 'P-4'],
    ['P-8', 'P-6'],
    ['P-6', 'P-4', 'P-3', 'P-2', 'P-0'],
    ['P-8', 'P-6', 'P-4', 'P-3', 'P-2', 'P-0'],
    ['P-3'],
    [],
  ])
})

it('a whole code finds its part first, then whatever names it; a short one also what begins like it', async () => {
  const { manager } = await startShop()
  const add = (code: string, spec: string) =>
    manager.value('part.add', aPart({ code, spec, name: '螺丝', models: [], barcode: null }))
  await add('T480', '')
  await add('Z-1', 'T480s')
  await add('Z-2', '代 P-100001')
  await add('P-1000012', '')
  await add('P-100001', '')
  const found = async (text: string): Promise<string[]> =>
    (await manager.value('part.find', { text })).parts.map((one) => one.code)
  expect([await found('t480'), await found('p-100001'), await found('p-10000')]).toEqual([
    ['T480', 'Z-1'],
    ['P-100001', 'P-1000012', 'Z-2'],
    ['P-100001', 'P-1000012', 'Z-2'],
  ])
})
