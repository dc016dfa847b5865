// One day at the counter from the first arrival to the last review: one program, five people who change places by PIN,
// twelve arrivals, and everything that goes wrong on a day. After each act: what the person sees.
import { expect, test } from './support/app.ts'
import type { Day, Order, Who } from './support/day.ts'
import {
  board,
  bring,
  chooseTechnician,
  doneQuietly,
  labelOf,
  openDay,
  openOrder,
  scanMachine,
  scanSlip,
  takeSeat,
  typeMachine,
  verbByLetters,
} from './support/day.ts'
import { sign } from './support/pickup.ts'
import { value } from './support/shell.ts'

const CALLERS = [
  ['陈佩珊', '13900000003', 'ThinkPad X1', '进水后不开机'],
  ['郑耀辉', '13900000004', 'ThinkPad T14', '屏幕碎了'],
  ['冯小红', '13900000005', 'ThinkBook 14', '键盘失灵'],
  ['蒋国栋', '13900000006', '小新 Pro 16', '风扇很响'],
  ['沈丽华', '13900000007', 'ThinkPad E14', '电池鼓包'],
  ['韩志明', '13900000008', '拯救者 Y7000', '蓝屏'],
  ['杨文斌', '13900000009', 'ThinkPad L13', '硬盘认不到'],
  ['朱晓峰', '13900000010', 'YOGA 14', '充不进电'],
  ['秦美玲', '13900000011', 'ThinkPad P1', '显示器闪'],
] as const

let day: Day
test.beforeAll(async () => {
  day = await openDay()
})
test.afterEach(async () => {
  const info = test.info()
  if (info.status !== info.expectedStatus)
    await day.window.screenshot({ path: info.outputPath('window.png') })
})
test.afterAll(() => day.close())

