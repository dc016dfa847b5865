// The stock in the real window, by scanner and keyboard alone, as the warehouse keeper of the demo shop works with it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { saveTablesTo } from './support/catalogue.ts'
import { forgetDemo, openDesk, passwordOf } from './support/orders.ts'
import type { OrdersDesk } from './support/orders.ts'
import { signIn } from './support/screens.ts'
import {
  SCREEN,
  TONER,
  burst,
  choose,
  furnishStock,
  oldScreens,
  orderAtWork,
  scan,
  stepTo,
} from './support/stock.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 150_000 })
test.afterAll(forgetDemo)

const DAY = 86_400_000
const KEEPER = '1008'
type Stock = Awaited<ReturnType<typeof furnishStock>>

/** The keeper signs in where the manager laid everything ready; he counts blind, and talks to customers too. */
const asKeeper = async (window: Page) => {
  await value(window, 'session.logout')
  await window.reload()
  await expect(window.getByRole('combobox').first()).toBeVisible()
  await signIn(window, KEEPER, passwordOf(KEEPER))
  await expect(window.locator('.frame')).toBeVisible()
  await window.keyboard.press('Shift+F11')
  await expect(window.getByLabel('查备件')).toBeFocused()
}

const withStock = async (
  ready: (window: Page, stock: Stock) => Promise<void>,
  work: (desk: OrdersDesk, stock: Stock) => Promise<void>,
) => {
  const desk = await openDesk('zh-CN', '1001')
  const { window } = desk
  try {
    const { people } = await value(window, 'staff.list')
    const keeper = people.find(({ staffNo }) => staffNo === KEEPER)
    await value(window, 'staff.change', { id: keeper?.id, roles: ['warehouse', 'clerk'] })
    const stock = await furnishStock(window)
    await ready(window, stock)
    await asKeeper(window)
    await work(desk, stock)
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
}

const there = async (window: Page, id: string) => {
  const { part } = await value(window, 'stock.ofPart', { id })
  return [part.sellable, part.inBags, part.defective, part.onTheWay]
}
const entry = (window: Page) => window.locator('[data-part-entry]')
const line = (window: Page, code: string) => window.locator('.stock-line', { hasText: code })
const quantity = (window: Page, code: string) => line(window, code).locator('[data-line-field=quantity]')

test('parts are received by scan, with serials and what they cost', async () => {
  await withStock(
    async () => undefined,
    async ({ window }, stock) => {
      const key = (keys: string) => window.keyboard.press(keys)
      await key('Control+1')
      await expect(entry(window)).toBeFocused()
      await scan(window, TONER)
      await expect(quantity(window, 'X-TK')).toBeFocused()
      await window.keyboard.type('10')
      await key('Enter')
      await window.keyboard.type('1480')
      await key('Enter')
      await expect(entry(window)).toBeFocused()
      // A barcode that falls into a number is a part, not a number.
      await quantity(window, 'X-TK').focus()
      await burst(window, SCREEN)
      await expect(quantity(window, 'X-LCD')).toBeFocused()
      await expect(quantity(window, 'X-TK')).toHaveValue('10')
      await window.keyboard.type('2')
      await key('Enter')
      await window.keyboard.type('840')
      await key('Enter')
      await window.keyboard.type('syzb')
      await key('Enter')
      const serials = line(window, 'X-MB').getByLabel('试用主板 序列号')
      await expect(serials).toBeFocused()
      for (const serial of ['mb-7781', 'MB-7782', 'MB-7781']) {
        await window.keyboard.type(serial)
        await key('Enter')
      }
      await expect(line(window, 'X-MB')).toContainText('这个序列号已经有了')
      await expect(quantity(window, 'X-MB')).toHaveValue('2')
      await key('Enter')
      await key('Control+Enter')
      await expect(window.getByText('填总金额')).toBeVisible()
      await window.keyboard.type('2400')
      await key('Enter')
      await key('Control+Enter')
      await expect(window.locator('.stock-table tbody tr')).toHaveCount(3)
      expect([
        await there(window, stock.toner),
        await there(window, stock.screen),
        await there(window, stock.board),
        (await value(window, 'draft.list')).drafts,
      ]).toEqual([[10_000, 0, 0, 0], [2000, 0, 0, 0], [2000, 0, 0, 0], []])
      // The list behind it knows, and opens the part and its movements.
      await key('Escape')
      await key('Control+f')
      await scan(window, TONER)
      await expect(window.locator('.stock-grid')).toContainText('1,480.00')
      await expect(window.locator('.stock-grid .vlist-body .vlist-row')).toHaveCount(1)
      await key('Enter')
      await expect(window.locator('.stock-two')).toContainText('+10')
      await key('Escape')
      await expect(window.locator('.stock-grid')).toBeFocused()
    },
  )
})

test('PRT-10 a blind count by scan outlives a crash of the window, and posts what differs', async () => {
  await withStock(
    async (_window, stock) => {
      await stock.receive(stock.toner, 5000, 75_000)
      await stock.receive(stock.screen, 2000, 84_000)
      await stock.receive(stock.wire, 12_500, 2500)
    },
    async ({ window }, stock) => {
      const key = (keys: string) => window.keyboard.press(keys)
      await key('Control+2')
      await expect(entry(window)).toBeFocused()
      await choose(window, 'from', '试用位')
      await expect(window.getByText('还有 3 种没盘')).toBeVisible()
      for (let n = 0; n < 3; n += 1) await scan(window, TONER)
      await expect(quantity(window, 'X-TK')).toHaveValue('3')
      await window.keyboard.type('sydx*12.5')
      await key('Enter')
      await expect(quantity(window, 'X-WIRE')).toHaveValue('12.5')
      await expect(window.getByText('已暂存')).toBeVisible()
      await window.reload()
      await expect(window.locator('.frame, .stage').first()).toBeVisible()
      // Whoever sat there still does, or says so again.
      if (!(await window.locator('.frame').isVisible())) await signIn(window, KEEPER, passwordOf(KEEPER))
      await expect(window.locator('.frame')).toBeVisible()
      await key('Shift+F11')
      await expect(window.locator('.stock-unfinished')).toContainText('试用位 · 2 行')
      await key('Control+2')
      await expect(entry(window)).toBeFocused()
      await expect(quantity(window, 'X-TK')).toHaveValue('3')
      await scan(window, TONER)
      await expect(quantity(window, 'X-TK')).toHaveValue('4')
      await key('Control+Enter')
      await expect(window.getByText('写一下原因。')).toBeVisible()
      await window.keyboard.type('月末盘点')
      await key('Control+Enter')
      const result = window.locator('.stock-counted')
      await expect(result).toContainText('1 种和账上不一样')
      await expect(result.locator('tbody tr')).toHaveText(/X-TK试用硒鼓54-1 支/)
      await expect(result).toContainText('还有 1 种没有盘到')
      // Blind: what the books say of what was not counted is not told.
      await expect(result.locator('li')).toHaveText('X-LCD 试用液晶屏')
      await key('Control+Enter')
      await expect(quantity(window, 'X-LCD')).toHaveValue('0')
      await scan(window, SCREEN)
      await expect(quantity(window, 'X-LCD')).toHaveValue('1')
      await key('Control+Enter')
      await expect(result).toContainText('1 种和账上不一样')
      expect([
        await there(window, stock.toner),
        await there(window, stock.screen),
        await there(window, stock.wire),
        (await value(window, 'draft.list')).drafts,
      ]).toEqual([[4000, 0, 0, 0], [1000, 0, 0, 0], [12_500, 0, 0, 0], []])
    },
  )
})

test('PRT-9 one warehouse asks, the other sends, and the first says what arrived', async () => {
  await withStock(
    async (_window, stock) => {
      await stock.receive(stock.toner, 5000, 75_000)
    },
    async ({ window }, stock) => {
      const key = (keys: string) => window.keyboard.press(keys)
      await key('Control+4')
      await expect(entry(window)).toBeFocused()
      await choose(window, 'toWarehouse', '二号库')
      await choose(window, 'fromWarehouse', '主仓库')
      await scan(window, TONER)
      await window.keyboard.type('*4')
      await key('Enter')
      await expect(quantity(window, 'X-TK')).toHaveValue('4')
      await key('Control+Enter')
      await expect(
        window.locator('.notice, [role=status]').filter({ hasText: '已申请' }).first(),
      ).toBeVisible()

      await key('Alt+2')
      await key('Alt+8')
      const requests = window.locator('.stock-grid-requests')
      await expect(requests).toContainText('主仓库 → 二号库')
      await expect(requests).toBeFocused()
      await key('Enter')
      await expect(window.locator('.stock-sheet-body')).toContainText('二号库 向 主仓库 要')
      await key('Control+Enter')
      await expect(quantity(window, 'X-TK')).toHaveValue('4')
      await choose(window, 'from', '试用位')
      await key('Control+Enter')
      await expect(window.locator('.stock-sheet-body')).toContainText('还在途')
      expect(await there(window, stock.toner)).toEqual([1000, 0, 0, 4000])

      await key('Control+Enter')
      await expect(entry(window)).toBeFocused()
      for (let n = 0; n < 3; n += 1) await scan(window, TONER)
      await expect(quantity(window, 'X-TK')).toHaveValue('3')
      await key('Control+Enter')
      await expect(window.locator('.stock-plain').first()).toContainText('1 支')
      await key('Alt+9')
      await window.keyboard.type('快递丢了一支')
      await key('Enter')
      await expect(window.getByText('还在途')).toBeHidden()
      expect([
        await there(window, stock.toner),
        (await value(window, 'transfer.list', {})).requests.map(({ state }) => state),
      ]).toEqual([[4000, 0, 0, 0], ['sent']])
    },
  )
})

test('PRT-7 PRT-8 what waits: later with words for the customer, then arrived; what is owed is sent', async () => {
  let orderId = ''
  await withStock(
    async (window, stock) => {
      await stock.receive(stock.screen, 8000, 336_000)
      const order = await orderAtWork(window)
      orderId = order.id
      await oldScreens(window, orderId, stock.screen)
      const planned = await value(window, 'orderPart.plan', {
        id: orderId,
        lines: [{ partId: stock.toner, quantity: 1000, misfitReason: '通用' }],
      })
      await value(window, 'orderPart.request', {
        orderPartId: planned.orderPartIds[0],
        quantity: 1000,
        source: 'purchase',
        expectedAt: Date.now() - DAY + 60_000,
      })
    },
    async ({ window }) => {
      const key = (keys: string) => window.keyboard.press(keys)
      const state = async () => (await value(window, 'order.get', { id: orderId })).state
      expect(await state()).toBe('awaitingParts')
      await key('Alt+3')
      const waiting = window.locator('.stock-grid-waiting')
      await expect(waiting).toBeFocused()
      await stepTo(window, '.stock-grid-waiting', 'X-TK')
      const row = waiting.locator('.vlist-current')
      await expect(row).toContainText('已到期')
      await key('l')
      await window.keyboard.type('3')
      await key('Enter')
      const words = window.locator('.stock-panel textarea')
      await expect(words).toHaveValue(/^等配件 X-TK 试用硒鼓，申领单 SZ01-.*到货$/)
      await expect(row).not.toContainText('已到期')
      await key('Control+Enter')
      await expect(waiting).toBeFocused()
      await stepTo(window, '.stock-grid-waiting', 'X-TK')
      await key('a')
      await expect(waiting).not.toContainText('X-TK')
      await expect.poll(state).toBe('inService')

      await key('Alt+4')
      const owed = window.locator('.stock-grid-owed')
      await expect(owed).toBeFocused()
      await stepTo(window, '.stock-grid-owed', 'LP140-77')
      await key('Space')
      await expect(window.getByText('已选 1')).toBeVisible()
      await key('Control+Enter')
      await window.keyboard.type('SF1234567890')
      await key('Enter')
      await expect(owed).not.toContainText('LP140-77')
      const { tags } = await value(window, 'orderPart.owed')
      expect(tags.filter(({ serial }) => serial === 'LP140-77')).toEqual([])
    },
  )
})

test('the purchase proposal leaves as a table and becomes a receipt', async () => {
  await withStock(
    async (_window, stock) => {
      await stock.receive(stock.toner, 3000, 45_000)
    },
    async (desk, stock) => {
      const { window } = desk
      const key = (keys: string) => window.keyboard.press(keys)
      const file = join(desk.dataFolder, 'proposal.csv')
      await saveTablesTo(desk, file)
      await key('Alt+5')
      const list = window.locator('.stock-grid-proposal-costs')
      await expect(list).toBeFocused()
      for (const code of ['X-TK', 'X-WIRE']) {
        await stepTo(window, '.stock-grid-proposal-costs', code)
        await key('Space')
      }
      await key('Control+e')
      await expect(window.getByText('已保存 proposal.csv')).toBeVisible()
      expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
        '\uFEFF编码,名称 规格,建议采购,单位,原因,可用,在途,工单要用,最低库存,预计金额 ¥',
        'X-TK,试用硒鼓,2,支,补到最低,3,0,0,5,300.00',
        'X-WIRE,试用导线,20,米,补到最低,0,0,0,20,',
        '',
      ])
      await key('Space')
      await key('Control+Enter')
      await expect(entry(window)).toBeFocused()
      await expect(quantity(window, 'X-TK')).toHaveValue('2')
      await key('Control+Enter')
      await expect(window.locator('.stock-table tbody tr')).toHaveCount(1)
      expect(await there(window, stock.toner)).toEqual([5000, 0, 0, 0])
    },
  )
})
