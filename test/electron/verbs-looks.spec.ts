// How the verbs of an order look: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the verbs of an order look right in ${lang}`, async () => {
    test.setTimeout(300_000)
    const desk = await openDesk(lang, '1001')
    const { window } = desk
    const key = (keys: string) => window.keyboard.press(keys)
    try {
      const look = async (name: string) => {
        await window.waitForTimeout(250)
        await picture(window, lang, name)
        expect
          .soft({ name, problems: await axeProblems(window), sideways: await sideways(window) })
          .toEqual({ name, problems: [], sideways: 0 })
      }
      const { order } = await takeIn(window)
      await value(window, 'shop.changeSettings', { printer: 'Front' })
      await key('F11')
      await window.getByRole('button', { name: order.number }).click()
      await expect(window.locator('.verb-next')).toBeVisible()
      await look('verbs-head')
      await key('Control+Enter')
      await expect(window.locator('.verb-crew')).toBeVisible()
      await key('1')
      await key('ArrowDown')
      await key('Space')
      await look('verbs-dispatch')
      await key('Alt+2')
      await look('verbs-dispatch-branch')
      await key('Alt+3')
      await look('verbs-dispatch-vendor')
      await key('Escape')
      await key('Control+m')
      await expect(window.locator('.letter-picker')).toBeFocused()
      await window.waitForTimeout(1_500)
      await key('End')
      await look('verbs-menu')
      await key('Escape')
      const { technicians } = await value(window, 'dispatch.candidates', { id: order.id })
      const staff = technicians.map(({ staffId }) => staffId)
      await value(window, 'dispatch.assign', {
        orders: [{ id: order.id }],
        primary: staff[0],
        assistants: staff.slice(1, 2),
        instructions: '动手前先打电话，资料不能丢',
      })
      await expect(window.locator('.verb-next')).toBeVisible()
      await key('Control+Enter')
      await look('verbs-receive')
      await key('Escape')
      await value(window, 'dispatch.receive', { id: order.id, printException: 'systemFailure' })
      await value(window, 'contact.attempt', { id: order.id, outcome: 'noAnswer', words: '晚上再打' })
      await value(window, 'contact.urge', { id: order.id, words: '客户问什么时候好' })
      await key('Control+2')
      await look('verbs-section-work')
      await key('Control+m')
      await window.waitForTimeout(300)
      await window.keyboard.type(lang === 'en' ? 'report' : 'bwg')
      await key('Enter')
      await expect(window.getByRole('listbox').first()).toBeVisible()
      await look('verbs-complete')
      await key('Control+d')
      await window.keyboard.type('主板维修')
      await key('Control+Enter')
      await look('verbs-complete-refused')
      await key('Escape')
      await key('Control+j')
      await look('verbs-attempt')
      await key('Escape')
      await key('Control+m')
      await window.waitForTimeout(300)
      await window.keyboard.type(lang === 'en' ? 'suspend' : 'gq')
      await key('Enter')
      await look('verbs-suspend')
      await key('Escape')
      await value(window, 'service.complete', {
        id: order.id,
        record: {
          faultCode: 'mainboard',
          actualFault: '主板供电短路',
          action: '维修主板，测试正常',
          result: 'repaired',
          minutes: 90,
          lines: [
            { kind: 'labour', text: '主板维修' },
            { kind: 'part', text: '电源管理芯片', payer: 'customer', warrantyDays: 90 },
          ],
          serials: ['M471A2K43EB1'],
        },
      })
      await key('Control+2')
      await look('verbs-section-done')
      await key('Control+Enter')
      await look('verbs-notify')
      await key('Escape')
      await key('Control+5')
      await look('verbs-section-contact')
      await value(window, 'contact.notify', { id: order.id, outcome: 'reached' })
      await look('verbs-notified')
      await window.emulateMedia({ colorScheme: 'dark' })
      await key('Control+m')
      await look('verbs-menu-dark')
      expect(desk.errors).toEqual([])
    } finally {
      await desk.close()
    }
  })
}
