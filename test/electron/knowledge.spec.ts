// A fix is published at review with nothing but keys, and read on the next machine of that model; pictures of both.
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { OWNER, readyVisit, walkTo } from './support/pickup.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

/** A ThinkPad T14 that was handed over and waits for its review. */
const toReview = async (window: Page) => {
  const { panel, order } = await readyVisit(window, 1)
  await value(window, 'handOver.handOver', {
    orders: panel.orders.slice(0, 1).map(({ id, items }) => ({ id, items: items.map(({ item }) => item) })),
    slip: panel.slipCode,
    taker: { by: 'customer' },
    signature: { on: 'paper', hash: null },
  })
  return order
}

/** The next one comes in, with another fault. */
const another = async (window: Page) => {
  const { orders } = await value(window, 'visit.create', {
    customer: { new: { name: '司马青', phones: ['13700137000'] } },
    machines: [
      {
        device: { new: { category: '笔记本电脑', brand: '联想', model: 'thinkpad t14', serial: 'PF9NEW01' } },
        reportedFault: '键盘失灵',
      },
    ],
  })
  const [next] = orders
  if (!next) throw new Error('the visit has no order')
  return next
}

for (const lang of ['zh-CN', 'en'] as const) {
  test(`CLS-6 published at review by keyboard, read on a similar order, in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang, OWNER)
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
    try {
      const order = await toReview(window)
      await key('Control+F9')
      const list = window.locator('.review-list [role=listbox]')
      await walkTo(window, list)
      const head = window.locator('.review-proof-head')
      for (let steps = 0; steps < 50; steps += 1) {
        if ((await head.textContent())?.includes(order.number)) break
        await key('ArrowDown')
      }
      await expect(head).toContainText(order.number)
      await expect(window.locator('.review-publish')).toBeVisible()
      await look('review-may-publish')
      await key('Control+j')
      const panel = window.locator('.knowledge-panel')
      const title = panel.locator('input')
      await expect(title).toBeFocused()
      await expect(title).toHaveValue('笔记本电脑 联想 ThinkPad T14 电源板烧毁')
      await expect(panel.locator('textarea').nth(2)).toHaveCount(0)
      await title.fill('')
      await key('Control+Enter')
      await expect(panel.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
      await look('review-publish-no-title')
      await window.keyboard.type('T14 进水烧电源板')
      await key('Enter')
      await key('Enter')
      await expect(panel.getByText('更换电源板，试机两小时正常')).toBeFocused()
      await key('Enter')
      await expect(panel.getByRole('listbox')).toBeFocused()
      await key('4')
      await look('review-publish')
      await key('Control+Enter')
      await expect(panel).toHaveCount(0)
      const { published } = await value(window, 'knowledge.forOrder', { id: order.id })
      expect([published?.title, published?.fix, published?.readers]).toEqual([
        'T14 进水烧电源板',
        '电源板烧毁\n更换电源板，试机两小时正常',
        ['technician'],
      ])

      // Opened again it is what stands published, to be changed or withdrawn.
      await key('Control+j')
      await expect(title).toHaveValue('T14 进水烧电源板')
      await look('review-publish-again')
      await key('Escape')
      await expect(panel).toHaveCount(0)

      const next = await another(window)
      await key('F3')
      await window.keyboard.type(next.number)
      await expect(window.getByRole('option', { name: next.number })).toHaveCount(1)
      await key('Enter')
      const similar = window.locator('.knowledge-similar')
      await expect(similar).toContainText('T14 进水烧电源板')
      await expect(similar).toContainText('更换电源板，试机两小时正常')
      await look('order-similar')
      await window.emulateMedia({ colorScheme: 'dark' })
      await look('order-similar-dark')

      await key('Control+F9')
      await key('Control+j')
      await look('review-publish-dark')
      await walkTo(window, panel.locator('.ant-btn-dangerous'))
      await key('Enter')
      await expect(panel).toHaveCount(0)
      expect((await value(window, 'knowledge.forOrder', { id: next.id })).similar).toEqual([])
      expect(desk.errors).toEqual([])
    } finally {
      await desk.close()
    }
  })
}
