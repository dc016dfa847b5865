// How the day looks: the same shop in the afternoon, each screen of it in both languages, no text that is missing, nothing
// sideways. The pictures are for people: test-results/screens/<language>/day-*.png. (The looks of each feature ask axe.)
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import type { Day } from './support/day.ts'
import { afternoon, board, openDay, openOrder, scanMachine, scanSlip, takeSeat } from './support/day.ts'
import { picture, sideways } from './support/screens.ts'
import type { Lang } from './support/screens.ts'

let day: Day
test.beforeAll(async () => {
  day = await openDay()
})
test.afterAll(() => day.close())

/** The screen inside the frame may not stick out either. */
const insideways = (window: Page): Promise<number> =>
  window.evaluate(() => {
    const screens = [...document.querySelectorAll('.screen, .section-tabs')]
    return Math.max(0, ...screens.map((one) => one.scrollWidth - one.clientWidth))
  })

/** A text that was not found shows its key: a lonely word such as toNotify or labels:state.x. */
const missingWords = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walk.nextNode()) {
      const text = walk.currentNode.nodeValue?.trim() ?? ''
      if (/^[a-z]+(?:[A-Z]\w*|[:.][a-z]\w*)+$/.test(text)) found.push(text)
    }
    return found
  })

test('every screen of a day looks right in both languages', async () => {
  test.setTimeout(400_000)
  const { window } = day
  const key = (keys: string) => window.keyboard.press(keys)
  await takeSeat(day, 'boss')
  const order = await afternoon(day)
  for (const lang of ['zh-CN', 'en'] as const satisfies readonly Lang[]) {
    if (lang === 'en') await window.getByRole('button', { name: 'English' }).click()
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, `day-${name}`)
      const keys = await missingWords(window)
      expect
        .soft({ name, lang, keys, sideways: (await sideways(window)) + (await insideways(window)) })
        .toEqual({ name, lang, keys: [], sideways: 0 })
    }
    const on = async (name: keyof typeof order, shot: string, sections: readonly string[] = []) => {
      await openOrder(window, order[name].number)
      await look(`order-${shot}`)
      for (const section of sections) {
        await key(`Control+${section}`)
        await look(`order-${shot}-${section}`)
      }
      await key('Control+1')
    }
    const verb = async (name: keyof typeof order, shot: string, keys = 'Control+Enter') => {
      await openOrder(window, order[name].number)
      await key(keys)
      await expect(window.locator('.verb-panel:visible')).toBeVisible()
      await look(`verb-${shot}`)
      await key('Escape')
      await expect(window.locator('.verb-panel:visible')).toHaveCount(0)
    }
    await key('F12')
    await look('home')
    await board(window)
    await look('board')
    await key('m')
    await look('board-verbs')
    await key('Escape')
    await key('Alt+2')
    await look('board-technicians')
    await key('Alt+3')
    await look('board-lists')
    await key('Alt+1')
    await key('F11')
    await expect(window.locator('.orders-grid')).toBeFocused()
    await key('Home')
    await key('Space')
    await key('ArrowDown')
    await key('Space')
    await look('orders-marked')
    await key('a')
    await look('orders-bulk')
    await key('Escape')
    await key('Escape')
    await key('Alt+9')
    await look('orders-vendors')
    await key('Alt+1')
    await verb('a3', 'dispatch')
    await verb('i', 'complete')
    await verb('h', 'notify')
    await verb('c', 'vendor-return')
    await verb('g', 'menu', 'Control+m')
    await verb('g', 'attempt', 'Control+j')
    await verb('g', 'urge', 'Control+u')
    await on('k', 'refused', ['6', '3'])
    await on('a1', 'review', ['4', '7', '8', '9'])
    await on('again', 'comeback')
    await on('e', 'again')
    await key('Shift+F3')
    await expect(window.locator('.custody-scan input:visible')).toBeFocused()
    await scanMachine(window, order.a2.number)
    await expect(window.locator('.custody-said:visible')).not.toBeEmpty()
    await look('custody')
    await key('Escape')
    await key('F9')
    await expect(window.locator('.pickup-unclaimed')).toBeVisible()
    await look('pickup-start')
    await scanSlip(window, order.a2.id)
    await expect(window.locator('.pickup-machine')).toHaveCount(3)
    await look('pickup-part')
    await key('Escape')
    await scanSlip(window, order.f.id)
    await expect(window.locator('.pickup-chosen')).toHaveCount(1)
    await window.locator('.pickup-slip .link-button').click()
    await look('pickup-lost')
    await window.locator('.pickup-machine-main > .ant-btn').first().click()
    await look('pickup-failed')
    await key('Escape')
    await key('Control+F9')
    await expect(window.getByRole('option').first()).toBeVisible()
    await look('review')
    await key('Control+d')
    await look('review-back')
    await key('Escape')
    await key('F1')
    await look('keys')
    await key('Escape')
    await expect(window.locator('.key-card')).toHaveCount(0)
    await key('F3')
    await window.keyboard.type('郑')
    await expect(window.locator('.omnibox-row').first()).toBeVisible()
    await look('search')
    await key('Escape')
  }
  expect(day.errors).toEqual([])
})
