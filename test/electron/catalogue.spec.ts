// The catalogue in the real window, by keyboard alone: a part that is new here is found where quotes are written; a table
// with one wrong row is refused as a whole; what is exported says what the catalogue says.
import { readFileSync } from 'node:fs'
import { expect, test } from './support/app.ts'
import { answerChoosers, fillByHand, saveTablesTo } from './support/catalogue.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 120_000 })
test.afterAll(forgetDemo)

test('a new part, a service item and a package by keys, and the part is found in a quote', async () => {
  const desk = await openDesk()
  const { window } = desk
  const key = (keys: string) => window.keyboard.press(keys)
  /** Text and Enter, field by field; '' leaves a field as it is. */
  const walk = async (...texts: readonly string[]) => {
    for (const text of texts) {
      await window.keyboard.type(text)
      await key('Enter')
    }
  }
  const editor = window.locator('.catalogue-editor:visible')
  try {
    await fillByHand(window)
    const { order } = await takeIn(window)
    await key('Shift+F12')
    await expect(window.locator('.catalogue-parts')).toContainText('散热风扇')
    await key('Control+n')
    await expect(window.getByLabel('编码', { exact: true })).toBeFocused()
    // A code that is taken is refused at its field, and nothing typed is lost.
    await walk('x-toner', '无线网卡 AX200', 'M.2 2230')
    await walk('1', '', '', '169', '', '150', '3', '365')
    await key('Control+Enter')
    await expect(editor.getByText('编码 X-TONER 已经是“试用硒鼓”的')).toHaveCount(2)
    await expect(window.getByLabel('编码', { exact: true })).toBeFocused()
    // Esc warns before it gives up what was typed, and another view keeps it.
    await key('Escape')
    await expect(window.getByText('有没保存的修改')).toBeVisible()
    await key('Alt+2')
    await expect(window.locator('.catalogue-services')).toBeVisible()
    await key('Alt+1')
    await expect(editor).toBeVisible()
    await window.getByLabel('编码', { exact: true }).focus()
    await key('Control+a')
    await window.keyboard.type('X-WIFI')
    await key('Control+Enter')
    await expect(editor).toBeHidden()
    const [part] = (await value(window, 'part.find', { text: 'X-WIFI' })).parts
    expect(part).toMatchObject({
      name: '无线网卡 AX200',
      spec: 'M.2 2230',
      kind: 'part',
      unit: '个',
      priceFen: 16_900,
      prices: { peer: 15_000 },
      minimum: 3000,
      warrantyDays: 365,
    })

    // Found by its initials, opened by Enter, taken out of use and used again.
    await key('Control+f')
    await window.keyboard.type('wxwk')
    await expect(window.locator('.catalogue-parts .vlist-body [role=row]')).toHaveCount(1)
    await key('Enter')
    await key('Enter')
    await expect(editor).toBeVisible()
    await key('Control+d')
    await expect(window.getByText('没有找到“wxwk”')).toBeVisible()
    await key('Control+h')
    await expect(window.locator('.catalogue-parts .vlist-body [role=row]')).toHaveCount(1)
    await key('Control+f')
    await key('Enter')
    await key('Enter')
    await key('Control+d')
    await expect(window.locator('.catalogue-parts .vlist-body')).toContainText('在用')

    await key('Alt+2')
    await key('Control+n')
    await walk('X-W09', '更换无线网卡', '120', '', '', '45', '30', '3')
    await window.keyboard.type('8.5')
    await key('Enter')
    await expect(editor).toBeHidden()
    expect((await value(window, 'serviceItem.find', { text: 'ghwxwk' })).serviceItems).toMatchObject([
      { code: 'X-W09', priceFen: 12_000, minutes: 45, commission: 'percent', commissionValue: 850 },
    ])

    await key('Alt+3')
    await key('Control+n')
    await walk('X-NET', '换网卡套餐')
    await walk('X-WIFI')
    await expect(window.locator('.catalogue-lines li')).toHaveCount(1)
    await walk('ghwxwk')
    await expect(window.locator('.catalogue-lines li')).toHaveCount(2)
    await key('Enter')
    await walk('', '159')
    await key('Control+Enter')
    await expect(editor).toBeHidden()
    const made = (await value(window, 'package.list')).packages.find(({ code }) => code === 'X-NET')
    expect(made?.items.map(({ kind, quantity, priceFen }) => [kind, quantity, priceFen])).toEqual([
      ['part', 1000, 15_900],
      ['serviceItem', 1000, null],
    ])

    // Where quotes are written the part is there at once.
    await key('F11')
    await window.getByRole('button', { name: order.number }).click()
    await expect(window.locator('.verb-next')).toBeVisible()
    await key('Control+3')
    await expect(window.getByText('这张单还没有报价')).toBeVisible()
    await key('Control+n')
    const entry = window.getByRole('combobox', { name: '加一行' })
    await expect(entry).toBeFocused()
    await window.keyboard.type('wxwk')
    await expect(window.getByRole('option', { name: /X-WIFI 无线网卡 AX200.*¥169\.00/ })).toBeVisible()
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})

test('a table with one wrong row is refused whole and says why; the corrected one is taken in', async () => {
  const info = test.info()
  const desk = await openDesk()
  const { window } = desk
  const layReady = answerChoosers(window)
  const key = (keys: string) => window.keyboard.press(keys)
  const parts = async () =>
    (await value(window, 'part.list', {})).parts.map(({ code, priceFen }) => [code, priceFen])
  try {
    await fillByHand(window)
    const before = await parts()
    await key('Shift+F12')
    await expect(window.locator('.catalogue-parts')).toBeVisible()
    await key('Alt+4')
    layReady('新价格.csv', '编码,名称,售价\nX-TONER,,199\nX-FAN,散热风扇,四十五\n')
    await key('Control+o')
    await expect(window.locator('.catalogue-problems')).toBeFocused()
    await expect(window.locator('.catalogue-problems .vlist-body [role=row]')).toHaveText([
      '3售价四十五不是金额 只写数字，例如 128 或 128.50。',
    ])
    await key('Control+Enter')
    const errors = info.outputPath('错误.csv')
    await saveTablesTo(desk, errors)
    await key('Control+s')
    await expect(window.getByText('已保存：错误.csv')).toBeVisible()
    expect(readFileSync(errors, 'utf8')).toBe(
      '\ufeff行,列,表里写的,哪里不对,怎么办\r\n3,售价,四十五,不是金额,只写数字，例如 128 或 128.50。\r\n',
    )
    expect(await parts()).toEqual(before)

    layReady('新价格.csv', '编码,名称,售价\nX-TONER,,199\nX-FAN,散热风扇,45\n')
    await key('Control+o')
    await expect(window.locator('.catalogue-changes .vlist-body [role=row]')).toHaveText([
      '2X-TONER试用硒鼓售价 188.00 → 199.00',
    ])
    await key('Control+Enter')
    await expect(window.locator('.catalogue-say-good')).toHaveText(
      '已导入 新价格.csv：共 2 行，新增 1，修改 1，没有变化 0。',
    )
    const after = [
      ...before.map(([code, price]) => [code, code === 'X-TONER' ? 19_900 : price]),
      ['X-FAN', 4500],
    ]
    expect(new Map((await parts()) as [string, number][])).toEqual(new Map(after as [string, number][]))

    const file = info.outputPath('目录.csv')
    await saveTablesTo(desk, file)
    await key('Control+Shift+e')
    await expect(window.getByText('已保存：目录.csv')).toBeVisible()
    const rows = readFileSync(file, 'utf8').split('\r\n')
    expect([rows[0]?.slice(0, 7), rows.slice(1, -1).map((row) => row.split(',', 1)[0])]).toEqual([
      '\ufeff编码,名称,',
      (await parts()).map(([code]) => code),
    ])
    const xlsx = info.outputPath('目录.xlsx')
    await saveTablesTo(desk, xlsx)
    await key('Control+e')
    await expect(window.getByText('已保存：目录.xlsx')).toBeVisible()
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK')

    // The same for service items.
    await key('Control+Shift+2')
    layReady('收费.csv', '编码,名称,收费,提成\nX-W02,试用清灰,60,15%\nX-W10,换主板,300,\n')
    await key('Control+o')
    await expect(window.locator('.catalogue-changes .vlist-body [role=row]')).toHaveText([
      '2X-W02试用清灰售价 50.00 → 60.00、提成 10.00 → 15%',
    ])
    await key('Control+Enter')
    await expect(window.locator('.catalogue-say-good')).toContainText('新增 1，修改 1')
    const { serviceItems } = await value(window, 'serviceItem.list', {})
    expect(
      serviceItems
        .filter(({ code }) => code === 'X-W02' || code === 'X-W10')
        .map(({ code, priceFen, commission, commissionValue }) => [
          code,
          priceFen,
          commission,
          commissionValue,
        ]),
    ).toEqual([
      ['X-W02', 6000, 'percent', 1500],
      ['X-W10', 30_000, 'none', 0],
    ])
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})
