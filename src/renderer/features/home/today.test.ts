import { describe, expect, it } from 'vitest'
import type { OrderLine } from '#shared/contract/orders.ts'
import { contactsDue, endOfToday, waitingLongest } from './today.ts'

const line = (id: string, stateSince: number, nextContactBy: number | null): OrderLine => ({
  id,
  number: id,
  state: 'accepted',
  stateSince,
  customerId: '',
  customerName: '',
  company: '',
  device: '',
  serial: '',
  reportedFault: '',
  important: false,
  starred: false,
  nextContactBy,
  printed: true,
  papersOutdated: false,
  createdAt: 0,
})
const at = (text: string) => Date.parse(text)
const orders = [line('new', 300, null), line('old', 100, 50), line('middle', 200, 10)]

describe('the home screen', () => {
  it('shows who waits longest first', () => {
    expect(waitingLongest(orders, 2).map(({ id }) => id)).toEqual(['old', 'middle'])
  })

  it('CLK-3 shows promised contacts until the end of the day of the shop, the most overdue first', () => {
    const until = endOfToday(at('2026-11-22T15:30:00Z'), 'Asia/Shanghai')
    expect({
      until: new Date(until).toISOString(),
      due: contactsDue(orders, 60).map(({ id }) => id),
      notYet: contactsDue([line('tomorrow', 0, until), line('tonight', 0, until - 1)], until).map(
        ({ id }) => id,
      ),
    }).toEqual({ until: '2026-11-22T16:00:00.000Z', due: ['middle', 'old'], notYet: ['tonight'] })
  })
})
