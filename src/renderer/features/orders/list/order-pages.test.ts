import { describe, expect, it } from 'vitest'
import type { OrderLine } from '#shared/contract/orders.ts'
import { createOrderPages } from './order-pages.ts'
import type { AskOrders } from './order-pages.ts'

const line = (n: number): OrderLine => ({
  id: `order-${n}`,
  number: `SZ01-${n}`,
  state: 'pendingDispatch',
  label: 'pendingDispatch',
  stateSince: n,
  customerId: 'c',
  customerName: 'c',
  company: '',
  device: 'd',
  serial: '',
  reportedFault: 'f',
  important: false,
  starred: false,
  urges: 0,
  nextContactBy: null,
  printed: false,
  papersOutdated: false,
  createdAt: n,
})

/** A core with `rows`, newest first, whose cursor is the number of the last row of a page. */
const coreOf = (rows: OrderLine[]) => {
  const asked: (string | undefined)[] = []
  const held: (() => void)[] = []
  let hold = false
  const ask: AskOrders = async ({ after, limit = 100 }) => {
    asked.push(after)
    if (hold) await new Promise<void>((go) => held.push(go))
    const rest = rows.filter((row) => after === undefined || row.createdAt < Number(after))
    const page = rest.slice(0, limit)
    const next = rest.length > limit ? String(page.at(-1)?.createdAt) : null
    return { ok: true, value: { orders: page, next } }
  }
  return {
    ask,
    asked,
    rows,
    hold: () => (hold = true),
    release: () => {
      hold = false
      for (const go of held.splice(0)) go()
    },
  }
}
const many = (count: number) => Array.from({ length: count }, (_, i) => line(count - i))
const settled = async () => {
  for (let i = 0; i < 40; i += 1) await Promise.resolve()
}
const ids = (rows: readonly OrderLine[]) => rows.map(({ createdAt }) => createdAt)

describe('the pages of the order list', () => {
  it('WO-8 grow as one scrolls, without an end but the last order', async () => {
    const core = coreOf(many(1000))
    const pages = createOrderPages(core.ask)
    pages.open({ view: 'all' })
    await settled()
    const first = pages.now().rows.length
    while (pages.now().more) {
      const { length } = pages.now().rows
      pages.look({ from: length - 10, to: length })
      await settled()
    }
    expect({ first, rows: ids(pages.now().rows), more: pages.now().more }).toEqual({
      first: 400,
      rows: ids(many(1000)),
      more: false,
    })
  })

  it('read again only from the page in sight when something changes, and keep what is above', async () => {
    const core = coreOf(many(1500))
    const pages = createOrderPages(core.ask)
    pages.open({ view: 'all' })
    await settled()
    for (const to of [400, 700, 1000]) {
      pages.look({ from: to - 20, to })
      await settled()
    }
    core.asked.length = 0
    pages.look({ from: 500, to: 520 })
    core.rows.splice(510, 1)
    pages.refresh()
    await settled()
    const rows = ids(pages.now().rows)
    expect({
      asked: core.asked[0],
      gone: rows.includes(990),
      above: rows.slice(0, 510),
      once: new Set(rows).size,
    }).toEqual({
      asked: '1101',
      gone: false,
      above: ids(many(1500)).slice(0, 510),
      once: rows.length,
    })
  })

  it('show a new order at the top after a refresh', async () => {
    const core = coreOf(many(5))
    const pages = createOrderPages(core.ask)
    pages.open({ view: 'all' })
    await settled()
    core.rows.unshift(line(6))
    pages.refresh()
    await settled()
    expect(ids(pages.now().rows)).toEqual([6, 5, 4, 3, 2, 1])
  })

  it('drop the answer of a list that is no longer wanted', async () => {
    const core = coreOf(many(5))
    const pages = createOrderPages(core.ask)
    core.hold()
    pages.open({ view: 'all' })
    pages.open({ view: 'starred' })
    core.release()
    await settled()
    expect([pages.now().of, pages.now().rows.length]).toEqual([{ view: 'starred' }, 5])
  })

  it('follow a change that came while they were reading', async () => {
    const core = coreOf(many(5))
    const pages = createOrderPages(core.ask)
    pages.open({ view: 'all' })
    await settled()
    core.hold()
    pages.refresh()
    pages.refresh()
    core.rows.unshift(line(6))
    core.release()
    await settled()
    expect([ids(pages.now().rows), core.asked.length]).toEqual([[6, 5, 4, 3, 2, 1], 3])
  })

  it('keep the rows when a later page cannot be read, and go on from there when asked to', async () => {
    const core = coreOf(many(500))
    let broken = false
    const pages = createOrderPages((params) =>
      broken ? Promise.resolve({ ok: false, problem: { kind: 'fault', faultId: 'f' } }) : core.ask(params),
    )
    pages.open({ view: 'all' })
    await settled()
    broken = true
    pages.look({ from: 390, to: 400 })
    await settled()
    const kept = [pages.now().rows.length, pages.now().problem]
    broken = false
    pages.retry()
    await settled()
    pages.look({ from: 390, to: 400 })
    await settled()
    expect([kept, pages.now().problem, pages.now().rows.length]).toEqual([
      [400, { kind: 'fault', faultId: 'f' }],
      undefined,
      500,
    ])
  })
})
