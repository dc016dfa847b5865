// Repaired while the customer waits, in the real window: record, signature and hand-over beside the form of the
// intake, and one key that does it all.
import { expect, test } from './support/app.ts'
import { countKeys, openDesk, regularCustomer, removeDemo } from './support/intake.ts'
import type { IntakeDesk, Regular } from './support/intake.ts'
import { sign } from './support/pickup.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import type { Lang } from './support/screens.ts'
import { newestOrders, value } from './support/shell.ts'

test.setTimeout(150_000)

let desk: IntakeDesk
test.afterEach(() => desk.close())
test.afterAll(removeDemo)

type Typing = Pick<Awaited<ReturnType<typeof countKeys>>, 'press' | 'type'>

/** Who came, with which machine, and what is wrong: as at every intake. */
const takeIn = async (keys: Typing, known: Regular): Promise<void> => {
  await keys.press('F2')
  await keys.type(known.tail)
  await keys.press('Enter')
  await keys.type('1')
  await keys.type('kblj')
  await keys.press('Enter')
}
/** From the fault code to the minutes: letters choose, phrases by their initials. */
const record = async (keys: Typing): Promise<void> => {
  await keys.type('dy')
  await keys.press('Enter')
  await keys.type('kblj')
  await keys.press('Enter')
  await keys.type('qh')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.type('15')
  await keys.press('Enter')
}
const panel = () => desk.window.getByRole('region', { name: '当场修复', exact: true })
const field = (name: string) => panel().locator(`[data-verb-field="${name}"]`)
const strip = () => desk.window.locator('.spot-strip')
const ordersInAll = async () => (await value(desk.window, 'order.counts', {})).counts.all
const technicianNo = async (name: string) => {
  const { people } = await value(desk.window, 'staff.list', {})
  return (
    people
      .filter(({ active, roles }) => active && roles.includes('technician'))
      .findIndex((one) => one.name === name) + 1
  )
}

test('INT-7 taken in, recorded, settled and handed over in one screen, by keyboard alone', async () => {
  desk = await openDesk()
  const { window, cups } = desk
  const known = await regularCustomer(window)
  const before = await ordersInAll()
  const digit = await technicianNo('李卫国')
  const keys = await countKeys(window)
  await takeIn(keys, known)
  await keys.press('Shift+F2')
  await record(keys)
  // No serial number was fitted.
  await keys.press('Enter')
  await keys.type(String(digit))
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.type('2')
  await keys.press('Control+Enter')
  await expect(strip()).toBeVisible()
  const count = await keys.count()
  test.info().annotations.push({ type: 'keys', description: `repaired on the spot: ${count}` })
  console.log(`INT-7 keys from the empty desk to the machine that went home: ${count}`)
  expect(count).toBeLessThanOrEqual(40)

  const orders = await newestOrders(window)
  const id = orders[0]?.id ?? ''
  const order = await value(window, 'order.get', { id })
  const [handOver, ...others] = (await value(window, 'handOver.ofOrder', { id })).handOvers
  const { appointments } = await value(window, 'contact.ofOrder', { id })
  const [done] = (await value(window, 'service.records', { id })).records
  expect(others).toEqual([])
  // T31, the real pick-up, and T2 are the moment of the hand-over.
  expect({
    orders: (await ordersInAll()) - before,
    state: order.state,
    customerId: order.customer.id,
    machinePlace: order.machinePlace,
    t2: order.t2,
    t31: appointments.map(({ kind, at }) => [kind, at]),
    handOver: [handOver?.way, handOver?.takenBy, handOver?.signedOn, handOver?.signature, handOver?.undone],
    record: [done?.actualFault, done?.action, done?.result, done?.minutes, done?.doneBy, done?.onBehalf],
  }).toEqual({
    orders: 1,
    state: 'pendingClose',
    customerId: known.customerId,
    machinePlace: 'withCustomer',
    t2: handOver?.at,
    t31: [['pickUp', handOver?.at]],
    handOver: ['slip', 'customer', 'paper', null, false],
    record: ['开不了机', '清灰换硅脂', 'repaired', 15, '李卫国', true],
  })
  await expect(strip()).toContainText(order.number)
  await expect(strip()).toContainText('已当场修复并交机')
  await expect(strip()).toContainText('已打印 1 张')
  expect(cups.calls().map((call) => call[call.indexOf('-t') + 1])).toEqual([`repairOrder ${order.number}`])
  // The draft is gone and the next customer may come.
  expect((await value(window, 'draft.list', {})).drafts.map(({ title }) => title)).not.toContainEqual(
    expect.stringContaining(known.name),
  )
  await expect(window.getByPlaceholder('尾号四位')).toBeFocused()
})

