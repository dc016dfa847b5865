import { describe, expect, it } from 'vitest'
import type { PrintJob } from '#shared/contract/printing.ts'
import { lastJobs, proposedSheets, sheetsOf } from './order-sheets.ts'

const order = { id: 'order', visitId: 'visit', accessories: [{ name: 'charger', count: 1 }] }
const job = (id: string, part: Partial<PrintJob>): PrintJob => ({
  id,
  paper: 'repairOrder',
  copy: 'customer',
  subjectId: 'order',
  reprint: 0,
  printer: 'Front',
  copies: 1,
  result: 'printed',
  message: '',
  at: 1,
  who: 'Li',
  ...part,
})

describe('the papers of an order', () => {
  it('are three copies, the slip of the visit and the labels; none for accessories that are not there', () => {
    expect(
      [sheetsOf(order), sheetsOf({ ...order, accessories: [] })].map((all) => all.map(({ key }) => key)),
    ).toEqual([
      [
        'repairOrder.customer',
        'repairOrder.bench',
        'repairOrder.counter',
        'pickupSlip',
        'deviceLabel',
        'accessoryLabel',
      ],
      ['repairOrder.customer', 'repairOrder.bench', 'repairOrder.counter', 'pickupSlip', 'deviceLabel'],
    ])
  })

  it('know the latest job that brought something onto paper', () => {
    const last = lastJobs(sheetsOf(order), [
      job('failed', { result: 'failed', at: 3 }),
      job('second', { at: 2 }),
      job('first', {}),
      job('slip', { paper: 'pickupSlip', subjectId: 'visit' }),
    ])
    expect([...last].map(([key, { id }]) => [key, id])).toEqual([
      ['repairOrder.customer', 'second'],
      ['pickupSlip', 'slip'],
    ])
  })

  it('INT-15 offers for reprinting exactly what people hold in an old version', () => {
    const sheets = sheetsOf(order)
    const last = lastJobs(sheets, [
      job('a', { copy: 'bench' }),
      job('b', { paper: 'pickupSlip', subjectId: 'visit' }),
    ])
    const offered = (printedAt: number | null, papersOutdated: boolean, known = last) =>
      proposedSheets({ printedAt, papersOutdated }, sheets, known)
    expect([offered(1, true), offered(null, false, new Map()), offered(1, false)]).toEqual([
      ['repairOrder.bench', 'pickupSlip'],
      ['repairOrder.customer', 'repairOrder.bench', 'pickupSlip'],
      ['repairOrder.customer'],
    ])
  })
})
