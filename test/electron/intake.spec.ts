// Intake in the real window, by keyboard alone: from the machine on the counter to the printed slip.
import { formatNumber, parseNumber } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { expect, test } from './support/app.ts'
import { countKeys, openDesk, regularCustomer, removeDemo, scan } from './support/intake.ts'
import type { IntakeDesk } from './support/intake.ts'
import { newestOrders, value } from './support/shell.ts'

test.setTimeout(150_000)

let desk: IntakeDesk
test.beforeEach(async () => {
  desk = await openDesk()
})
test.afterEach(() => desk.close())
test.afterAll(removeDemo)

/** The digits under the bars of a visit's slip. */
const slipDigits = (number: string): string => {
  const parts = parseNumber(number)
  if (isRefused(parts)) throw new Error(number)
  return formatNumber(parts, 'visit').digits
}
const savedNumber = () => desk.window.locator('.saved-orders .mono').first().innerText()
const newest = () => newestOrders(desk.window)

test('INT-10 a returning customer with a known machine takes at most 25 keys from home to both papers', async () => {
  const { window, cups } = desk
  const known = await regularCustomer(window)
  const keys = await countKeys(window)
  // Without a pause anywhere: what is typed ahead of the answers must arrive.
  await keys.press('F2')
  await keys.type(known.tail)
  await keys.press('Enter')
  await keys.type('1')
  await keys.type('kblj')
  await keys.press('Enter')
  await keys.type('13')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.type('200')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toBeVisible()
  const count = await keys.count()
  test.info().annotations.push({ type: 'keys', description: `returning customer: ${count}` })
  expect(count).toBeLessThanOrEqual(25)

  const [order] = await newest()
  expect(order).toMatchObject({
    customerId: known.customerId,
    reportedFault: '开不了机',
    serial: known.device.serial,
  })
  const detail = await value(window, 'order.get', { id: order?.id })
  expect({
    accessories: detail.accessories.map(({ count: left }) => left),
    limitFen: detail.limitFen,
    promised: detail.nextContactBy !== null,
    device: detail.device.id,
  }).toEqual({ accessories: [1, 1], limitFen: 20_000, promised: true, device: known.device.id })

  await expect.poll(() => cups.calls().length).toBe(3)
  const titles = cups.calls().map((call) => call[call.indexOf('-t') + 1] ?? '')
  expect(titles.filter((title) => title.startsWith('repairOrder'))).toHaveLength(2)
  expect(titles.filter((title) => title.startsWith('pickupSlip'))).toHaveLength(1)
  await expect(window.locator('.saved-strip')).toContainText('已打印 3 张')

  // The slip is scanned into the search of the frame, as digits in a burst: its order opens.
  const digits = slipDigits(await savedNumber())
  await window.keyboard.press('F3')
  await scan(window, digits)
  const opened = window.locator('.work-tab-active', { hasText: order?.number ?? '?' })
  // On a busy computer the burst comes as slowly as a person types: then the hit stands there and waits for Enter.
  const atOnce = await opened.waitFor({ timeout: 4_000 }).then(
    () => true,
    () => false,
  )
  if (!atOnce) await window.keyboard.press('Enter')
  await expect(opened).toBeVisible()

  // INT-5 scanned into the search field of a new intake, the same slip says who is back.
  await window.keyboard.press('F2')
  await expect(window.getByPlaceholder('尾号四位')).toBeFocused()
  await scan(window, digits)
  await expect(window.locator('.chosen-name').first()).toHaveText(known.name)
})

test('INT-10 defaults kept, the same takes 17 keys', async () => {
  const { window } = desk
  const known = await regularCustomer(window)
  const keys = await countKeys(window)
  await keys.press('F2')
  await keys.type(known.tail)
  await keys.press('Enter')
  await keys.type('1')
  await keys.type('kblj')
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toBeVisible()
  expect(await keys.count()).toBeLessThanOrEqual(17)
})