test('INT-7 SET-2 what the customer owes for it is paid with the same key', async () => {
  desk = await openDesk()
  const { window } = desk
  const known = await regularCustomer(window)
  const { keyboard } = window
  await takeIn(keyboard, known)
  await keyboard.press('Shift+F2')
  await record(keyboard)
  await keyboard.press('Control+d')
  await expect(panel().getByRole('textbox', { name: '第 1 项的内容' })).toBeFocused()
  await keyboard.type('清灰换硅脂')
  await keyboard.press('Enter')
  await expect(panel().getByRole('textbox', { name: '第 1 项金额' })).toBeFocused()
  await keyboard.type('80.5')
  await panel().getByRole('listbox', { name: '第 1 项由谁付' }).focus()
  await keyboard.press('1')
  await field('doneBy').getByRole('listbox').focus()
  await keyboard.press('1')
  await field('signature').getByRole('listbox').first().focus()
  await keyboard.press('2')
  const before = await ordersInAll()
  await keyboard.press('Control+Enter')
  await expect(panel().locator('.pay-problem')).toContainText('请按数字选收款方式')
  expect(await ordersInAll()).toBe(before)
  await expect(panel().locator('.pay-methods')).toBeFocused()
  // Small change is left off, the rest in cash.
  await keyboard.press('6')
  await keyboard.press('1')
  await expect(panel().locator('[data-pay=due]')).toHaveText('¥80.00')
  await keyboard.press('Control+Enter')
  await expect(strip()).toBeVisible()
  const [order] = await newestOrders(window)
  const money = await value(window, 'settlement.ofOrder', { id: order?.id ?? '' })
  expect([
    money.settled,
    money.discountFen,
    money.receipts.flatMap(({ payments }) => payments.map((one) => [one.method, one.amountFen])),
  ]).toEqual(['paid', 50, [['cash', 8000]]])
})

test('INT-7 what is missing is said at its field and nothing is made; then a double key makes one', async () => {
  desk = await openDesk()
  const { window } = desk
  const known = await regularCustomer(window)
  const before = await ordersInAll()
  const { keyboard } = window
  await takeIn(keyboard, known)
  await keyboard.press('Shift+F2')
  await keyboard.press('Control+Enter')
  await expect(field('faultCode')).toContainText('这一项要填')
  await expect(field('minutes')).toContainText('这一项要填')
  await expect(field('doneBy')).toContainText('这一项要填')
  await expect(field('faultCode').getByRole('listbox')).toBeFocused()
  await record(keyboard)
  await field('doneBy').getByRole('listbox').focus()
  await keyboard.press('1')
  // Somebody else takes it, but nobody wrote down who.
  await field('taker').getByRole('listbox').focus()
  await keyboard.press('2')
  await keyboard.press('Control+Enter')
  await expect(field('taker')).toContainText('请填代取人的姓名和电话')
  await expect(field('taker').getByLabel('姓名')).toBeFocused()
  await field('taker').getByRole('listbox').focus()
  await keyboard.press('1')
  // Nobody signed.
  await keyboard.press('Control+Enter')
  await expect(field('signature')).toContainText('客户还没有签字')
  expect(await ordersInAll()).toBe(before)

  // Esc puts the panel away; what was typed stays, also over a restart of the program.
  await keyboard.press('Escape')
  await expect(panel()).toHaveCount(0)
  await keyboard.press('Shift+F2')
  await expect(field('minutes').locator('input')).toHaveValue('15')
  await expect(field('signature').getByRole('listbox')).toBeFocused()

  // What is wrong in the form of the intake is said there.
  await keyboard.press('Alt+3')
  await keyboard.press('Control+A')
  await keyboard.press('Backspace')
  await keyboard.press('Control+Enter')
  await expect(window.getByText('请写故障现象')).toBeVisible()
  await keyboard.type('kblj')
  await keyboard.press('Enter')

  await sign(window)
  await keyboard.press('Escape')
  await keyboard.press('Shift+F2')
  await Promise.all([keyboard.press('Control+Enter'), keyboard.press('Control+Enter')])
  await expect(strip()).toBeVisible()
  expect(await ordersInAll()).toBe(before + 1)
  const orders = await newestOrders(window)
  const { handOvers } = await value(window, 'handOver.ofOrder', { id: orders[0]?.id ?? '' })
  expect(handOvers.map(({ signedOn, signature }) => [signedOn, signature !== null])).toEqual([['pad', true]])
})

