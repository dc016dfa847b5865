// How the catalogue looks: both languages, light and dark, accessibility.
import { expect, test } from './support/app.ts'
import { answerChoosers, fillByHand } from './support/catalogue.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'

test.afterAll(forgetDemo)

const BAD = Array.from({ length: 300 }, (_, i) =>
  i % 2 === 0 ? `P-${i},,一百块,-1,` : `P-${i},${'名'.repeat(i === 1 ? 90 : 3)},12.345,2,=整机`,
)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the catalogue looks right in ${lang}`, async () => {
    test.setTimeout(240_000)
    const desk = await openDesk(lang)
    const { window } = desk
    const layReady = answerChoosers(window)
    try {
      const key = (keys: string) => window.keyboard.press(keys)
      const look = async (name: string) => {
        await window.waitForTimeout(250)
        await picture(window, lang, name)
        expect.soft(await axeProblems(window), `${name}, light`).toEqual([])
        expect.soft(await sideways(window), name).toBe(0)
        await window.emulateMedia({ colorScheme: 'dark' })
        await window.waitForTimeout(150)
        await picture(window, lang, `${name}-dark`)
        expect.soft(await axeProblems(window), `${name}, dark`).toEqual([])
        await window.emulateMedia({ colorScheme: 'light' })
        await window.waitForTimeout(100)
      }
      await fillByHand(window)
      await key('Shift+F12')
      await expect(
        window.locator('.catalogue-find input:visible, input.catalogue-find:visible'),
      ).toBeFocused()
      await expect(window.locator('.catalogue-parts [role=row]').first()).toBeVisible()
      await look('catalogue-parts')
      await window.keyboard.type('X-SSD')
      await expect(window.locator('.catalogue-parts .vlist-body [role=row]')).toHaveCount(1)
      await key('ArrowDown')
      await key('Enter')
      await expect(window.locator('.catalogue-editor:visible')).toBeVisible()
      await look('catalogue-part')
      await key('Escape')
      await key('Control+n')
      await window.keyboard.type('X-SSD')
      await key('Control+Enter')
      await look('catalogue-part-refused')
      await key('Escape')
      await key('Alt+2')
      await expect(window.locator('.catalogue-services')).toBeVisible()
      await key('ArrowDown')
      await key('Enter')
      await expect(window.locator('.catalogue-editor:visible')).toBeVisible()
      await look('catalogue-service')
      await key('Alt+3')
      await expect(window.locator('.catalogue-packages')).toBeVisible()
      await key('ArrowDown')
      await key('Home')
      await key('Enter')
      await expect(window.locator('.catalogue-lines li')).toHaveCount(2)
      await look('catalogue-package')
      await key('Alt+4')
      await look('catalogue-files')
      layReady('供应商报价单.csv', `编码,名称,售价,最低库存,类别\n${BAD.join('\n')}`)
      await key('Control+o')
      await expect(window.locator('.catalogue-problems')).toBeFocused()
      await look('catalogue-import-wrong')
      layReady(
        '供应商报价单.csv',
        '编码,名称,售价,最低库存,产地\nX-TONER,试用硒鼓,199.00,8,广东\nX-SSD,试用固态硬盘,309.00,2,\nX-FAN,散热风扇,45,3,\n',
      )
      await key('Control+o')
      await expect(window.locator('.catalogue-changes')).toBeFocused()
      await look('catalogue-import-good')
      await key('Control+Enter')
      await expect(window.locator('.catalogue-say-good')).toBeVisible()
      await look('catalogue-import-done')
      const { order } = await takeIn(window)
      await key('F11')
      await window.getByRole('button', { name: order.number }).click()
      await window.getByRole('button', { name: '欧阳明月' }).first().click()
      await expect(window.locator('.customer-head:visible')).toBeVisible()
      await key('Control+e')
      await expect(window.locator('.side-drawer')).toBeVisible()
      await look('customer-price-group')
      expect(desk.errors).toEqual([])
    } finally {
      await desk.close()
    }
  })
}