test('INT-3 a new customer with a new machine takes at most 45 keys', async () => {
  const { window } = desk
  const keys = await countKeys(window)
  await keys.press('F2')
  await keys.type('13912345678')
  await keys.press('Enter')
  await keys.free('new.name', '欧阳明月')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.free('new.company', '深圳市福田小学')
  await keys.press('Enter')
  await keys.type('1')
  await keys.free('new.brand', '联想')
  await keys.press('Enter')
  await keys.free('new.model', '小新 Pro 16')
  await keys.press('Enter')
  await keys.free('new.serial', 'PF3ABC12')
  await keys.press('Enter')
  await keys.type('20260301')
  await keys.press('Enter')
  await keys.type('kblj')
  await keys.press('Enter')
  await keys.type('13')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.type('200')
  await keys.press('Enter')
  await keys.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toBeVisible()
  const count = await keys.count()
  test.info().annotations.push({ type: 'keys', description: `new customer: ${count}` })
  expect(count).toBeLessThanOrEqual(45)
  const [order] = await newest()
  const detail = await value(window, 'order.get', { id: order?.id })
  expect(detail).toMatchObject({
    customer: { name: '欧阳明月', company: '深圳市福田小学', phones: [{ key: '13912345678' }] },
    device: {
      brand: '联想',
      model: '小新 Pro 16',
      serial: 'PF3ABC12',
      purchaseDate: '2026-03-01',
      warrantyMonths: 12,
    },
    chargeKind: 'inWarranty',
    limitFen: 20_000,
  })
})

test('INT-2 several machines are one visit with one slip and an order each', async () => {
  const { window, cups } = desk
  const known = await regularCustomer(window)
  await window.keyboard.press('F2')
  await window.keyboard.type(known.tail)
  await window.keyboard.press('Enter')
  await window.keyboard.type('1')
  await window.keyboard.type('kblj')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+D')
  await window.keyboard.type('0')
  await window.keyboard.type('2')
  await expect(window.getByLabel('品牌', { exact: true })).toBeFocused()
  await window.keyboard.type('戴尔')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await window.keyboard.press('2')
  await window.keyboard.press('Enter')
  await window.keyboard.type('风扇很响，开机半小时后死机')
  await expect(window.locator('.summary-machines li')).toHaveCount(2)
  await window.keyboard.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toContainText('2 台已接单')
  const [second, first] = await newest()
  const detail = await value(window, 'order.get', { id: second?.id })
  const other = await value(window, 'order.get', { id: first?.id })
  expect([detail.visitId === other.visitId, detail.ofVisit]).toEqual([true, 2])
  expect(
    [other, detail].map(({ device, reportedFault }) => [
      device.category,
      device.noSerialReason,
      reportedFault,
    ]),
  ).toEqual([
    [known.device.category, known.device.noSerialReason, '开不了机'],
    ['台式机', 'none', '风扇很响，开机半小时后死机'],
  ])
  await expect.poll(() => cups.calls().length).toBe(5)
})

test('INT-6 a probable duplicate is shown before saving: this one by Enter, or really somebody else', async () => {
  const { window } = desk
  const known = await regularCustomer(window)
  const begin = async (): Promise<void> => {
    await window.keyboard.press('F2')
    await window.keyboard.type('zzzz司空见')
    await expect(window.locator('.intake-hint', { hasText: '没有查到' })).toBeVisible()
    await window.keyboard.press('Enter')
    await window.keyboard.type(known.phone)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('listbox', { name: '可能已经登记过' })).toBeFocused()
  }
  await begin()
  await expect(window.locator('.intake-alert')).toContainText(known.name)
  await window.keyboard.press('Enter')
  await expect(window.locator('.chosen-name').first()).toHaveText(known.name)

  await begin()
  await window.keyboard.press('0')
  await expect(window.locator('.intake-note')).toContainText('另一位')
  await window.keyboard.press('Enter')
  await window.keyboard.type('1')
  await window.keyboard.press('Alt+3')
  await window.keyboard.type('黑屏')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('请填序列号，或选没有的原因')).toBeVisible()
  await window.keyboard.type('SN-0099')
  await window.keyboard.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toBeVisible()
  const { hits } = await value(window, 'search.find', { text: known.phone, kinds: ['customer'] })
  expect(hits.length).toBe(2)

  // INT-5 the number belongs to two people now: Enter does not take the first one.
  await window.keyboard.press('F2')
  await window.keyboard.type(known.phone)
  await window.keyboard.press('Enter')
  await expect(window.getByText('有几位客户在用')).toBeVisible()
  await expect(window.getByRole('listbox', { name: '查到的客户' })).toBeFocused()
  await window.keyboard.press('2')
  await expect(window.locator('.chosen-name').first()).toBeVisible()
})

