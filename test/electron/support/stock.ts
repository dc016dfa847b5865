// A stock for the tests of its screen: a few parts on the shelf, a second warehouse, an order that wants one of them.
import type { Page } from '@playwright/test'
import { expect } from './app.ts'
import { value } from './shell.ts'

const PART = {
  spec: '',
  kind: 'part',
  unit: '个',
  decimals: 0,
  serialTracked: false,
  oldReturnable: false,
  models: [],
  barcode: null,
  priceFen: 10_000,
  prices: {},
  minimum: 0,
  warrantyDays: null,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: null,
} as const

/** As a wedge scanner types into whatever has the focus: digits faster than any hand, then Enter. */
export const scan = async (window: Page, digits: string): Promise<void> => {
  await window.keyboard.type(digits)
  await window.keyboard.press('Enter')
}

/** The same without the characters, which no test can type as fast as a scanner does. */
export const burst = (window: Page, digits: string): Promise<void> =>
  window.evaluate((text) => {
    const target = document.activeElement ?? document.body
    const press = (key: string, code: string) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
    for (const digit of text) press(digit, `Digit${digit}`)
    press('Enter', 'Enter')
  }, digits)

export const TONER = '6908888000011'
export const SCREEN = '6908888000028'

/** Toner and screens with barcodes, boards with serials, wire by the metre, beside the demo's own; a second warehouse. */
export const furnishStock = async (window: Page) => {
  const add = async (more: object) => (await value(window, 'part.add', { ...PART, ...more })).id
  const toner = await add({
    code: 'X-TK',
    name: '试用硒鼓',
    spec: '京瓷 FS-1040，黑色',
    unit: '支',
    barcode: TONER,
    minimum: 5000,
  })
  const screen = await add({
    code: 'X-LCD',
    name: '试用液晶屏',
    spec: '1920×1080 30 针',
    unit: '块',
    barcode: SCREEN,
    oldReturnable: true,
  })
  const board = await add({ code: 'X-MB', name: '试用主板', unit: '块', serialTracked: true })
  const wire = await add({ code: 'X-WIRE', name: '试用导线', unit: '米', decimals: 1, minimum: 20_000 })
  const other = await value(window, 'stock.addWarehouse', { code: 'X2', name: '二号库' })
  const { warehouses } = await value(window, 'stock.places', {})
  const home = warehouses[0]
  // A bin of their own: the demo's parts lie in the others.
  const own = { warehouseId: home?.id, kind: 'bin', code: 'X-01', name: '试用位' }
  const bin = (await value(window, 'stock.addPlace', own)).id
  const bad = home?.places.find(({ kind }) => kind === 'defective')?.id ?? ''
  const receive = (partId: string, quantity: number, costFen: number, serials: string[] = []) =>
    value(window, 'stock.receive', {
      lines: [{ partId, quantity, costFen, serials, placeId: bin }],
      reason: '送货单 88',
    })
  return { toner, screen, board, wire, other, home: home?.id ?? '', bin, bad, receive }
}

/** By keys down a list to the row that says so. */
export const stepTo = async (window: Page, grid: string, text: string): Promise<void> => {
  const current = window.locator(`${grid} .vlist-current`)
  await window.keyboard.press('Home')
  for (let row = 0; row < 200; row += 1) {
    if ((await current.textContent())?.includes(text)) return
    await window.keyboard.press('ArrowDown')
  }
  throw new Error(`no row says ${text}`)
}

/** Chooses in the head of a form: by digit among few, by words among many. */
export const choose = async (window: Page, field: string, name: string): Promise<void> => {
  const box = window.locator(`[data-stock-field=${field}]`)
  const list = box.locator('[role=listbox].digit-picker')
  if ((await list.count()) > 0) {
    const names = await list.locator('[role=option]').allTextContents()
    await list.focus()
    await window.keyboard.press(String(names.findIndex((one) => one.includes(name)) + 1))
  } else {
    await box.locator('input').focus()
    await window.keyboard.type(name)
    await window.keyboard.press('Enter')
  }
  await expect(box).toContainText(name)
  await window.keyboard.press('Control+f')
}

/** An order of the demo that somebody works on. */
export const orderAtWork = async (window: Page) => {
  const { orders } = await value(window, 'order.list', { view: 'unfinished', state: 'inService', limit: 500 })
  const order = orders[0]
  if (!order) throw new Error('nobody works on anything')
  return order
}

/** A screen was put into that order, and the old one is owed, tagged, or both. */
export const oldScreens = async (window: Page, orderId: string, screen: string) => {
  const issued = await value(window, 'orderPart.issue', {
    id: orderId,
    lines: [{ partId: screen, quantity: 2000, misfitReason: '通用' }],
  })
  const orderPartId = issued.orderPartIds[0] ?? ''
  await value(window, 'orderPart.use', { id: orderId, lines: [{ orderPartId, quantity: 2000 }] })
  await value(window, 'orderPart.returnOld', {
    id: orderId,
    lines: [{ orderPartId, quantity: 1000, serial: 'LP140-77', fault: '花屏' }],
  })
  return orderPartId
}
