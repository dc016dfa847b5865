// The board and the lists: where each order stands, in which order, and whose it is.
import { describe, expect, it } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import type { Value } from '#shared/contract/index.ts'
import { BOARD_COLUMNS, STATES, STATE_INFO, WORK_LISTS } from '#shared/domain/work-order/states.ts'
import type { BoardColumn } from '#shared/domain/work-order/states.ts'
import { boardColumn, stateLabel } from '#shared/domain/work-order/labels.ts'
import { START, signIn, startShop, visit } from '#test/support/core.ts'
import type { TestConnection } from '#test/support/core.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

type Facts = Readonly<Record<string, string | number | null>>

/** Orders as they may have become by commands of other chapters, written beside the core. */
const shopWith = async (orders: readonly Facts[]) => {
  const shop = await startShop()
  const made: Value<'visit.create'>['orders'] = []
  for (let i = 0; i < orders.length; i += 1) {
    const one = await shop.manager.value('visit.create', {
      ...visit({ customer: { new: { name: `客户${i}`, phones: [] } }, notADuplicate: true }),
      machines: [
        {
          device: { new: { category: '笔记本', brand: '联想', model: `T${i}`, serial: `SN-${i}` } },
          reportedFault: '开不了机',
        },
      ],
    })
    made.push(...one.orders)
  }
  const set = (at: number, facts: Facts) => {
    const db = openDriver(`${shop.dir}/counter.db`)
    const names = Object.keys(facts)
    db.prepare(`update work_order set ${names.map((name) => `${name} = ?`).join()} where id = ?`).run(
      ...names.map((name) => facts[name]),
      made[at]?.id,
    )
    db.close()
  }
  for (const [at, facts] of orders.entries()) if (Object.keys(facts).length > 0) set(at, facts)
  const at = (id: string): number => made.findIndex((order) => order.id === id)
  const places = (cards: readonly { id: string }[]) => cards.map(({ id }) => at(id))
  return { ...shop, made, set, places }
}

const technician = async (manager: TestConnection, staffNo: string, name: string) =>
  (await manager.value('staff.add', { staffNo, name, roles: ['technician'], password: 'first-1' })).id