test('WO-8 keys pressed twice or held down save one visit', async () => {
  const { window } = desk
  const known = await regularCustomer(window)
  const before = (await value(window, 'order.counts', {})).counts.all
  await window.keyboard.press('F2')
  await window.keyboard.type(known.tail)
  await window.keyboard.press('Enter')
  await window.keyboard.type('1')
  await window.keyboard.type('kblj')
  await window.keyboard.press('Enter')
  await window.keyboard.down('Control')
  for (let i = 0; i < 6; i += 1) await window.keyboard.down('Enter')
  await window.keyboard.up('Enter')
  await window.keyboard.press('Enter')
  await window.keyboard.up('Control')
  await expect(window.locator('.saved-strip')).toBeVisible()
  await window.locator('.verb-save').dblclick()
  expect((await value(window, 'order.counts', {})).counts.all).toBe(before + 1)
  await expect(window.getByPlaceholder('尾号四位')).toBeFocused()
})

test('a machine that is in repair, a known serial number and a date to come are said at their fields', async () => {
  const { window } = desk
  const known = await regularCustomer(window)
  const take = async (): Promise<void> => {
    await window.keyboard.press('F2')
    await window.keyboard.type(known.tail)
    await window.keyboard.press('Enter')
  }
  await take()
  await window.keyboard.type('1')
  await window.keyboard.type('kblj')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toBeVisible()

  await take()
  await window.keyboard.type('1')
  await expect(window.locator('.intake-alert')).toContainText('正在修')
  await window.keyboard.type('kblj')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('button', { name: '打开那张单子' })).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(window.locator('.saved-strip')).toContainText('已接单')

  await window.keyboard.type('13800001111')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('姓名', { exact: true })).toBeFocused()
  await window.keyboard.type('万俟春')
  await window.keyboard.press('Alt+2')
  await window.keyboard.type('4')
  await window.keyboard.press('Tab')
  await window.keyboard.press('Tab')
  await window.keyboard.type(known.device.serial === '' ? 'SN-1' : known.device.serial)
  await window.keyboard.press('Tab')
  await window.keyboard.type('20990101')
  await window.keyboard.press('Alt+3')
  await window.keyboard.type('碎屏')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('购买日期在今天之后')).toBeVisible()
  await window.keyboard.type('20260301')
  await window.keyboard.press('Control+Enter')
  if (known.device.serial !== '') {
    await expect(window.getByRole('button', { name: '确实是另一台' })).toBeVisible()
    await window.getByRole('button', { name: '确实是另一台' }).click()
    await window.keyboard.press('Control+Enter')
  }
  await expect(window.locator('.saved-strip')).toContainText('万俟春')
})

test('INT-4 a refused fee ends politely without an order and is remembered', async () => {
  const { window } = desk
  const known = await regularCustomer(window)
  const before = (await value(window, 'order.counts', {})).counts.all
  await window.keyboard.press('F2')
  await window.keyboard.type(known.tail)
  await window.keyboard.press('Enter')
  await window.keyboard.type('1')
  await window.keyboard.press('Shift+F9')
  await window.keyboard.type('350')
  await window.keyboard.press('Enter')
  await expect(window.locator('.notice')).toContainText('不接受费用，没有开单')
  const { fees } = await value(window, 'customer.refusedFees', { customerId: known.customerId })
  expect([fees[0]?.feeFen, (await value(window, 'order.counts', {})).counts.all]).toEqual([35_000, before])
  await window.keyboard.type(known.tail)
  await expect(window.locator('.refused-fees')).toContainText('拒付过 1 次')
  expect((await value(window, 'draft.list', {})).drafts.length).toBeLessThanOrEqual(1)
})
