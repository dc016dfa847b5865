// A stock for the tests of its screen: a few parts on the shelf, a second warehouse, an order that wants one of them.
import type { Page } from '@playwright/test'
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

export const TONER = '6901234567892'
export const SCREEN = '6909999000011'

/** Toner and screens with barcodes, boards with serials, wire by the metre; a bin, a defective bin, a second warehouse. */
export const furnishStock = async (window: Page) => {
  const add = async (more: object) => (await value(window, 'part.add', { ...PART, ...more })).id
  const toner = await add({
    code: 'TK-1110',
    name: '硒鼓',
    spec: '京瓷 FS-1040，黑色',
    unit: '支',
    barcode: TONER,
    minimum: 5000,
  })
  const screen = await add({
    code: 'LCD-14',
    name: '液晶屏 14 寸',
    spec: '1920×1080 30 针',
    unit: '块',
    barcode: SCREEN,
    oldReturnable: true,
  })
  const board = await add({ code: 'MB-T14', name: '主板 ThinkPad T14', unit: '块', serialTracked: true })
  const wire = await add({ code: 'WIRE-05', name: '导线 0.5 mm²', unit: '米', decimals: 1, minimum: 20_000 })
  const other = await value(window, 'stock.addWarehouse', { code: 'W2', name: '二号库' })
  const { warehouses } = await value(window, 'stock.places', {})
  const home = warehouses[0]
  const bin = home?.places.find(({ kind }) => kind === 'bin')?.id ?? ''
  const bad = home?.places.find(({ kind }) => kind === 'defective')?.id ?? ''
  const receive = (partId: string, quantity: number, costFen: number, serials: string[] = []) =>
    value(window, 'stock.receive', { lines: [{ partId, quantity, costFen, serials }], reason: '送货单 88' })
  return { toner, screen, board, wire, other, home: home?.id ?? '', bin, bad, receive }
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