describe('the columns of the board', () => {
  it('WO-5 hold each order where the table of states says, for every state and fact', async () => {
    const everyFact = STATES.flatMap((state) =>
      (['dropOff', 'onSite'] as const).flatMap((service) =>
        (['pickUp', 'delivery'] as const).flatMap((returnBy) =>
          [null, START].flatMap((t2) =>
            [null, START - 30 * DAY, START - 30 * DAY - 1].map((readyAt) => ({
              state,
              service,
              return_by: returnBy,
              t2,
              ready_at: readyAt,
            })),
          ),
        ),
      ),
    )
    // One order takes on every combination in turn: what counts is each single place.
    const { manager, set } = await shopWith([{}])
    const wrong: unknown[] = []
    for (const facts of everyFact) {
      set(0, facts)
      const { columns, lists } = await manager.value('board.columns', {})
      const order = { state: facts.state, service: facts.service, returnBy: facts.return_by }
      const pickupOverdue = facts.ready_at !== null && facts.ready_at < START - 30 * DAY
      const known = { notified: facts.t2 !== null, pickupOverdue }
      const seen = {
        columns: columns.filter(({ count }) => count > 0).map(({ column }) => column),
        cards: columns.flatMap(({ column, cards }) => cards.map(({ label }) => [column, label])),
        lists: lists.filter(({ count }) => count > 0).map(({ list }) => list),
      }
      const column = boardColumn(order, known)
      const { list } = STATE_INFO[facts.state]
      const wanted = {
        columns: column === null ? [] : [column],
        cards: column === null ? [] : [[column, stateLabel(order, known)]],
        lists: list === null ? [] : [list],
      }
      if (JSON.stringify(seen) !== JSON.stringify(wanted)) wrong.push({ facts, seen, wanted })
    }
    expect({ tried: everyFact.length, wrong }).toEqual({ tried: 408, wrong: [] })
  })

  it('WO-5 CLK-11 show the urged first, then the longest overdue, page by page without a gap', async () => {
    const repair = { state: 'inService', next_contact_by: null }
    const { manager, places } = await shopWith([
      { ...repair, promised_at: START + 3 * HOUR },
      { ...repair, promised_at: START - HOUR },
      { ...repair, next_contact_by: START - 2 * HOUR, state: 'repeatService' },
      { ...repair, state_since: START - DAY },
      { ...repair, promised_at: START + 9 * DAY, urges: 1 },
      { ...repair, promised_at: START + 8 * DAY, urges: 1, state: 'repeatService' },
      { ...repair, promised_at: START + 10 * DAY, urges: 3 },
      { ...repair, promised_at: START - HOUR },
    ])
    const all = (await manager.value('board.columns', {})).columns.find(({ column }) => column === 'inRepair')
    const paged: number[] = []
    let after: string | undefined
    do {
      const page = await manager.value('board.column', {
        column: 'inRepair',
        limit: 3,
        ...(after === undefined ? {} : { after }),
      })
      paged.push(...places(page.cards))
      after = page.next ?? undefined
    } while (after !== undefined && paged.length <= 8)
    const inOrder = [6, 5, 4, 3, 2, 1, 7, 0]
    expect({
      count: all?.count,
      late: all?.late,
      lateCards: places(all?.cards.filter((card) => card.late) ?? []),
      cards: places(all?.cards ?? []),
      paged,
      next: all?.next,
    }).toEqual({
      count: 8,
      late: 3,
      lateCards: [2, 1, 7],
      cards: inOrder,
      paged: inOrder,
      next: null,
    })
  })

  it('WO-5 are narrowed to one’s own, starred, important, overdue and urged orders, counts and work lists too', async () => {
    const { manager, made, staffId, connect, places, set } = await shopWith([
      { state: 'inService', next_contact_by: null },
      { state: 'inService', next_contact_by: START - HOUR },
      { state: 'awaitingParts', next_contact_by: null, urges: 2 },
      { state: 'pendingClose', next_contact_by: null, important: 1 },
      { state: 'inService', next_contact_by: null, important: 1 },
    ])
    const other = await technician(manager, '2001', '小李')
    set(0, { created_by: other })
    set(1, { created_by: other })
    await manager.value('order.star', { id: made[2]?.id ?? '', starred: true })
    const seen = async (
      asker: TestConnection,
      view: 'mine' | 'starred' | 'important' | 'overdue' | 'urged',
    ) => {
      const { columns, lists } = await asker.value('board.columns', { view })
      const cards = columns.flatMap((column) => column.cards)
      const paged = await Promise.all(
        BOARD_COLUMNS.map(async (column) => (await asker.value('board.column', { column, view })).cards),
      )
      const listed = await Promise.all(
        WORK_LISTS.map(async (list) => (await asker.value('board.list', { list, view })).cards),
      )
      return {
        cards: places(cards),
        paged: places(paged.flat()),
        count: columns.reduce((sum, { count }) => sum + count, 0),
        listed: places(listed.flat()),
        lists: lists.reduce((sum, { count }) => sum + count, 0),
      }
    }
    const only = (cards: number[], listed: number[] = []) => ({
      cards,
      paged: cards,
      count: cards.length,
      listed,
      lists: listed.length,
    })
    expect({
      mine: await seen(manager, 'mine'),
      starred: await seen(manager, 'starred'),
      important: await seen(manager, 'important'),
      overdue: await seen(manager, 'overdue'),
      urged: await seen(manager, 'urged'),
    }).toEqual({
      mine: only([2, 4], [3]),
      starred: only([2]),
      important: only([4], [3]),
      overdue: only([1]),
      urged: only([2]),
    })
    set(1, { primary_id: staffId })
    expect(places((await manager.value('board.column', { column: 'inRepair', view: 'mine' })).cards)).toEqual(
      [1, 4],
    )
    const colleague = connect()
    await signIn(colleague, '2001', 'first-1')
    await colleague.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'own-word-77' })
    expect(await seen(colleague, 'starred')).toEqual(only([]))
  })

  it('WO-5 change their order with the shop’s pick-up term', async () => {
    const { manager } = await shopWith([
      { state: 'readyForPickup', ready_at: START - 8 * DAY, t2: START - 7 * DAY },
    ])
    const place = async (): Promise<BoardColumn[]> =>
      (await manager.value('board.columns', {})).columns
        .filter(({ count }) => count > 0)
        .map(({ column }) => column)
    const before = await place()
    const settings = await manager.value('shop.settings', {})
    await manager.value('shop.changeSettings', { ...settings, pickupTermDays: 7 })
    expect([before, await place()]).toEqual([['waitingPickup'], ['overduePickup']])
  })
})

