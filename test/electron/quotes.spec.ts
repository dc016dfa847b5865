// A quote in the real window, by keyboard alone: written like at a till, sent, copied, printed, answered.
import { fillCatalogue } from '../support/catalogue-rows.ts'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { axeProblems } from './support/screens.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

test('QUO-1 QUO-4 QUO-5 from the first line to the customer’s answer with nothing but keys', async () => {
  const desk = await openDesk('zh-CN', '1001')
  const { window } = desk
  const key = (keys: string) => window.keyboard.press(keys)
  const type = (text: string) => window.keyboard.type(text)
  try {
    await fillCatalogue(desk.dataFolder)
    const { order } = await takeIn(window)
    const quotes = () => value(window, 'quote.ofOrder', { id: order.id })
    await key('F11')
    await window.getByRole('button', { name: order.number }).click()
    await expect(window.locator('.verb-next')).toBeVisible()

    await key('Control+3')
    await expect(window.getByText('这张单还没有报价')).toBeVisible()
    await key('Control+n')
    const entry = window.getByRole('combobox', { name: '加一行' })
    await expect(entry).toBeFocused()
    // A code and Enter, faster than any list.
    await type('LCD-14')
    await key('Enter')
    await expect(window.getByLabel('第 1 行的数量')).toBeFocused()
    await type('2')
    // In warranty the maker is proposed; this one the customer pays.
    for (let step = 0; step < 3; step += 1) await key('Alt+3')
    await key('Enter')
    await expect(window.getByLabel('第 1 行的单价')).toBeFocused()
    await key('Enter')
    await expect(entry).toBeFocused()
    // Chosen from the list by an arrow.
    await type('ghpm')
    await expect(window.getByRole('option', { name: /W01/ })).toBeVisible()
    await key('Enter')
    await expect(window.getByLabel('第 2 行的数量')).toBeFocused()
    await key('Alt+1')
    await key('Enter')
    await key('Enter')
    // Free text: its price is asked for.
    await type('整机置换')
    await key('Enter')
    await key('Alt+1')
    await key('Enter')
    await type('1500')
    await key('Enter')
    await type('检测费')
    await expect(window.getByRole('option', { name: /W03/ })).toBeVisible()
    await key('Enter')
    await key('Alt+1')
    await key('Alt+1')
    await key('Alt+2')
    await key('Alt+4')
    await expect(window.getByText('已保存', { exact: true })).toBeVisible()
    expect(await axeProblems(window)).toEqual([])
    await key('Control+Enter')
    await expect(window.locator('.quote-editor')).toBeHidden()
    await expect(window.locator('.order-head .status-tag').first()).toHaveText('待客户确认')
    const [sent] = (await quotes()).versions
    expect([
      sent?.state,
      sent?.lines.map((line) => [
        line.alternative,
        line.kind,
        line.text,
        line.quantity,
        line.priceFen,
        line.waived,
        line.payer,
      ]),
      sent?.totals.map(({ alternative, customerFen }) => [alternative, customerFen]),
    ]).toEqual([
      'sent',
      [
        ['', 'part', '液晶屏 14 寸', 2000, 68_000, false, 'customer'],
        ['A', 'labour', '更换屏幕', 1000, 10_000, false, 'maker'],
        ['B', 'labour', '整机置换', 1000, 150_000, false, 'maker'],
        ['', 'diagnostic', '检测费', 1000, 3000, true, 'maker'],
      ],
      [
        ['A', 136_000],
        ['B', 136_000],
      ],
    ])

    await key('Control+Shift+Y')
    await expect(window.getByText('报价文字已复制，并记入联系记录')).toBeVisible()
    await key('Control+Enter')
    const options = window.getByRole('listbox', { name: '同意哪个方案' })
    await expect(options).toBeFocused()
    await key('1')
    await key('Enter')
    await key('Enter')
    await expect(window.getByRole('listbox', { name: '怎么答复的' })).toBeFocused()
    await key('4')
    await key('Enter')
    await type('可以，就按方案 A 修')
    expect(await axeProblems(window)).toEqual([])
    await key('Control+Enter')
    await expect(window.locator('.verb-panel')).toBeHidden()
    const { versions, charges, chargedFen } = await quotes()
    expect([
      versions.map((one) => [one.state, one.chosen, one.channel, one.confirmedBy, one.words]),
      charges.map((line) => line.text),
      chargedFen,
    ]).toEqual([
      [['accepted', 'A', 'wechat', '欧阳明月', '可以，就按方案 A 修']],
      ['液晶屏 14 寸', '更换屏幕', '检测费'],
      136_000,
    ])
    await expect(window.getByText('客户应付')).toBeVisible()
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})
