// Parts of an order in the real window, as fast as a till: quoted, accepted, issued by scan, one of them bad, its tag
// printed, the old parts given back, the order ready. By keyboard and scanner alone.
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import { scan } from './support/intake.ts'
import { BARCODE, atWork, stockUp } from './support/parts.ts'
import { RECORD } from './support/pickup.ts'
import { axeProblems } from './support/screens.ts'
import { value } from './support/shell.ts'

test.describe.configure({ timeout: 150_000 })
test.afterAll(forgetDemo)

test('PRT-1 PRT-6 PRT-8 from the accepted quote to the machine that is ready: scan, Enter, done', async () => {
  const desk = await openDesk('zh-CN', '1001')
  const { window } = desk
  const key = (keys: string) => window.keyboard.press(keys)
  const type = (text: string) => window.keyboard.type(text)
  const entry = (name: string) => window.getByRole('combobox', { name })
  try {
    await value(window, 'shop.changeSettings', { printer: 'Front', labelPrinter: 'Front' })
    await stockUp(window)
    const { order, primary } = await atWork(window)
    const { id } = order
    const parts = () => value(window, 'orderPart.ofOrder', { id })
    const quantities = async () =>
      (await parts()).lines.map((line) => [
        line.code,
        line.issued,
        line.used,
        line.returnedDefective,
        line.inHand,
      ])
    await key('F11')
    await window.getByRole('button', { name: order.number }).click()
    await expect(window.locator('.verb-next')).toBeVisible()

    // Quoted like at a till, sent, answered on the telephone.
    await key('Control+3')
    await expect(window.getByText('这张单还没有报价')).toBeVisible()
    await key('Control+n')
    await expect(entry('加一行')).toBeFocused()
    await type('DY-01')
    await key('Enter')
    await expect(window.getByLabel('第 1 行的数量')).toBeFocused()
    for (let step = 0; step < 3; step += 1) await key('Alt+3')
    await expect(window.getByText('已保存', { exact: true })).toBeVisible()
    await key('Control+Enter')
    await expect(window.locator('.quote-editor')).toBeHidden()
    await key('Control+Enter')
    await expect(window.locator('.verb-panel')).toBeVisible()
    await key('Enter')
    await expect(window.getByRole('listbox', { name: '怎么答复的' })).toBeFocused()
    await key('1')
    await key('Enter')
    await type('电话里说好，修')
    await key('Control+Enter')
    await expect(window.locator('.verb-panel')).toBeHidden()

    // What was quoted is taken over, the rest scanned: a barcode, a serial number. Enter on the empty line issues.
    await key('Control+4')
    await expect(entry('要领的备件')).toBeFocused()
    await key('Control+d')
    await expect(window.getByLabel('电源板 的数量')).toHaveValue('1')
    await scan(window, BARCODE)
    await expect(window.getByLabel('电源板 的数量')).toHaveValue('2')
    await type('mb-7001')
    await key('Enter')
    await expect(window.getByLabel('序列号', { exact: true })).toHaveValue('MB-7001')
    await expect(entry('要领的备件')).toBeFocused()
    expect(await axeProblems(window)).toEqual([])
    await key('Enter')
    await expect(window.getByText(/已领 2 种备件/)).toBeVisible()
    expect(await quantities()).toEqual([
      ['DY-01', 2000, 0, 0, 2000],
      ['ZB-14', 1000, 0, 0, 1000],
    ])
    await key('Control+p')
    await expect(window.getByRole('dialog').getByRole('img').first()).toBeVisible()
    await key('Control+p')
    await expect(window.getByRole('dialog')).toBeHidden()
    await expect
      .poll(async () =>
        (await value(window, 'print.jobs', { subjectId: id })).jobs.map(({ paper, result }) => [
          paper,
          result,
        ]),
      )
      .toContainEqual(['issueSlip', 'printed'])

    // One of the new boards is bad: its tag offers itself and is printed.
    await key('Alt+4')
    await expect(entry('退回的故障件')).toBeFocused()
    await scan(window, BARCODE)
    await expect(window.getByLabel('电源板 的数量')).toHaveValue('1')
    await key('Shift+Tab')
    await window.getByLabel('故障', { exact: true }).focus()
    await key('Control+a')
    await type('装上不通电')
    await key('Control+Enter')
    await expect(window.getByRole('dialog').getByRole('img').first()).toBeVisible()
    await key('Control+p')
    await expect(window.getByRole('dialog')).toBeHidden()
    await expect
      .poll(async () => (await parts()).tags.map(({ what, fault, printed }) => [what, fault, printed]))
      .toEqual([['defective', '装上不通电', true]])

    // Everything in hand is proposed as used; the main board asks for the serial that came out.
    await key('Alt+2')
    await expect(window.getByLabel('旧件序列号')).toBeFocused()
    await type('MB-0099')
    await key('Control+Enter')
    await expect(window.getByText('已登记使用 2 种备件')).toBeVisible()
    await key('Alt+5')
    await expect(window.getByLabel('旧件序列号').last()).toHaveValue('MB-0099')
    await key('Control+Enter')
    await expect(window.getByRole('dialog').getByRole('img').first()).toBeVisible()
    await key('Control+p')
    await expect(window.getByRole('dialog')).toBeHidden()
    await expect
      .poll(async () => (await parts()).tags.map(({ what, serial, printed }) => [what, serial, printed]))
      .toEqual([
        ['defective', '', true],
        ['old', '', true],
        ['old', 'MB-0099', true],
      ])
    expect(await quantities()).toEqual([
      ['DY-01', 2000, 1000, 1000, 0],
      ['ZB-14', 1000, 1000, 0, 0],
    ])
    await value(window, 'service.complete', { id, record: RECORD, doneBy: primary })
    await expect(window.locator('.order-head .status-tag').first()).toHaveText('修好待通知')
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})

test('PRT-3 PRT-7 a part that is not there is bought in or requested; what was issued by mistake is taken back', async () => {
  const desk = await openDesk('zh-CN', '1001')
  const { window } = desk
  const key = (keys: string) => window.keyboard.press(keys)
  const type = (text: string) => window.keyboard.type(text)
  try {
    await stockUp(window)
    const { order } = await atWork(window)
    const { id } = order
    const lines = async () => (await value(window, 'orderPart.ofOrder', { id })).lines
    await key('F11')
    await window.getByRole('button', { name: order.number }).click()
    await expect(window.locator('.verb-next')).toBeVisible()
    await key('Control+4')
    const entry = window.getByRole('combobox', { name: '要领的备件' })
    await expect(entry).toBeFocused()

    await type('DY-01*2')
    await key('Enter')
    await key('Enter')
    await expect(window.getByText(/已领 1 种备件/)).toBeVisible()
    await key('Control+z')
    await expect(window.getByText('已撤销，备件回到原来的状态')).toBeVisible()
    expect((await lines()).map((line) => [line.issued, line.returnedGood, line.inHand])).toEqual([
      [2000, 2000, 0],
    ])

    // None in stock: refused at its line, nothing happened, and the line stays.
    await type('FS-02')
    await key('Enter')
    await expect(window.getByLabel('散热风扇 的数量')).toHaveValue('1')
    await key('Enter')
    await expect(window.locator('.till-foot [role=alert]').last()).toContainText('散热风扇')
    await expect(window.getByLabel('散热风扇 的数量')).toBeFocused()

    await key('Alt+6')
    await expect(window.getByLabel('名称')).toBeFocused()
    await type('散热风扇（同城购）')
    await key('Enter')
    await key('Enter')
    await type('个')
    await key('Enter')
    await type('45')
    await key('Enter')
    await type('98')
    await key('Control+Enter')
    await expect(window.getByText('外购件“散热风扇（同城购）”已加入计划，拿到后领料')).toBeVisible()
    const fan = (await lines()).find(({ boughtIn }) => boughtIn)
    expect([fan?.planned, fan?.priceFen, fan?.unit]).toEqual([1000, 9800, '个'])
    expect(desk.errors).toEqual([])
  } finally {
    await desk.close()
  }
})
