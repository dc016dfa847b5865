// What intake keeps and what it never does: drafts over crash and closing, no key lost, no half-typed word taken.
import { kill } from 'node:process'
import { expect, test } from './support/app.ts'
import { compose, imeEnter, openDesk, regularCustomer, removeDemo } from './support/intake.ts'
import type { IntakeDesk } from './support/intake.ts'
import { corePid, newestOrders, value } from './support/shell.ts'

test.setTimeout(150_000)
test.afterAll(removeDemo)

const withDesk = async (work: (desk: IntakeDesk) => Promise<void>, args: string[] = []): Promise<void> => {
  const desk = await openDesk({ args })
  try {
    await work(desk)
  } catch (error) {
    await desk.window.screenshot({ path: test.info().outputPath('window.png') }).catch(() => undefined)
    throw error
  } finally {
    await desk.close()
  }
}
const QUIET = 600
const fault = '.intake [data-spot$="reportedFault"] textarea'

test('INT-11 a form survives its core being killed and the window being closed, and is offered again', () =>
  withDesk(async (desk) => {
    const known = await regularCustomer(desk.window)
    await desk.window.keyboard.press('F2')
    await desk.window.keyboard.type(known.tail)
    await desk.window.keyboard.press('Enter')
    await desk.window.keyboard.type('1')
    await desk.window.keyboard.type('kblj')
    await desk.window.keyboard.press('Enter')
    // Text that no key event announces cannot be typed ahead: what was typed ahead arrives first.
    await expect(desk.window.locator(fault)).toHaveValue('开不了机')
    kill(corePid(desk.counter), 'SIGKILL')
    await desk.window.keyboard.press('Shift+Enter')
    await desk.window.keyboard.press('End')
    await desk.window.keyboard.type('；还漏电')
    await expect(desk.window.locator(fault)).toHaveValue('开不了机；还漏电')
    await expect(desk.window.locator('.summary-draft')).toContainText('草稿已存', { timeout: 30_000 })
    await desk.window.keyboard.type('，很急')
    await desk.window.keyboard.press('Escape')

    await desk.restart()
    const { window } = desk
    await expect(window.locator('.draft-line')).toContainText(known.name)
    await window.keyboard.press('F2')
    await expect(window.getByRole('listbox', { name: '没写完的单子' })).toContainText(known.name)
    await window.keyboard.press('Shift+F6')
    await expect(window.locator(fault)).toHaveValue('开不了机；还漏电，很急')
    await expect(window.locator('.chosen-name').first()).toHaveText(known.name)
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.saved-strip')).toBeVisible()
    await expect.poll(async () => (await value(window, 'draft.list', {})).drafts).toEqual([])
  }))

test('INT-11 a form is parked and taken back, and F2 parks by itself', () =>
  withDesk(async ({ window }) => {
    await window.keyboard.press('F2')
    await window.keyboard.type('13700000001')
    await window.keyboard.press('Enter')
    await expect(window.getByLabel('姓名', { exact: true })).toBeFocused()
    await window.keyboard.type('申屠甲')
    await window.keyboard.press('F6')
    await expect(window.locator('.notice')).toContainText('已挂单')
    await window.keyboard.type('13700000002')
    await window.keyboard.press('Enter')
    await expect(window.getByLabel('姓名', { exact: true })).toBeFocused()
    await window.keyboard.type('申屠乙')
    await window.keyboard.press('F2')
    await expect(window.getByRole('listbox', { name: '没写完的单子' }).getByRole('option')).toHaveCount(2)
    await window.keyboard.press('Shift+F6')
    await expect(window.getByRole('listbox', { name: '没写完的单子' })).toBeFocused()
    await window.keyboard.press('2')
    await expect(window.locator('.summary-who')).toContainText('申屠甲')
  }))

test('typing never waits for the core, and nothing typed is lost while it does not answer', () =>
  withDesk(async ({ window, counter }) => {
    await window.keyboard.press('F2')
    await window.keyboard.press('Alt+3')
    const words = 'The customer says that it hums and then the screen goes dark after ten minutes. '
    const time = async (): Promise<number> => {
      const started = Date.now()
      await window.keyboard.type(words)
      return Date.now() - started
    }
    const running = await time()
    const pid = corePid(counter)
    kill(pid, 'SIGSTOP')
    const stopped = await time()
    await expect(window.locator(fault)).toHaveValue(words + words)
    kill(pid, 'SIGCONT')
    expect(stopped).toBeLessThan(running * 3 + 1_000)
    await expect(window.locator('.summary-draft')).toContainText('草稿已存', { timeout: 30_000 })
  }))

test('an input method composes in every field without anything firing, and full-width digits are understood', () =>
  withDesk(async ({ window }) => {
    await window.keyboard.press('F2')
    await compose(window, 'wangxm', '王小明明')
    await imeEnter(window)
    await expect(window.getByPlaceholder('尾号四位')).toHaveValue('王小明明')
    await expect(window.locator('.intake-hint', { hasText: '没有查到' })).toBeVisible()
    await imeEnter(window)
    await expect(window.locator('.new-mark')).toHaveCount(0)
    await window.keyboard.press('Enter')
    await expect(window.locator('.new-mark')).toHaveCount(1)
    await compose(window, '1', '１３６１２３４５６７８')
    await window.keyboard.press('Alt+3')
    await compose(window, 'kblj', '开不了机')
    await imeEnter(window)
    await expect(window.locator(fault)).toHaveValue('开不了机')
    await expect(window.locator(fault)).toBeFocused()
    await compose(window, 'lp', '蓝屏')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await compose(window, '2', '２００。５')
    await window.keyboard.press('Alt+2')
    await window.keyboard.type('1')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await window.keyboard.type('sn77')
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('.saved-strip')).toBeVisible()
    const orders = await newestOrders(window)
    const order = await value(window, 'order.get', { id: orders[0]?.id })
    expect(order).toMatchObject({
      customer: { name: '王小明明', phones: [{ key: '13612345678' }] },
      reportedFault: '开不了机蓝屏',
      limitFen: 20_050,
      device: { serial: 'sn77' },
    })
  }))

test('INT-3 photos come from the camera in place, and the passcode is in no draft', () =>
  withDesk(
    async ({ window }) => {
      const known = await regularCustomer(window)
      await window.keyboard.press('F2')
      await window.keyboard.type(known.tail)
      await window.keyboard.press('Enter')
      await window.keyboard.type('1')
      await window.keyboard.type('kblj')
      await window.keyboard.press('F8')
      await expect(window.locator('.camera-side')).toContainText('已拍 0 张')
      await window.keyboard.press('Space')
      await expect(window.locator('.photo img')).toHaveCount(1)
      await window.keyboard.press('Escape')
      await window.getByLabel('开机密码').fill('geheim-4711')
      await window.waitForTimeout(QUIET)
      await expect(window.locator('.summary-draft')).toContainText('草稿已存')
      const { drafts } = await value(window, 'draft.list', {})
      expect(JSON.stringify(drafts)).not.toContain('geheim')
      await window.keyboard.press('Alt+3')
      await window.keyboard.press('Control+Enter')
      await expect(window.locator('.saved-strip')).toBeVisible()
      const orders = await newestOrders(window)
      const order = await value(window, 'order.get', { id: orders[0]?.id })
      expect([order.photos.map(({ mime }) => mime), order.hasPasscode]).toEqual([['image/jpeg'], true])
      const photo = await value(window, 'attachment.get', { hash: order.photos[0]?.hash })
      expect(photo.data.length * 0.75).toBeLessThan(310 * 1024)
    },
    ['--use-fake-device-for-media-stream'],
  ))