it('WO-5 one row per technician says what is in whose hands, and what nobody has yet', async () => {
  const shop = await shopWith([{}, {}, {}, {}, {}, {}])
  const { manager, set, places, staffId } = shop
  const [busy, idle, left, moved] = [
    await technician(manager, '2001', '小李'),
    await technician(manager, '2002', '小王'),
    await technician(manager, '2003', '小赵'),
    await technician(manager, '2004', '小钱'),
  ] as const
  set(0, { state: 'pendingDispatch', primary_id: busy })
  set(1, { state: 'inService', primary_id: busy, promised_at: START - HOUR })
  set(2, { state: 'awaitingParts', primary_id: busy, urges: 1, next_contact_by: null })
  set(3, { state: 'suspended', primary_id: left, next_contact_by: null })
  set(4, { state: 'readyForPickup', primary_id: idle, next_contact_by: null })
  set(5, { state: 'pendingReceive', primary_id: moved, next_contact_by: null })
  await manager.value('staff.change', { id: left, active: false })
  await manager.value('staff.change', { id: moved, roles: ['clerk'] })
  const { rows } = await manager.value('board.technicians', {})
  expect(rows.map((row) => ({ ...row, cards: places(row.cards) }))).toEqual([
    { staffId: null, name: '', active: true, count: 1, late: 0, cards: [0] },
    { staffId: busy, name: '小李', active: true, count: 2, late: 1, cards: [2, 1] },
    { staffId: moved, name: '小钱', active: true, count: 1, late: 0, cards: [5] },
    { staffId: left, name: '小赵', active: false, count: 1, late: 0, cards: [3] },
    { staffId, name: '王店长', active: true, count: 0, late: 0, cards: [] },
    { staffId: idle, name: '小王', active: true, count: 0, late: 0, cards: [] },
  ])
})

it('CLK-3 CLK-11 the home screen is told who waits longest, the urged first, and what is promised until tonight', async () => {
  const tonight = START + 14 * HOUR
  const { manager, places } = await shopWith([
    { state_since: START - HOUR, next_contact_by: tonight - 1 },
    { state_since: START - 5 * HOUR, next_contact_by: tonight },
    { state_since: START - 3 * HOUR, next_contact_by: START - 1 },
    { state_since: START - 2 * HOUR, next_contact_by: START + 9 * DAY, promised_at: START + HOUR },
    { state_since: START, next_contact_by: null, urges: 1, state: 'pendingSettlement' },
    { state_since: START - DAY, next_contact_by: START - DAY, state: 'closed' },
  ])
  const { open, waiting, promised } = await manager.value('board.waiting', {
    until: tonight,
    waiting: 4,
    promised: 2,
  })
  expect({
    open,
    waiting: places(waiting),
    promised: { ...promised, cards: places(promised.cards) },
  }).toEqual({
    open: 5,
    waiting: [4, 1, 2, 3],
    promised: { count: 3, late: 1, cards: [2, 3] },
  })
})

describe('the order list', () => {
  it('CLK-11 urged orders stand first in every list while they are unfinished, page by page without a gap', async () => {
    const { manager, places, made } = await shopWith([
      { urges: 1 },
      {},
      { urges: 2, important: 1 },
      { urges: 5, state: 'closed' },
      { important: 1 },
      { urges: 1, state: 'inService' },
      {},
    ])
    const paged = async (params: Parameters<typeof manager.value<'order.list'>>[1]) => {
      const found: number[] = []
      let after: string | undefined
      do {
        const page = await manager.value('order.list', {
          ...params,
          limit: 2,
          ...(after === undefined ? {} : { after }),
        })
        found.push(...places(page.orders))
        after = page.next ?? undefined
        // A list that comes round again would never end.
      } while (after !== undefined && found.length <= made.length)
      return found
    }
    expect({
      unfinished: await paged({ view: 'unfinished' }),
      all: await paged({ view: 'all' }),
      important: await paged({ view: 'important' }),
      state: await paged({ view: 'all', state: 'inService' }),
      text: await paged({ view: 'all', text: 'SN-' }),
      one: await paged({ view: 'all', text: made[5]?.number ?? '' }),
      urges: (await manager.value('order.list', { view: 'mine' })).orders.map(({ urges }) => urges),
    }).toEqual({
      unfinished: [2, 5, 0, 6, 4, 1],
      all: [2, 5, 0, 6, 4, 3, 1],
      important: [2, 4],
      state: [5],
      text: [2, 5, 0, 6, 4, 3, 1],
      one: [5],
      urges: [2, 1, 1, 0, 0, 0],
    })
  })

  it('WO-5 says of each order what it waits for, as the board does', async () => {
    const { manager } = await shopWith([
      { state: 'accepted', service: 'onSite' },
      { state: 'readyForPickup', ready_at: START - DAY, t2: START },
      { state: 'readyForPickup', ready_at: START - DAY, return_by: 'delivery' },
      { state: 'readyForPickup', ready_at: START - 31 * DAY },
    ])
    const { orders } = await manager.value('order.list', {})
    expect(orders.map(({ label }) => label)).toEqual([
      'overduePickup',
      'toDeliver',
      'waitingPickup',
      'waitingContact',
    ])
  })
})
