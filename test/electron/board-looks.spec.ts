// How the board looks: pictures in both languages, light and dark, accessibility, no sideways scroll of the window.
import { expect, test } from './support/app.ts'
import { writeBoard } from './support/board.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'

test.afterAll(forgetDemo)

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the board looks right in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang, '1001')
    const { window } = desk
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, name)
      expect({ name, problems: await axeProblems(window), sideways: await sideways(window) }).toEqual({
        name,
        problems: [],
        sideways: 0,
      })
    }
    try {
      writeBoard(desk.dataFolder)
      await look('home-with-urged')
      await window.keyboard.press('F7')
      await expect(window.locator('.board-card').first()).toBeVisible()
      await look('board')
      await window.keyboard.press('KeyM')
      await expect(window.locator('.board-menu')).toBeVisible()
      await look('board-menu')
      await window.keyboard.press('Escape')
      await window.keyboard.press('Alt+2')
      await expect(window.locator('.board-person').first()).toBeVisible()
      await look('board-technicians')
      await window.keyboard.press('Alt+3')
      await look('board-lists')
      await window.keyboard.press('Alt+1')
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await window.getByRole('button', { name: /外观|Look|Theme/ }).click()
      await look('board-other-theme')
      await window.getByRole('switch').click()
      await look('board-bench')
      await window.keyboard.press('F11')
      await expect(window.locator('.orders-grid .vlist-body .vlist-row').first()).toBeVisible()
      await look('orders-with-urged')
    } finally {
      await desk.close()
    }
  })
}
