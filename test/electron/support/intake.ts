// What tests of intake share: a counter with demo data and a fake printer, a customer whose machine may come in, and
// a keyboard that counts.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import { fakeCups } from '../../print/fake-cups.ts'
import type { FakeCups } from '../../print/fake-cups.ts'
import type { CounterApp, LaunchOptions } from './app.ts'
import { expect, launchCounter, test } from './app.ts'
import type { Lang } from './screens.ts'
import { demoFolder, signIn } from './screens.ts'
import { value } from './shell.ts'

export const PASSWORD = 'demo-1001'

export type IntakeDesk = Readonly<{
  counter: CounterApp
  window: Page
  cups: FakeCups
  /** Closes the program as a person does and opens it again on the same data. */
  restart: () => Promise<void>
  close: () => Promise<void>
}>

// One set of demo data a worker, copied for each test: making it takes longer than most tests.
let demo: ReturnType<typeof demoFolder> | undefined

/** For `afterAll` of the files that open desks. */
export const removeDemo = async (): Promise<void> => {
  await (await demo)?.remove()
  demo = undefined
}

type DeskOptions = LaunchOptions & Readonly<{ lang?: Lang; staffNo?: string }>

/** The program with demo data, its manager signed in on the home screen unless told, and a printer that writes down. */
export const openDesk = async ({
  lang = 'zh-CN',
  staffNo = '1001',
  ...launch
}: DeskOptions = {}): Promise<IntakeDesk> => {
  demo ??= demoFolder(80)
  const own = await mkdtemp(join(tmpdir(), 'repair-counter-intake-'))
  const folder = join(own, 'data')
  await cp((await demo).folder, folder, { recursive: true })
  const cups = fakeCups()
  const env = { ...cups.env, ...launch.env }
  const start = () => launchCounter({ screen: '1280x720', ...launch, dataFolder: folder, env })
  const desk: { counter: CounterApp } = { counter: await start() }
  const enter = async (): Promise<void> => {
    const { window } = desk.counter
    await signIn(window, staffNo, `demo-${staffNo}`)
    await expect(window.locator('.frame')).toBeVisible()
    if (lang === 'en') await window.getByRole('button', { name: 'English' }).click()
  }
  await enter()
  if (staffNo === '1001') await value(desk.counter.window, 'shop.changeSettings', { printer: 'Front' })
  return {
    get window() {
      return desk.counter.window
    },
    get counter() {
      return desk.counter
    },
    cups,
    restart: async () => {
      await desk.counter.close()
      desk.counter = await start()
      await enter()
    },
    close: async () => {
      const { errors, window } = desk.counter
      const info = test.info()
      if (info.status !== info.expectedStatus || info.errors.length > 0)
        await window
          .screenshot({ path: info.outputPath('window.png'), timeout: 5_000 })
          .catch(() => undefined)
      await desk.counter.close()
      cups.remove()
      await rm(own, { recursive: true, force: true })
      expect(errors).toEqual([])
    },
  }
}

export type Regular = Readonly<{
  customerId: string
  name: string
  phone: string
  tail: string
  device: DeviceWithHistory
}>

/** A customer whom four digits find first, and whose newest machine is not in repair. */
export const regularCustomer = async (window: Page): Promise<Regular> => {
  const { orders } = await value(window, 'order.list', { view: 'all', limit: 200 })
  for (const customerId of new Set(orders.map((order) => order.customerId))) {
    const { devices } = await value(window, 'customer.devices', { customerId })
    const [device] = devices
    const open = devices.some(({ orders: past }) =>
      past.some(({ state }) => state !== 'closed' && state !== 'cancelled'),
    )
    if (!device || open) continue
    const customer = await value(window, 'customer.get', { id: customerId })
    const phone = customer.phones[0]?.key ?? ''
    const tail = phone.slice(-4)
    const { hits } = await value(window, 'search.find', { text: tail })
    if (/^1\d{10}$/.test(phone) && hits.length === 1 && hits[0]?.id === customerId)
      return { customerId, name: customer.name, phone, tail, device }
  }
  throw new Error('the demo data has no such customer')
}

export type CountingKeys = Readonly<{
  press: (key: string) => Promise<void>
  type: (text: string) => Promise<void>
  /**
   * Text that is not counted: what the customer says, a name, a serial number from the sticker. It is put into
   * the field as an input method does, once the field is there.
   */
  free: (field: string, text: string) => Promise<void>
  /** Keys that went down in the window, as the window saw them. */
  count: () => Promise<number>
}>

/** Counts every real key that goes down, a chord as its keys; free text is taken off again. */
export const countKeys = async (window: Page): Promise<CountingKeys> => {
  await window.evaluate(() => {
    const counted = globalThis as unknown as { keysDown: number }
    counted.keysDown = 0
    addEventListener(
      'keydown',
      (event) => (counted.keysDown += event.isTrusted && !event.repeat ? 1 : 0),
      true,
    )
  })
  let free = 0
  return {
    press: (key) => window.keyboard.press(key),
    type: (text) => window.keyboard.type(text),
    free: async (field, text) => {
      await expect(window.locator(`[data-spot$="${field}"] input`)).toBeFocused()
      const before = await window.evaluate(() => (globalThis as unknown as { keysDown: number }).keysDown)
      await window.keyboard.type(text)
      const after = await window.evaluate(() => (globalThis as unknown as { keysDown: number }).keysDown)
      free += after - before
    },
    count: async () =>
      (await window.evaluate(() => (globalThis as unknown as { keysDown: number }).keysDown)) - free,
  }
}

/** A composition of an input method: letters that are not text yet, then the words they become. */
export const compose = async (window: Page, letters: string, words: string): Promise<void> => {
  const cdp = await window.context().newCDPSession(window)
  for (let length = 1; length <= letters.length; length += 1) {
    const text = letters.slice(0, length)
    await cdp.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
  }
  await cdp.send('Input.insertText', { text: words })
  await cdp.detach()
}

/** The Enter with which an input method is told to commit: the window sees it as key 229. */
export const imeEnter = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      bubbles: true,
      cancelable: true,
    })
    Object.defineProperty(event, 'keyCode', { value: 229 })
    document.activeElement?.dispatchEvent(event)
  })

/** What a wedge scanner sends: all digits and Enter in one burst of real key events. */
export const scan = async (window: Page, digits: string): Promise<void> => {
  const cdp = await window.context().newCDPSession(window)
  const keys = [...digits].map((digit) => ({
    key: digit,
    code: `Digit${digit}`,
    text: digit,
    windowsVirtualKeyCode: 48 + Number(digit),
  }))
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }
  await Promise.all(
    [...keys, enter].flatMap((key) => [
      cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      cdp.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key: key.key,
        code: key.code,
        windowsVirtualKeyCode: key.windowsVirtualKeyCode,
      }),
    ]),
  )
  await cdp.detach()
}
