// How paying looks: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { CASHIER, labour, openByNumber, readyToPay, showSlip } from './support/money.ts'
import { forgetDemo, openDesk, passwordOf } from './support/orders.ts'
import { OWNER, sign } from './support/pickup.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`paying looks right in ${lang}`, async () => {
    test.setTimeout(300_000)
    const desk = await openDesk(lang, CASHIER)
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, name)
      expect({ name, problems: await axeProblems(window), sideways: await sideways(window) }).toEqual({
        name,
        problems: [],
        sideways: 0,
      })
    }
    const as = (staffNo: string) => value(window, 'session.login', { staffNo, password: passwordOf(staffNo) })
    try {
      await as(OWNER)
      const two = await readyToPay(
        window,
        '欧阳明月',
        [labour(386.5), { kind: 'part', text: '电源管理芯片', payer: 'maker', priceFen: 12_000 }],
        [labour(120)],
      )
      const big = await readyToPay(window, '前海联合贸易', [labour(90_700)])
      await as(CASHIER)
      await value(window, 'deposit.take', {
        id: two.order.id,
        payments: [{ method: 'wechat', amountFen: 10_000 }],
      })
      await showSlip(window, two.number)
      await expect(window.locator('.pickup-pay')).toBeVisible()
      await look('money-pickup')
      await key('Control+Enter')
      await key('1')
      await key('Enter')
      await key('Enter')
      await window.keyboard.type('500')
      await sign(window)
      await look('money-pickup-cash')
      await key('Control+Enter')
      await expect(window.locator('.pickup-done')).toBeVisible()
      await look('money-pickup-done')
      await openByNumber(window, big.order.number)
      await key('Control+0')
      await expect(window.locator('.money-facts')).toBeVisible()
      await look('money-section')
      await key('Alt+0')
      await expect(window.locator('.pay-methods')).toBeFocused()
      await key('1')
      await key('Enter')
      await window.keyboard.type('700')
      await key('Alt+6')
      await look('money-settle')
      await key('Control+Enter')
      const sheet = window.getByRole('dialog')
      await expect(sheet.getByRole('listbox')).toBeFocused()
      await look('money-approve')
      await key('1')
      await key('Enter')
      await window.keyboard.type('wrong')
      await key('Enter')
      await expect(sheet.locator('.problem-line')).toBeVisible()
      await look('money-approve-refused')
      await window.keyboard.type(passwordOf(OWNER))
      await key('Enter')
      await expect(sheet).toBeHidden()
      await look('money-settled')
      await key('Alt+8')
      await look('money-deposit')
      await key('Control+8')
      await look('money-log')
      await openByNumber(window, two.order.number)
      await key('Control+0')
      await expect(window.locator('.money-group:visible').first()).toBeVisible()
      await key('Control+Shift+Z')
      await window.emulateMedia({ colorScheme: 'dark' })
      await look('money-reverse-dark')
    } finally {
      await desk.close()
    }
  })
}
