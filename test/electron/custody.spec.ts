// "Where is it" in the real window: by scanner and keyboard alone, with the core behind it.
import type { Page } from '@playwright/test'
import { formatDigits, parseNumber } from '../../src/shared/kernel/document-number.ts'
import { isRefused } from '../../src/shared/kernel/result.ts'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import type { OrdersDesk } from './support/orders.ts'
import { axeProblems, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

const partsOf = (number: string) => {
  const parts = parseNumber(number)
  if (isRefused(parts)) throw new Error(number)
  return parts
}

/** As a wedge scanner types: digits faster than any hand, then Enter. */
const scan = (window: Page, digits: string) =>
  window.evaluate((text) => {
    const target = document.activeElement ?? document.body
    const press = (key: string, code: string) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
    for (const digit of text) press(digit, `Digit${digit}`)
    press('Enter', 'Enter')
  }, digits)

const withDesk = async (work: (desk: OrdersDesk) => Promise<void>) => {
  const desk = await openDesk()
  try {
    await work(desk)
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
}

const furnish = async (desk: OrdersDesk) => {
  const { window } = desk
  const { order } = await takeIn(window)
  const parts = partsOf(order.number)
  return {
    order,
    laptop: formatDigits('device', parts),
    charger: formatDigits('accessory', parts, 1),
    mouse: formatDigits('accessory', parts, 2),
    shelf: await value(window, 'custody.addPlace', { name: '货架 A1', kind: 'shelf' }),
    bench: await value(window, 'custody.addPlace', { name: '工位 2', kind: 'bench', code: 'GZ-2' }),
    loaner: await value(window, 'custody.addLoaner', {
      name: '备用本 1',
      serial: 'BY-001',
      accessories: '电源',
      remark: '',
    }),
  }
}

const where = async (window: Page, code: string) => {
  const found = await value(window, 'custody.find', { code })
  return found.what === 'item' ? found.item.place.name || found.item.place.kind : found.what
}

test('CLS-7 things are scanned, then a shelf: they are there, and can be put back', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const { laptop, charger, shelf } = await furnish(desk)
    const said = window.locator('.custody-said')
    const field = window.getByLabel('扫码或输入')
    await window.keyboard.press('Shift+F3')
    await expect(field).toBeFocused()
    await scan(window, laptop)
    await expect(said).toHaveText('笔记本电脑 联想 ThinkPad T14：前台')
    await scan(window, charger)
    await scan(window, charger)
    await expect(said).toHaveText('电源适配器 已在清单里：前台')
    await expect(window.locator('.custody-main tbody tr')).toHaveCount(2)
    await scan(window, shelf.code)
    await expect(said).toHaveText('2 件已放到 货架 A1')
    expect([await where(window, laptop), await where(window, charger)]).toEqual(['货架 A1', '货架 A1'])
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')

    await scan(window, shelf.code)
    await expect(window.locator('.custody-main tbody tr')).toHaveCount(2)
    await window.keyboard.press('Escape')
    await window.keyboard.press('Control+z')
    await expect(said).toHaveText('已放回原处')
    expect([await where(window, laptop), await where(window, charger)]).toEqual(['counter', 'counter'])

    await scan(window, charger)
    await window.keyboard.type('gz-2')
    await window.keyboard.press('Enter')
    await expect(said).toHaveText('1 件已放到 工位 2')
    await scan(window, charger)
    await expect(said).toHaveText('电源适配器：工位 2')
    await window.keyboard.press('Alt+1')
    await expect(said).toHaveText('1 件已放到 前台')
  })
})

test('CLS-7 an unknown code is a red strip, no dialog, and the focus stays', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const { laptop, order, shelf } = await furnish(desk)
    const said = window.locator('.custody-said')
    const field = window.getByLabel('扫码或输入')
    await window.keyboard.press('Shift+F3')
    await expect(field).toBeFocused()
    const foreign = formatDigits('visit', { ...partsOf(order.number), branch: 'ZZ99' })
    await scan(window, foreign)
    await expect(said).toHaveText(`是别的店的码：${foreign}`)
    await expect(said).toHaveClass(/custody-bad/)
    const forged = `${laptop.slice(0, -1)}${(Number(laptop.at(-1)) + 1) % 10}`
    await scan(window, forged)
    await expect(window.getByText('码没有扫准').first()).toBeVisible()
    await window.keyboard.type('6901234567892')
    await window.keyboard.press('Enter')
    await expect(said).toHaveText('不是本店的码：6901234567892')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await expect(field).toBeFocused()
    // Twenty scans in a second: one thing in the list, one move.
    for (let i = 0; i < 20; i += 1) await scan(window, laptop)
    await expect(window.locator('.custody-main tbody tr')).toHaveCount(1)
    for (let i = 0; i < 20; i += 1) await scan(window, shelf.code)
    await expect(window.locator('.custody-main tbody tr')).toHaveCount(1)
    await expect.poll(() => where(window, laptop)).toBe('货架 A1')
    const { moves } = await value(window, 'custody.ofOrder', { id: order.id })
    expect(moves.map(({ item, to }) => [item, to.name])).toEqual([['machine', '货架 A1']])
  })
})

