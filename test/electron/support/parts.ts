// What the tests of parts share: a shop with parts on its shelf and an order in a technician's hands.
import type { Page } from '@playwright/test'
import { takeIn } from './orders.ts'
import { value } from './shell.ts'

export const BARCODE = '6921168509256'
const PART = {
  spec: '',
  kind: 'part',
  unit: '块',
  decimals: 0,
  serialTracked: false,
  oldReturnable: true,
  models: [],
  barcode: null,
  priceFen: 32_000,
  prices: {},
  minimum: 0,
  warrantyDays: null,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: null,
}

/** Five power boards with a barcode, one main board with the serial MB-7001, a fan that is not there. */
export const stockUp = async (window: Page) => {
  const add = async (given: Partial<Record<keyof typeof PART, unknown>> & { code: string; name: string }) =>
    (await value(window, 'part.add', { ...PART, ...given })).id
  const power = await add({ code: 'DY-01', name: '电源板', barcode: BARCODE })
  const board = await add({ code: 'ZB-14', name: '主板 T14', serialTracked: true, priceFen: 168_000 })
  const fan = await add({ code: 'FS-02', name: '散热风扇', oldReturnable: false, priceFen: 9800 })
  await value(window, 'stock.receive', {
    lines: [
      { partId: power, quantity: 5000, costFen: 75_000 },
      { partId: board, quantity: 1000, serials: ['MB-7001'], costFen: 96_000 },
    ],
  })
  return { power, board, fan }
}

/** Printed, given to the best technician and received. */
export const atWork = async (window: Page) => {
  const { order } = await takeIn(window)
  const { technicians } = await value(window, 'dispatch.candidates', { id: order.id })
  const primary = technicians[0]?.staffId ?? ''
  await value(window, 'print.pdf', { paper: 'repairOrder', subjectId: order.id })
  await value(window, 'dispatch.assign', { orders: [{ id: order.id }], primary })
  await value(window, 'dispatch.receive', { id: order.id })
  return { order, primary }
}
