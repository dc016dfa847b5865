// How the quote of an order looks: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { REPLACING, SCREEN, fillCatalogue } from '../support/catalogue-rows.ts'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`quotes look right in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang, '1001')
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, name)
      expect
        .soft({ name, problems: await axeProblems(window), sideways: await sideways(window) })
        .toEqual({ name, problems: [], sideways: 0 })
    }
    try {
      await fillCatalogue(desk.dataFolder)
      const { order } = await takeIn(window)
      const { id } = order
      await key('F11')
      await window.getByRole('button', { name: order.number }).click()
      await expect(window.locator('.verb-next')).toBeVisible()
      await key('Control+3')
      await look('quotes-empty')
      const screen = { kind: 'part', text: '液晶屏 14 寸', partId: SCREEN, priceFen: 68_000 } as const
      const work = { kind: 'labour', text: '更换屏幕', serviceItemId: REPLACING, priceFen: 10_000 } as const
      const fee = { kind: 'diagnostic', text: '检测费', priceFen: 3000, waived: true } as const
      await value(window, 'quote.draft', { id, lines: [screen, work, fee], validUntil: '2099-11-29' })
      await value(window, 'quote.send', { id })
      await value(window, 'quote.draft', {
        id,
        validUntil: '2099-11-29',
        remark: '含税；数据请先备份',
        lines: [
          fee,
          { ...screen, alternative: 'A' },
          { ...work, alternative: 'A', payer: 'maker' },
          { kind: 'other', text: '整机置换（九成新同型号）', priceFen: 150_000, alternative: 'B' },
        ],
      })
      await expect(window.locator('.quote-editor')).toBeVisible()
      await window.locator('[data-quote-field=price]').nth(1).focus()
      await expect(window.locator('.quote-past .work-lines tr').first()).toBeVisible()
      await look('quotes-editor')
      await key('Control+d')
      await window.keyboard.type('屏')
      await expect(window.locator('.quote-found-one').first()).toBeVisible()
      await look('quotes-found')
      await window.keyboard.press('Control+a')
      await key('Backspace')
      await value(window, 'quote.send', { id })
      await expect(window.locator('.quote-editor')).toBeHidden()
      await window.locator('.quote-version').first().getByRole('button').nth(1).click()
      await look('quotes-sent')
      await key('Control+Enter')
      await expect(window.locator('.verb-panel')).toBeVisible()
      await look('quotes-answer')
      await key('Escape')
      await value(window, 'quote.accept', {
        id,
        version: 2,
        confirmedBy: '欧阳明月',
        channel: 'wechat',
        words: '可以，就按方案 A 修',
        chosen: 'A',
      })
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await look('quotes-accepted-other-theme')
      await key('Control+n')
      await expect(window.locator('.quote-editor')).toBeVisible()
      await look('quotes-editor-other-theme')
    } finally {
      await desk.close()
    }
  })
}
