// The review in the real window: what is missing is said, a complete order is closed by key, another sent back.
import { expect, test } from './support/app.ts'
import { MANAGER, forgetDemo, openDesk, passwordOf } from './support/orders.ts'
import { OWNER, choosePicture, readyVisit } from './support/pickup.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

test('CLS-5 sent back with a reason by key, and closed once the proof is there', async () => {
  test.setTimeout(120_000)
  const desk = await openDesk('zh-CN', OWNER)
  const { window } = desk
  try {
    const { panel, orders } = await readyVisit(window, 1)
    const [first] = orders
    await value(window, 'handOver.handOver', {
      orders: panel.orders.slice(0, 1).map(({ id, items }) => ({ id, items: items.map(({ item }) => item) })),
      slip: panel.slipCode,
      taker: { by: 'customer' },
      signature: { on: 'paper', hash: null },
    })
    // Who reported the work does not review it: the other manager does.
    await value(window, 'session.login', { staffNo: MANAGER, password: passwordOf(MANAGER) })
    await window.keyboard.press('Control+F9')
    const line = window.getByRole('option').filter({ hasText: '欧阳明月' })
    await line.click()
    await expect(window.locator('.review-why')).toBeVisible()
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.review-verbs .problem-line')).toBeVisible()
    // The reviewer has the signed paper before him and scans it back himself.
    await choosePicture(window, window.locator('.review-unsigned button'))
    await expect(line.locator('.status-ready')).toBeVisible()
    const { handOvers } = await value(window, 'handOver.ofOrder', { id: first?.id ?? '' })
    expect(handOvers.map(({ signedOn, signature }) => [signedOn, signature === null])).toEqual([
      ['paper', false],
    ])
    await window.keyboard.press('Control+d')
    await window.keyboard.type('缺少配件清单')
    await window.keyboard.press('Control+Enter')
    await expect(line).toHaveCount(0)
    expect((await value(window, 'order.get', { id: first?.id ?? '' })).state).toBe('pendingSettlement')
    await value(window, 'session.login', { staffNo: OWNER, password: passwordOf(OWNER) })
    await value(window, 'settlement.settle', { orders: [{ id: first?.id ?? '' }] })
    await value(window, 'session.login', { staffNo: MANAGER, password: passwordOf(MANAGER) })
    await line.click()
    await window.keyboard.press('Control+Enter')
    await expect(line).toHaveCount(0)
    const order = await value(window, 'order.get', { id: first?.id ?? '' })
    expect(order.state).toBe('closed')
  } finally {
    await desk.close()
  }
})
