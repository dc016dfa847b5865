// How the stock looks: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { TONER, furnishStock, oldScreens, orderAtWork, scan, stepTo } from './support/stock.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

const DAY = 86_400_000

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the stock looks right in ${lang}`, async () => {
    test.setTimeout(240_000)
    const desk = await openDesk(lang, '1001')
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const look = async (name: string) => {
      await window.waitForTimeout(300)
      await picture(window, lang, name)
      expect
        .soft({ name, problems: await axeProblems(window), sideways: await sideways(window) })
        .toEqual({ name, problems: [], sideways: 0 })
    }
    try {
      await key('Shift+F11')
      await expect(window.locator('.stock-screen')).toBeVisible()
      const stock = await furnishStock(window)
      await stock.receive(stock.toner, 3000, 45_000)
      await stock.receive(stock.screen, 8000, 336_000)
      await stock.receive(stock.board, 2000, 240_000, ['MB-7781', 'MB-7782'])
      await stock.receive(stock.wire, 12_500, 2500)
      const moving = { fromPlaceId: stock.bin, toWarehouseId: stock.other.id }
      await value(window, 'stock.transferSend', {
        ...moving,
        lines: [{ partId: stock.screen, quantity: 2000, serials: [] }],
        reason: '二号库要',
      })
      await value(window, 'transfer.ask', {
        fromWarehouseId: stock.home,
        toWarehouseId: stock.other.id,
        lines: [
          { partId: stock.toner, quantity: 4000 },
          { partId: stock.board, quantity: 1000 },
        ],
        reason: '客户等着，最好今天发',
      })
      const order = await orderAtWork(window)
      const { id } = order
      await oldScreens(window, id, stock.screen)
      const planned = await value(window, 'orderPart.plan', {
        id,
        lines: [{ partId: stock.toner, quantity: 5000, misfitReason: '通用' }],
      })
      await value(window, 'orderPart.request', {
        orderPartId: planned.orderPartIds[0],
        quantity: 5000,
        source: 'purchase',
        expectedAt: Date.now() - DAY + 60_000,
      })
      await value(window, 'orderPart.request', {
        partId: stock.wire,
        quantity: 30_000,
        source: 'headquarters',
        expectedAt: Date.now() + 5 * DAY,
        remark: '常备',
      })
      await expect(window.locator('.stock-grid .vlist-body .vlist-row').first()).toBeVisible()
      await look('stock-on-hand')
      await window.keyboard.type('syyjp')
      await expect(window.locator('.vlist-body .vlist-row')).toHaveCount(1)
      await key('Enter')
      await key('Enter')
      await expect(window.locator('.stock-two')).toBeVisible()
      await look('stock-part')
      await key('Enter')
      await expect(window.locator('.stock-table')).toBeVisible()
      await look('stock-document')
      await key('Alt+2')
      await look('stock-documents')
      await key('Alt+7')
      await window.waitForTimeout(400)
      await key('Enter')
      await expect(window.locator('.stock-table')).toBeVisible()
      await look('stock-transfer')
      await key('Control+Enter')
      await expect(window.locator('.stock-line').first()).toBeVisible()
      await look('stock-arrive')
      await key('Escape')
      await key('Alt+2')
      await key('Alt+8')
      await expect(window.locator('.stock-grid-requests .vlist-row')).toHaveCount(2)
      await look('stock-requests')
      await window.locator('.stock-grid-requests').focus()
      await key('Enter')
      await look('stock-request')
      await key('Control+Enter')
      await expect(window.locator('.stock-line').first()).toBeVisible()
      await look('stock-send')
      await key('Alt+3')
      await stepTo(window, '.stock-grid-waiting', 'X-TK')
      await look('stock-waiting')
      await key('l')
      await window.keyboard.type('3')
      await look('stock-late')
      await key('Enter')
      await expect(window.locator('.stock-panel textarea')).toBeVisible()
      await look('stock-late-words')
      await key('Escape')
      await key('Alt+4')
      await expect(window.locator('.stock-grid-owed')).toBeFocused()
      await stepTo(window, '.stock-grid-owed', 'LP140-77')
      await key('Space')
      await key('Control+Enter')
      await look('stock-owed')
      await key('Escape')
      await key('Alt+5')
      await key('Space')
      await look('stock-proposal')
      await key('Control+1')
      await expect(window.locator('[data-part-entry]')).toBeFocused()
      await look('stock-receive-empty')
      await scan(window, TONER)
      await window.keyboard.type('10')
      await key('Enter')
      await window.keyboard.type('1480')
      await key('Enter')
      await window.keyboard.type('X-MB')
      await key('Enter')
      await scan(window, '77810001')
      await scan(window, '77810002')
      await key('Control+Enter')
      await look('stock-receive')
      await key('Escape')
      await key('Control+2')
      await scan(window, TONER)
      await window.keyboard.type('*2')
      await key('Enter')
      await window.keyboard.type('sydx')
      await expect(window.locator('.part-entry-one').first()).toBeVisible()
      await look('stock-count')
      await key('Escape')
      await window.locator('.stock-reason input').fill('月末盘点')
      await key('Control+Enter')
      await expect(window.locator('.stock-counted')).toBeVisible()
      await look('stock-counted')
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await look('stock-counted-other-theme')
      await key('Alt+1')
      await look('stock-on-hand-other-theme')
      await key('Control+1')
      await look('stock-receive-other-theme')
    } finally {
      await desk.close()
    }
  })
}