test('a day at the counter: every machine goes its way, and the books are right at night', async () => {
  test.setTimeout(170_000)
  const { window, cups } = day
  const key = (keys: string) => window.keyboard.press(keys)
  const type = (text: string) => window.keyboard.type(text)
  const sit = (who: Who) => takeSeat(day, who)
  const open = ({ number }: Order) => openOrder(window, number)
  const panel = window.locator('.verb-panel:visible')
  const label = labelOf(window)
  const field = (name: string) => window.locator(`[data-spot$="${name}"] input`)
  const said = window.locator('.custody-said')
  const told = window.locator('.notice')
  const printed = (title: string) => cups.calls().filter((call) => call.join(' ').includes(title)).length
  const newest = async (limit: number): Promise<Order[]> =>
    (await value(window, 'order.list', { view: 'all', limit })).orders
  const logOf = async ({ id }: Order) =>
    (await value(window, 'order.log', { id })).log.map(({ action }) => action)
  const saved = async (machines: number): Promise<Order[]> => {
    await key('Control+Enter')
    await expect(window.locator('.saved-strip')).toContainText('已接单')
    return (await newest(machines)).toReversed()
  }
  const order = {} as Record<
    'a1' | 'a2' | 'a3' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'again',
    Order
  >

  await test.step('INT-2 a new customer with three machines, by keyboard', async () => {
    await sit('clerk')
    await key('F2')
    await type('13800138127')
    await key('Enter')
    await expect(field('new.name')).toBeFocused()
    await type('欧阳明月')
    await key('Enter')
    await key('Enter')
    await expect(field('new.company')).toBeFocused()
    await type('前海联合贸易')
    await key('Enter')
    await typeMachine(window, ['1', '联想', 'ThinkPad T14', 'PF3K8XYZ1', '开机后屏幕不亮'])
    await key('Control+d')
    await typeMachine(window, ['2', '戴尔', 'OptiPlex 7090', 'DL7090X2', '开机半小时后死机'])
    await key('Control+d')
    await typeMachine(window, ['1', '华为', 'MateBook 14', 'HWMB14X3', '触摸板没有反应'])
    await expect(window.locator('.summary-machines li')).toHaveCount(3)
    const [a1, a2, a3] = await saved(3)
    Object.assign(order, { a1, a2, a3 })
    await expect(window.locator('.saved-strip')).toContainText('3 台已接单')
    await expect.poll(() => printed('pickupSlip')).toBe(1)
  })

  await test.step('INT-3 another by keyboard, and nine more who queue', async () => {
    await key('F2')
    await type('13800001111')
    await key('Enter')
    await expect(field('new.name')).toBeFocused()
    await type('万俟春')
    await key('Enter')
    await key('Enter')
    await expect(field('new.company')).toBeFocused()
    await key('Enter')
    await typeMachine(window, ['1', '联想', 'ThinkPad T480', 'PF-T480-77', '充电口松动'])
    const [b] = await saved(1)
    const came: Order[] = []
    for (const caller of CALLERS) came.push(await bring(window, caller))
    const [c, d, e, f, g, h, i, j, k] = came
    Object.assign(order, { b, c, d, e, f, g, h, i, j, k })
    expect(await board(window)).toEqual({ '等派工/接收': 13 })
  })

  await test.step('DSP-5 four at once for one technician, by mark and key, with one print run', async () => {
    await key('F11')
    await expect(window.locator('.orders-grid')).toBeFocused()
    await expect(window.locator('.orders-grid').getByText(order.k.number)).toBeVisible()
    await key('Home')
    for (const _ of 'hij') {
      await key('Space')
      await key('ArrowDown')
    }
    await key('Space')
    await expect(window.getByText('已选 4 张')).toBeVisible()
    await key('a')
    await chooseTechnician(window, '罗永辉')
    await key('Control+Enter')
    await expect(told).toContainText('4 张单已派给 罗永辉')
    await expect(window.locator('.orders-bulk')).toBeHidden()
  })

  await test.step('DSP-3 one by one for the other, and one machine to a vendor', async () => {
    await open(order.a1)
    await expect(label).toHaveText('待派工')
    await key('Control+Enter')
    await chooseTechnician(window, '李卫国')
    await key('Control+Enter')
    await expect(panel).toBeHidden()
    await expect(label).toHaveText('待接收')
    const { a2, b, d, e, f, g } = order
    await value(window, 'dispatch.assign', {
      orders: [a2, b, d, e, f, g].map(({ id }) => ({ id })),
      primary: day.idOf('lee'),
    })
    await open(order.c)
    await key('Control+Enter')
    await expect(panel).toBeVisible()
    await key('Alt+3')
    await expect(window.getByRole('listbox', { name: '送修厂商' })).toBeFocused()
    await type('sgxpwx')
    await key('Enter')
    await expect(window.getByLabel('预计返回日')).toHaveValue('+5')
    await key('Control+Enter')
    await expect(label).toHaveText('委外送修中', { timeout: 20_000 })
    expect(await board(window)).toEqual({ '等派工/接收': 12, 委外中: 1 })
  })

  await test.step('DSP-4 a technician refuses a job; it is dispatched anew', async () => {
    await sit('law')
    await open(order.k)
    await verbByLetters(window, 'jj', '拒绝')
    await type('要休假')
    await key('Control+Enter')
    await expect(label).toHaveText('待派工')
    for (const { id } of [order.h, order.i]) await value(window, 'dispatch.receive', { id })
    await doneQuietly(window, order.h.id)
    await sit('clerk')
    await open(order.k)
    await key('Control+Enter')
    await chooseTechnician(window, '李卫国')
    await key('Control+Enter')
    await expect(label).toHaveText('待接收')
    expect((await logOf(order.k)).filter((action) => action !== 'order.paperPrinted')).toEqual([
      'order.accepted',
      'order.dispatched',
      'order.refused',
      'order.dispatched',
    ])
  })

  await test.step('SRV-1 the other technician takes and reports his jobs', async () => {
    await sit('lee')
    await open(order.a1)
    await key('Control+Enter')
    await expect(label).toHaveText('处理中')
    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '故障代码' })).toBeFocused()
    await type('zb')
    await key('Enter')
    await type('主板供电短路')
    await key('Enter')
    await type('wxzb')
    await key('Enter')
    await expect(window.getByRole('listbox', { name: '处理结果' })).toBeFocused()
    await key('Enter')
    await type('90')
    await key('Control+Enter')
    await expect(label).toHaveText('修好待通知')
    for (const { id } of [order.b, order.d, order.e, order.f]) await doneQuietly(window, id)
    for (const { id } of [order.a2, order.g]) await value(window, 'dispatch.receive', { id })
    await key('Shift+F3')
    await expect(window.getByLabel('扫码或输入')).toBeFocused()
    await scanMachine(window, order.a2.number)
    await expect(said).toHaveText('台式机 戴尔 OptiPlex 7090：前台')
    await type('gz-2')
    await key('Enter')
    await expect(said).toHaveText('1 件已放到 工位 2')
    expect(await board(window)).toEqual({ '等派工/接收': 3, 修理中: 3, 委外中: 1, 修好待通知: 6 })
  })

  await test.step('CLS-7 where is it: one scan', async () => {
    await sit('clerk')
    await key('Shift+F3')
    await expect(window.getByLabel('扫码或输入')).toBeFocused()
    await scanMachine(window, order.a2.number)
    await expect(said).toHaveText('台式机 戴尔 OptiPlex 7090：工位 2')
    await key('Escape')
  })

  await test.step('CLS-2 the customer is told; the vendor brings the machine back', async () => {
    await open(order.a1)
    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '结果' })).toBeFocused()
    await key('1')
    await key('Control+Enter')
    await expect(label).toHaveText('待取机')
    for (const { id } of [order.b, order.d, order.e, order.f])
      await value(window, 'contact.notify', { id, outcome: 'reached' })
    await open(order.c)
    await key('Control+Enter')
    await expect(window.getByRole('listbox', { name: '厂商修得怎样' })).toBeFocused()
    await key('1')
    await key('Enter')
    await type('200')
    await key('Enter')
    await type(order.c.number)
    await key('Control+Enter')
    await expect(label).toHaveText('处理中')
    expect(await board(window)).toEqual({ '等派工/接收': 3, 修理中: 4, 修好待通知: 1, 待取机: 5 })
  })

  const cards = window.locator('.pickup-machine')
  const done = window.locator('.pickup-done')
  const handOver = async (): Promise<void> => {
    await key('Control+g')
    await expect(window.locator('.pickup-missing')).toBeEmpty()
    await sign(window)
    await key('Control+Enter')
  }

  await test.step('INT-2 one of three machines is collected; the slip is printed anew for the rest', async () => {
    await scanSlip(window, order.a1.id)
    await expect(cards).toHaveCount(3)
    await expect(window.locator('.pickup-chosen')).toHaveCount(1)
    await handOver()
    await expect(done).toContainText('已交 1 台给 欧阳明月。 还有 2 台未取。')
    const before = printed('pickupSlip')
    await key('Control+p')
    await expect(window.locator('.paper-page').first()).toBeVisible({ timeout: 20_000 })
    await key('Control+p')
    await expect(told).toContainText('取机凭证')
    await expect.poll(() => printed('pickupSlip')).toBe(before + 1)
    await open(order.a1)
    await expect(label).toHaveText('待审核关闭')
  })

  await test.step('CLS-3 a lost slip: identity, a second person, a photo', async () => {
    await key('F9')
    await type(order.d.number)
    await key('Enter')
    await expect(window.locator('.pickup-chosen')).toHaveCount(1)
    await window.getByRole('button', { name: '凭证遗失' }).click()
    await window.getByLabel('核验了什么证件').fill('身份证尾号 1024')
    await window
      .getByRole('listbox', { name: '第二位核对的人' })
      .getByRole('option', { name: '李卫国' })
      .click()
    await handOver()
    await expect(window.locator('.pickup-proof')).toContainText('凭证遗失要拍照存档')
    await window.locator('.pickup-lost input[type=file]').setInputFiles(PHOTO)
    await expect(window.locator('.pickup-lost').getByText('照片已存')).toBeVisible()
    await key('Control+Enter')
    await expect(done).toContainText('已交 1 台给 郑耀辉')
  })

  await test.step('CLS-4 not right at the counter: back to work, and brought to the customer', async () => {
    await scanSlip(window, order.e.id)
    await cards.getByRole('button', { name: '验机未通过' }).click()
    await type('空格键还是不灵')
    await cards.getByRole('button', { name: '退回维修' }).click()
    await expect(told).toContainText(`${order.e.number} 已退回维修，修好后送回`)
    await sit('lee')
    await open(order.e)
    await expect(label).toHaveText('多次维修中')
    await doneQuietly(window, order.e.id)
    await expect(label).toHaveText('待送回')
    await sit('clerk')
    await open(order.e)
    await key('F9')
    await expect(window.getByRole('listbox', { name: '怎么给客户' })).toBeVisible()
    await window.getByRole('listbox', { name: '怎么给客户' }).focus()
    await key('2')
    await handOver()
    await expect(done).toContainText('已交 1 台给 冯小红')
    await scanSlip(window, order.b.id)
    await expect(window.locator('.pickup-chosen')).toHaveCount(1)
    await handOver()
    await expect(done).toContainText('已交 1 台给 万俟春')
    expect(await board(window)).toEqual({ '等派工/接收': 3, 修理中: 4, 修好待通知: 1, 待取机: 1 })
  })

  const line = (of: Order) => window.getByRole('option').filter({ hasText: of.number })

  await test.step('CLS-5 the review: three are closed, one goes back and comes again', async () => {
    await sit('boss')
    await key('Control+F9')
    for (const one of [order.a1, order.d, order.e, order.b]) await expect(line(one)).toContainText('凭据齐全')
    for (const one of [order.a1, order.d, order.b]) {
      await line(one).click()
      await expect(window.locator('.review-proof')).toContainText(one.number)
      await key('Control+Enter')
      await expect(told).toContainText(`${one.number} 已关闭`)
      await expect(line(one)).toHaveCount(0)
    }
    await key('Control+d')
    await type('送回的签收地址没有写')
    await key('Control+Enter')
    await expect(window.getByText('没有待审核的单子')).toBeVisible()
    await sit('clerk')
    await open(order.e)
    await expect(label).toHaveText('待完工结算')
    await key('Control+Enter')
    await expect(window.locator('.pay-panel:visible')).toBeVisible()
    await key('Control+Enter')
    await expect(label).toHaveText('待审核关闭')
    await sit('boss')
    await open(order.e)
    await key('Control+Enter')
    await expect(panel).toBeVisible()
    await key('Control+Enter')
    await expect(label).toHaveText('已关闭')
  })

  await test.step('INT-12 the twelfth arrival is a comeback of what was closed today', async () => {
    await sit('clerk')
    await key('F2')
    await type('1111')
    await expect(window.locator('.candidate').first()).toContainText('万俟春')
    await key('Enter')
    await type('1')
    await expect(window.locator('.intake-comeback')).toContainText('可能是返修')
    await key('Alt+7')
    await expect(window.locator('.intake-comeback')).toContainText(order.b.number)
    await type('又充不进电')
    await key('Enter')
    const [again] = await saved(1)
    Object.assign(order, { again })
    await open(order.again)
    await expect(window.locator('.order-head:visible')).toContainText(`返修自`)
    await expect(window.locator('.order-screen:visible')).toContainText('原技术员 李卫国')
  })

  await test.step('at night every order stands where the day left it, and the books are right', async () => {
    expect(await board(window)).toEqual({ '等派工/接收': 4, 修理中: 4, 修好待通知: 1, 待取机: 1 })
    await sit('boss')
    const states = Object.entries(order).map(
      async ([name, { id }]) => [name, (await value(window, 'order.get', { id })).label] as const,
    )
    expect(Object.fromEntries(await Promise.all(states))).toEqual({
      a1: 'closed',
      a2: 'inService',
      a3: 'pendingDispatch',
      b: 'closed',
      c: 'inService',
      d: 'closed',
      e: 'closed',
      f: 'waitingPickup',
      g: 'inService',
      h: 'toNotify',
      i: 'inService',
      j: 'pendingReceive',
      k: 'pendingReceive',
      again: 'pendingDispatch',
    })
    const { checks } = await value(window, 'system.verify', {})
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(day.errors).toEqual([])
  })
})

/** 1 by 1 pixel. */
const PHOTO = {
  name: 'identity.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
