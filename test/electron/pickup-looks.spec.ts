// How pick-up and review look: pictures in both languages, light and dark, accessibility, no sideways scroll.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { OWNER, readyVisit, sign } from './support/pickup.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`pick-up and review look right in ${lang}`, async () => {
    test.setTimeout(300_000)
    const desk = await openDesk(lang, OWNER)
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
      const { panel } = await readyVisit(window, 1)
      await window.keyboard.press('F9')
      await expect(window.locator('.pickup-unclaimed')).toBeVisible()
      await look('pickup-start')
      await window.keyboard.type(panel.slipCode)
      await window.keyboard.press('Enter')
      await expect(window.locator('.pickup-machine').first()).toBeVisible()
      await look('pickup-panel')
      await window.locator('.pickup-configuration button').first().click()
      await window.locator('.pickup-line input').first().fill('8 GB DDR4')
      await window.locator('.pickup-slip .link-button').click()
      await look('pickup-lost-slip')
      await window.locator('.pickup-slip .link-button').click()
      await window.locator('.pickup-machine-main > .ant-btn').first().click()
      await look('pickup-failed')
      await window.locator('.pickup-failed-foot .ant-btn').first().click()
      await window.keyboard.press('Control+g')
      await sign(window)
      await look('pickup-signed')
      await window.keyboard.press('Control+Enter')
      await expect(window.locator('.pickup-done')).toBeVisible()
      await look('pickup-done')
      await window.keyboard.press('Control+F9')
      await expect(window.getByRole('option').first()).toBeVisible()
      await look('review')
      await window.keyboard.press('Control+d')
      await look('review-send-back')
      await window.keyboard.press('Escape')
      await window.emulateMedia({ colorScheme: 'dark' })
      await look('review-dark')
      await window.keyboard.press('F9')
      await window.keyboard.type(
        (await value(window, 'handOver.panel', { visitId: panel.visitId })).visitNumber,
      )
      await window.keyboard.press('Enter')
      await expect(window.locator('.pickup-machine').first()).toBeVisible()
      await look('pickup-dark')
    } finally {
      await desk.close()
    }
  })
}