test('INT-7 is for one machine on the counter; the record comes back with its draft; a refusal of the core goes to its field', async () => {
  desk = await openDesk()
  const { window } = desk
  const { keyboard } = window
  const known = await regularCustomer(window)
  await keyboard.press('F2')
  await keyboard.press('Shift+F2')
  await expect(window.locator('.notice')).toContainText('先写下客户和机器')
  await takeIn(keyboard, known)
  await keyboard.press('Control+D')
  await keyboard.press('Shift+F2')
  await expect(window.locator('.notice')).toContainText('有 2 台')
  await expect(panel()).toHaveCount(0)
  await window.getByRole('button', { name: '去掉这台' }).last().click()

  await keyboard.press('Shift+F2')
  await record(keyboard)
  await expect
    .poll(async () => JSON.stringify((await value(window, 'draft.list', {})).drafts))
    .toContain('"minutes":"15"')
  await desk.restart()
  const again = desk.window
  await again.keyboard.press('F2')
  await again.keyboard.press('Shift+F6')
  await expect(again.locator('.chosen-name').first()).toHaveText(known.name)
  await again.keyboard.press('Shift+F2')
  await expect(field('minutes').locator('input')).toHaveValue('15')
  await expect(field('faultCode')).toContainText('电源')

  // The printer was taken away meanwhile: all of it is refused, nothing is half done.
  const before = await ordersInAll()
  await field('doneBy').getByRole('listbox').focus()
  await again.keyboard.press('1')
  await field('paper').getByRole('listbox').focus()
  await again.keyboard.press('1')
  await field('signature').getByRole('listbox').focus()
  await again.keyboard.press('2')
  await value(again, 'shop.changeSettings', { printer: '' })
  await again.keyboard.press('Control+Enter')
  await expect(panel().locator('.problem-line')).toContainText('打印机')
  expect(await ordersInAll()).toBe(before)
  await field('paper').getByRole('listbox').focus()
  await again.keyboard.press('2')
  await again.keyboard.press('Control+Enter')
  await expect(strip()).toContainText('没有打印维修单')
  expect(await ordersInAll()).toBe(before + 1)
})

test('INT-7 whoever may not dispatch is not offered it', async () => {
  desk = await openDesk({ staffNo: '1002' })
  const { window } = desk
  await window.keyboard.press('F2')
  await expect(window.locator('.verb-save')).toBeVisible()
  await expect(window.getByRole('button', { name: '当场修复' })).toHaveCount(0)
  await window.keyboard.press('Shift+F2')
  await expect(panel()).toHaveCount(0)
})

for (const lang of ['zh-CN', 'en'] as const satisfies readonly Lang[])
  test(`a repair on the spot fits, reads and passes axe (${lang})`, async () => {
    test.setTimeout(300_000)
    desk = await openDesk({ lang })
    const { window } = desk
    const { keyboard } = window
    const bad: string[] = []
    const look = async (name: string): Promise<void> => {
      await window.waitForTimeout(250)
      await picture(window, lang, `on-the-spot-${name}`)
      for (const one of await axeProblems(window)) bad.push(`${name}: ${one}`)
      const wide = await sideways(window)
      if (wide > 0) bad.push(`${name}: ${wide} px too wide`)
    }
    const known = await regularCustomer(window)
    await takeIn(keyboard, known)
    await look('verb')
    await keyboard.press('Shift+F2')
    await expect(window.locator('.verb-panel')).toBeVisible()
    await look('empty')
    await keyboard.press('Control+Enter')
    await look('missing')
    await record(keyboard)
    await keyboard.press('Control+D')
    await keyboard.type('15')
    await window.locator('[data-verb-field="doneBy"] [role=listbox]').focus()
    await keyboard.press('1')
    await look('lower')
    await window.locator('[data-verb-field="taker"] [role=listbox]').focus()
    await keyboard.press('2')
    await keyboard.press('Control+Enter')
    await look('refused')
    await window.locator('[data-verb-field="taker"] [role=listbox]').focus()
    await keyboard.press('1')
    await keyboard.press('F1')
    await look('keys')
    await keyboard.press('Escape')
    await window.emulateMedia({ colorScheme: 'dark' })
    await look('dark')
    await window.locator('[data-verb-field="signature"] [role=listbox]').focus()
    await keyboard.press('1')
    await sign(window)
    await look('signed-dark')
    await window.emulateMedia({ colorScheme: 'light' })
    await window.locator('[data-verb-field="signature"] [role=listbox]').focus()
    await keyboard.press('2')
    await keyboard.press('Control+Enter')
    await expect(window.locator('.spot-strip')).toBeVisible()
    await window.waitForTimeout(1_500)
    await look('done')
    await window.emulateMedia({ colorScheme: 'dark' })
    await look('done-dark')
    expect(bad).toEqual([])
  })
