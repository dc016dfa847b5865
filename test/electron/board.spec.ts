// The board in the real window: by keyboard and by drag, with the core behind it.
import type { Locator } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { writeBoard } from './support/board.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import type { OrdersDesk } from './support/orders.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

const HOUR = 3_600_000

/** Runs with a desk whose orders are these, and takes it down again; the window may not have logged an error. */
const withBoard = async (
  facts: Parameters<typeof writeBoard>[1],
  work: (desk: OrdersDesk, at: ReturnType<typeof placesOf>) => Promise<void>,
) => {
  const desk = await openDesk('zh-CN', '1001')
  try {
    writeBoard(desk.dataFolder, facts, 200)
    await desk.window.keyboard.press('F7')
    await expect(desk.window.locator('.board-card').first()).toBeVisible()
    await work(desk, placesOf(desk))
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
}

const placesOf = ({ window }: OrdersDesk) => {
  const lane = (name: string): Locator => window.locator('.board-lane').filter({ hasText: name })
  return {
    lane,
    cards: (name: string) => lane(name).locator('.board-card'),
    /** The card under the keys. */
    current: window.locator('.board-cards:focus .vlist-current'),
    menu: window.locator('.board-menu'),
    key: (keys: string) => window.keyboard.press(keys),
  }
}

const now = Date.now()
const threeColumns = [
  { state: 'pendingDispatch', primary_id: null, next_contact_by: now + 5 * HOUR },
  { state: 'inService', promised_at: now + HOUR },
  { state: 'inService', promised_at: now + 9 * HOUR, urges: 2 },
  { state: 'readyForPickup', ready_at: now - 2 * HOUR, next_contact_by: null },
]

test('WO-5 CLK-11 the board by keyboard: columns, urged first, views by digit, as it was left', async () => {
  await withBoard(threeColumns, async ({ window }, { lane, cards, current, key }) => {
    await expect(lane('等客户确认')).toHaveClass(/board-lane-empty/)
    await expect(current).toContainText('待派工')
    await key('ArrowRight')
    await expect(window.locator('.board-cards:focus')).toHaveAttribute('aria-label', '修理中')
    await expect(current).toContainText('催 ×2')
    await expect(cards('修理中').first()).toContainText('催 ×2')
    const first = await current.textContent()
    await key('ArrowDown')
    await expect(current).not.toHaveText(first ?? '')
    await key('Home')
    await expect(current).toHaveText(first ?? '')
    await key('End')
    await expect(current).not.toContainText('催')
    await key('ArrowLeft')
    await expect(window.locator('.board-cards:focus')).toHaveAttribute('aria-label', '等派工/接收')
    await key('ArrowRight')
    await expect(current).not.toContainText('催')

    await key('6')
    await expect(lane('等派工/接收')).toHaveClass(/board-lane-empty/)
    await expect(cards('修理中').first()).toContainText('催 ×2')
    await key('3')
    await expect(window.getByText('这个范围里没有单子')).toBeVisible()
    await key('1')
    await expect(cards('修理中').first()).toBeVisible()
    await lane('修理中').locator('.board-cards').focus()
    await key('Home')
    const number = (await current.locator('.board-card-number').textContent()) ?? ''
    await key('Control+b')
    await expect(current.getByRole('img', { name: '星标' })).toBeVisible()
    await key('Enter')
    await expect(window.locator('.order-head-number:visible')).toHaveText(number)
    await key('F7')
    await expect(current).toContainText(number)
  })
})

test('WO-1 the verbs of a card: what may be given now, chosen by digit, opens on the order', async () => {
  await withBoard(threeColumns, async ({ window }, { current, menu, key }) => {
    const number = (await current.locator('.board-card-number').textContent()) ?? ''
    await key('m')
    await expect(menu).toContainText('可以做的动作')
    await expect(menu.getByRole('option').filter({ hasText: '派工' }).first()).toBeVisible()
    await expect(menu).not.toContainText('通知取机')
    await key('Escape')
    await expect(menu).toHaveCount(0)
    await expect(current).toContainText(number)
    await key('m')
    await expect(menu.getByRole('listbox')).toBeFocused()
    await key('1')
    await expect(window.locator('.order-head-number:visible')).toHaveText(number)
    await key('F7')
    await key('ArrowRight')
    await key('ArrowRight')
    await expect(window.locator('.board-cards:focus')).toHaveAttribute('aria-label', '修好待通知')
    await key('a')
    await expect(window.locator('.notice')).toBeVisible()
    await expect(window.locator('.order-head-number:visible')).toHaveCount(0)
  })
})

test('WO-1 a dragged card ends in the verb that leads there, or is refused in words and stays', async () => {
  await withBoard(threeColumns, async ({ window }, { lane, cards, menu }) => {
    const drag = (name: string, to: string) => cards(name).first().dragTo(lane(to))
    const counted = async () => lane('等派工/接收').locator('.board-lane-count').textContent()
    const before = await counted()
    await drag('等派工/接收', '超期未取')
    await expect(window.locator('.notice')).toContainText('到不了“超期未取”')
    await drag('修理中', '修理中')
    await expect(window.locator('.notice')).toContainText('不能拖')
    expect([await counted(), await menu.count()]).toEqual([before, 0])
    const number = (await cards('修理中').first().locator('.board-card-number').textContent()) ?? ''
    await drag('修理中', '挂起')
    await expect(window.locator('.order-head-number:visible')).toHaveText(number)
  })
})

test('WO-5 technicians: one row each with what is in their hands, and what nobody has, by keyboard', async () => {
  await withBoard(threeColumns, async ({ window }, { key }) => {
    await key('Alt+2')
    const rows = window.locator('.board-person')
    await expect(rows.first()).toContainText('还没派')
    await expect(window.locator('.board-people')).toBeFocused()
    const { rows: told } = await value(window, 'board.technicians', {})
    expect(await rows.locator('strong').first().textContent()).toBe('还没派')
    expect(await rows.count()).toBe(told.length)
    const at = window.locator('.board-card-current')
    const nobody = await at.textContent()
    await key('ArrowDown')
    await expect(at).not.toHaveText(nobody ?? '')
    await key('ArrowRight')
    const number = (await at.locator('.board-card-number').textContent()) ?? ''
    await key('Enter')
    await expect(window.locator('.order-head-number:visible')).toHaveText(number)
    await key('F7')
    await expect(at).toContainText(number)
    // The board is remembered over a new start of the window.
    await window.reload()
    await expect(window.locator('.frame')).toBeVisible()
    await key('F7')
    await expect(rows.first()).toBeVisible()
  })
})
