// How the order list, one order and one customer look: pictures in both languages, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the screens of orders and customers look right in ${lang}`, async () => {
    test.setTimeout(300_000)
    const desk = await openDesk(lang)
    const { window } = desk
    try {
      const look = async (name: string) => {
        await window.waitForTimeout(250)
        await picture(window, lang, name)
        expect({ name, problems: await axeProblems(window), sideways: await sideways(window) }).toEqual({
          name,
          problems: [],
          sideways: 0,
        })
      }
      await takeIn(window)
      await value(window, 'shop.changeSettings', { printer: 'Front' })
      await window.keyboard.press('F11')
      await expect(window.locator('.orders-grid .vlist-body .vlist-row').first()).toBeVisible()
      await look('orders-unfinished')
      await window.keyboard.press('Alt+1')
      await window.keyboard.press('Control+b')
      await look('orders-all')
      await window.keyboard.press('Alt+4')
      await look('orders-starred')
      await window.keyboard.press('Control+f')
      await window.keyboard.type('zzz')
      await look('orders-none-fits')
      await window.keyboard.press('Escape')
      await window.keyboard.press('Alt+1')
      await window.keyboard.press('Escape')
      await window.locator('.orders-grid').focus()
      await window.keyboard.press('Home')
      await window.keyboard.press('ArrowDown')
      await window.keyboard.press('Enter')
      await expect(window.locator('.order-head-number:visible')).toBeVisible()
      await look('order-intake')
      await window.keyboard.press('Control+e')
      await expect(window.locator('.amend-form')).toBeVisible()
      await look('order-amend')
      await window.keyboard.press('Escape')
      await window.keyboard.press('Control+7')
      await look('order-papers')
      await window.keyboard.press('Control+p')
      await expect(window.locator('.paper-page').first()).toBeVisible({ timeout: 20_000 })
      await look('order-preview')
      await window.keyboard.press('Control+p')
      await expect(window.locator('.print-log tbody tr')).not.toHaveCount(0)
      await look('order-printed')
      await window.keyboard.press('Control+8')
      await look('order-log')
      await window.keyboard.press('Control+9')
      await look('order-related')
      await window.getByRole('button', { name: '欧阳明月' }).click()
      await expect(window.locator('.customer-head')).toBeVisible()
      await look('customer-screen')
      await window.keyboard.press('Control+e')
      await expect(window.locator('.side-drawer')).toBeVisible()
      await look('customer-drawer')
      await window.keyboard.press('Escape')
      await window.locator('.customer-grid').focus()
      await window.keyboard.press('Enter')
      await look('customer-device')
      await window.keyboard.press('Escape')
      await window.keyboard.press('Control+f')
      await window.keyboard.type(lang === 'en' ? '138' : 'w')
      await look('customer-find')
    } finally {
      await desk.close()
    }
  })
}