test('CLS-7 a loaner is lent and taken back by scan and keyboard', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const { laptop, loaner, order } = await furnish(desk)
    const said = window.locator('.custody-said')
    await window.keyboard.press('Shift+F3')
    await expect(window.getByLabel('扫码或输入')).toBeFocused()
    await scan(window, loaner.code)
    await expect(window.getByLabel('单号', { exact: true })).toBeFocused()
    await scan(window, laptop)
    await expect(window.getByLabel('单号', { exact: true })).toHaveValue(laptop)
    await window.keyboard.press('Enter')
    await window.keyboard.type('20991231')
    await window.keyboard.press('Enter')
    await window.keyboard.type('屏幕有划痕')
    await window.keyboard.press('Control+Enter')
    await expect(said).toHaveText('已借出 备用本 1')
    await expect(window.locator('.custody-list').filter({ hasText: '备用本 1' })).toContainText(
      '欧阳明月 借用',
    )

    await scan(window, loaner.code)
    await expect(window.getByLabel('收回时的状况')).toBeFocused()
    await window.keyboard.type('完好')
    await window.keyboard.press('Enter')
    await expect(said).toHaveText('已收回 备用本 1')
    const { log } = await value(window, 'order.log', { id: order.id })
    expect(log.slice(-2).map(({ action, remark }) => [action, remark])).toEqual([
      ['order.loanerLent', '屏幕有划痕'],
      ['order.loanerReturned', '完好'],
    ])
  })
})

test('CLS-7 the search field answers "where is it", and the order shows its things', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    const { charger, shelf, order } = await furnish(desk)
    await value(window, 'custody.move', { codes: [charger], to: { code: shelf.code } })
    await window.keyboard.press('F3')
    await window.keyboard.type(order.number)
    await expect(window.getByRole('option').first()).toContainText('前台')
    await window.keyboard.press('Control+a')
    await window.keyboard.type('GZ-2')
    await expect(window.getByRole('option').first()).toContainText('工位 2')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { name: '工位 2 上的东西' })).toBeVisible()
    await window.keyboard.press('F3')
    await window.keyboard.type(order.number)
    await expect(window.getByRole('option').first()).toContainText(order.number)
    await window.keyboard.press('Enter')
    await expect(window.locator('.order-head-number:visible')).toHaveText(order.number)
    await window.keyboard.press('Control+6')
    const things = window.getByRole('region', { name: '东西在哪里' })
    await expect(things.locator('tbody tr').nth(1)).toContainText('货架 A1')
    await scan(window, shelf.code)
    await expect(things.locator('tbody tr').nth(0)).toContainText('货架 A1')
    await expect(window.getByRole('list', { name: '移动记录' }).locator('li')).not.toHaveCount(0)
    await things.getByRole('button', { name: '报失 无线鼠标' }).click()
    await expect(window.getByLabel('谁负责、怎么赔')).toBeFocused()
    await window.keyboard.type('店里赔 80 元')
    await window.keyboard.press('Control+Enter')
    await expect(things.locator('tbody tr').nth(2)).toContainText('已登记遗失')
  })
})

test('INT-13 a model warning is shown at the machine while it is taken in, and stops nothing', async () => {
  await withDesk(async (desk) => {
    const { window } = desk
    await window.keyboard.press('Control+F12')
    await expect(window.getByRole('heading', { name: '设置', exact: true })).toBeVisible()
    await window.keyboard.press('Alt+9')
    await expect(window.getByRole('heading', { level: 2, name: '机型提醒' })).toBeVisible()
    await window.keyboard.press('Control+n')
    await expect(window.getByLabel('品牌')).toBeFocused()
    await window.keyboard.type('联想')
    await window.keyboard.press('Enter')
    await window.keyboard.type('T480')
    await window.keyboard.press('Enter')
    await window.keyboard.type('屏轴易断，先拍照')
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.plain-table')).toContainText('屏轴易断，先拍照')
    expect(await axeProblems(window)).toEqual([])
    expect(await sideways(window)).toBe(0)
    await window.keyboard.press('F2')
    await window.keyboard.type('新来的客户')
    await window.keyboard.press('Enter')
    await window.getByLabel('品牌').fill('联想')
    await window.getByLabel('型号').fill('t480')
    await expect(window.locator('.model-warnings')).toContainText('屏轴易断，先拍照')
  })
})
