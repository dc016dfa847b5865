// How the parts of an order look: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { atWork, stockUp } from './support/parts.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`parts of an order look right in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang, '1001')
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const type = (text: string) => window.keyboard.type(text)
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, name)
      expect
        .soft({ name, problems: await axeProblems(window), sideways: await sideways(window) })
        .toEqual({ name, problems: [], sideways: 0 })
    }
    try {
      const { power, board, fan } = await stockUp(window)
      const { order } = await atWork(window)
      const { id } = order
      await key('F11')
      await window.getByRole('button', { name: order.number }).click()
      await expect(window.locator('.verb-next')).toBeVisible()
      await key('Control+4')
      await expect(window.locator('[data-part-entry]')).toBeFocused()
      await look('parts-empty')
      await type('DY')
      await expect(window.locator('.part-entry-one').first()).toBeVisible()
      await look('parts-found')
      await key('Enter')
      await type('ZB-14')
      await key('Enter')
      await expect(window.locator('.till-row')).toHaveCount(2)
      await key('Enter')
      await expect(window.locator('.till-said')).not.toBeEmpty()
      await look('parts-serial-missing')
      await type('MB-7001')
      await key('Control+Enter')
      await expect(window.locator('.till-row')).toHaveCount(0)
      const { lines } = await value(window, 'orderPart.ofOrder', { id })
      const lineOf = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
      await value(window, 'orderPart.plan', { id, lines: [{ partId: fan, quantity: 2000 }] })
      await value(window, 'orderPart.issue', { id, lines: [{ partId: power, quantity: 1000 }] })
      await value(window, 'orderPart.giveBack', {
        id,
        lines: [
          {
            orderPartId: lineOf('DY-01'),
            quantity: 1000,
            condition: 'defective',
            fault: '装上后不通电，保险丝正常',
          },
        ],
      })
      await key('Alt+2')
      await expect(window.locator('.till-row')).toHaveCount(2)
      await look('parts-use')
      await value(window, 'orderPart.use', {
        id,
        lines: [
          { orderPartId: lineOf('DY-01'), quantity: 1000 },
          { orderPartId: lineOf('ZB-14'), quantity: 1000, newSerials: ['MB-7001'], oldSerials: ['MB-0099'] },
        ],
      })
      const [, , planned] = (await value(window, 'orderPart.ofOrder', { id })).lines
      await value(window, 'orderPart.request', {
        orderPartId: planned?.id ?? '',
        quantity: 2000,
        source: 'headquarters',
        expectedAt: Date.now() + 3 * 86_400_000,
      })
      await key('Alt+5')
      await expect(window.locator('.till-row')).toHaveCount(2)
      await look('parts-old')
      await window.locator('.parts-table').focus()
      await key('End')
      await key('Enter')
      await expect(window.locator('.verb-panel')).toBeVisible()
      await look('parts-line')
      await key('Escape')
      await key('Alt+6')
      await look('parts-bought-in')
      await key('Escape')
      await value(window, 'orderPart.returnOld', {
        id,
        lines: [{ orderPartId: lineOf('ZB-14'), quantity: 1000, serial: 'MB-0099', fault: '进水腐蚀' }],
      })
      expect(board).not.toBe('')
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await key('Control+2')
      await look('parts-work-other-theme')
      await key('Control+9')
      await look('parts-related-other-theme')
      await key('Control+4')
      await look('parts-other-theme')
      await key('Control+Enter')
      await window.waitForTimeout(300)
      await look('parts-beside-verb')
    } finally {
      await desk.close()
    }
  })
}
