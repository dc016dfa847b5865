// What the tests of money share: one machine that is ready, with something due for it.
import type { Page } from '@playwright/test'
import { formatNumber, parseNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { expect } from './app.ts'
import { scan } from './intake.ts'
import { RECORD } from './pickup.ts'
import { value } from './shell.ts'

type Line = Readonly<{ kind: string; text: string; payer?: string; priceFen?: number }>

/** The cashier of the demo, who may not approve. */
export const CASHIER = '1002'
/** Clerk and dispatcher: takes no money. */
export const NO_CASHIER = '1004'

let serial = 0

/** Machines without accessories: nothing of them has to be counted. Each was repaired, with its lines. */
export const readyToPay = async (window: Page, name: string, ...machines: readonly (readonly Line[])[]) => {
  const visit = await value(window, 'visit.create', {
    customer: { new: { name, phones: [`1370000${String(serial).padStart(4, '0')}`] } },
    machines: machines.map((_lines, at) => ({
      device: {
        new: {
          category: '笔记本电脑',
          brand: '联想',
          model: ['ThinkPad T14', 'MateBook 14'][at] ?? '小新 Pro',
          serial: `PAY${(serial += 1)}`,
        },
      },
      reportedFault: '不开机',
    })),
  })
  const orders = []
  for (const [at, { id, number }] of visit.orders.entries()) {
    const [technician] = (await value(window, 'dispatch.candidates', { id })).technicians
    const doneBy = technician?.staffId
    await value(window, 'print.pdf', { paper: 'repairOrder', subjectId: id })
    await value(window, 'dispatch.assign', { orders: [{ id }], primary: doneBy })
    await value(window, 'dispatch.receive', { id })
    await value(window, 'service.complete', { id, record: { ...RECORD, lines: machines[at] ?? [] }, doneBy })
    orders.push({ id, number })
  }
  const [order] = orders
  if (!order) throw new Error('no machine')
  return { ...visit, orders, order }
}

export const labour = (yuan: number): Line => ({
  kind: 'labour',
  text: '更换电源板',
  payer: 'customer',
  priceFen: Math.round(yuan * 100),
})

/** The slip under the scanner, once the panel has it. A busy machine may tear a scan apart: then once more. */
export const showSlip = async (window: Page, visitNumber: string): Promise<void> => {
  const { digits } = formatNumber(parseNumber(visitNumber) as NumberParts, 'visit')
  await expect(async () => {
    await scan(window, digits)
    await expect(window.locator('.pickup-chosen').first()).toBeVisible({ timeout: 2000 })
  }).toPass()
}

/** The bill of an order in short. */
export const moneyOf = async (window: Page, id: string) => {
  const money = await value(window, 'settlement.ofOrder', { id })
  const { dueFen, settled, collectedFen, owesFen, depositFen } = money
  return {
    dueFen,
    settled,
    collectedFen,
    owesFen,
    depositFen,
    receipts: money.receipts.map(({ kind, payments }) => [
      kind,
      ...payments.map(({ method, amountFen, tenderedFen }) => [method, amountFen, tenderedFen]),
    ]),
  }
}

/** An order by its number from anywhere. */
export const openByNumber = async (window: Page, number: string): Promise<void> => {
  await window.keyboard.press('Control+k')
  await window.keyboard.type(number)
  await expect(window.locator('search [role=option]').filter({ hasText: number }).first()).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.locator('.order-head-number:visible')).toHaveText(number)
}
