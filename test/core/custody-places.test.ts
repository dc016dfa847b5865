// Shelves, benches and loaners (rule CLS-7).
import { describe, expect, it } from 'vitest'
import type { Params } from '#shared/contract/index.ts'
import { START } from '#test/support/core.ts'
import { label, moves, open } from '#test/support/custody-shop.ts'

const DAY = 86_400_000

describe('shelves and benches', () => {
  it('CLS-7 a code means one thing, and one that a document could have is nobody’s', async () => {
    const { manager, order } = await open()
    const add = (code: string) => manager.refusal('custody.addPlace', { name: 'B', kind: 'shelf', code })
    expect([
      await add('GZ-2'),
      await add(order.number),
      await manager.refusal('custody.addLoaner', {
        name: 'L',
        serial: '',
        accessories: '',
        remark: '',
        code: 'GZ-2',
      }),
      await manager.badField('custody.addPlace', { name: 'B', kind: 'shelf', code: '货架' }),
    ]).toEqual([
      { refusal: 'codeTaken', field: 'code', name: '工作台 2' },
      { refusal: 'codeTaken', field: 'code', name: order.number },
      { refusal: 'codeTaken', field: 'code', name: '工作台 2' },
      'code',
    ])
  })

  it('CLS-7 a place is out of use only when it is empty', async () => {
    const { manager, order, shelf } = await open()
    await manager.value('custody.move', { codes: [label(order.number)], to: { code: shelf.code } })
    const change = (changes: Params<'custody.changePlace'>['changes']) =>
      manager.ask('custody.changePlace', { id: shelf.id, changes })
    expect(await change({ active: false })).toMatchObject({
      refusal: { refusal: 'placeNotEmpty', field: 'changes.active', holds: 1 },
    })
    expect(await change({ kind: 'bench' })).toMatchObject({ refusal: { field: 'changes.kind', holds: 1 } })
    expect(await change({ name: '货架 A2' })).toMatchObject({
      value: { ...shelf, name: '货架 A2', holds: 1 },
    })
    await manager.value('custody.move', { codes: [label(order.number)], to: { kind: 'counter' } })
    expect(await change({ active: false })).toMatchObject({ value: { active: false, holds: 0 } })
    const refused = await manager.refusal('custody.move', {
      codes: [label(order.number)],
      to: { code: shelf.code },
    })
    expect(refused).toEqual({ refusal: 'unknownPlace', field: 'to.code' })
  })
})

describe('loaners', () => {
  const LOANER = { name: '备用手机 1', serial: 'SN1', accessories: '充电线', remark: '' }

  it('CLS-7 a loaner is with one customer at a time, asked for by scan, and told by the order', async () => {
    const { manager, order, clock } = await open()
    const loaner = await manager.value('custody.addLoaner', LOANER)
    const lend = { orderId: order.id, loaner: loaner.code, backBy: '2026-11-25', condition: '屏幕有划痕' }
    expect(await manager.refusal('custody.lend', { ...lend, backBy: '2026-11-21' })).toEqual({
      refusal: 'returnInPast',
      field: 'backBy',
    })
    const lent = await manager.value('custody.lend', lend)
    const out = {
      orderId: order.id,
      number: order.number,
      customerName: '张三',
      lentAt: START,
      backBy: Date.UTC(2026, 10, 24, 16),
      overdue: false,
    }
    expect(lent).toEqual({ ...loaner, lent: out })
    expect(await manager.refusal('custody.lend', { ...lend, loaner: loaner.id })).toEqual({
      refusal: 'loanerIsOut',
      field: 'loaner',
      number: order.number,
    })
    expect(
      await manager.refusal('custody.changeLoaner', { id: loaner.id, changes: { active: false } }),
    ).toMatchObject({ refusal: 'loanerIsOut' })
    expect(await manager.refusal('custody.move', { codes: [loaner.code], to: { kind: 'counter' } })).toEqual({
      refusal: 'needsVerb',
      field: 'codes.0',
      command: 'takeBack',
      number: order.number,
    })
    const { items } = await manager.value('custody.ofOrder', { id: order.id })
    expect(items.at(-1)).toMatchObject({
      item: `loaner:${loaner.id}`,
      kind: 'loaner',
      code: loaner.code,
      place: { kind: 'customer', id: null, name: '张三' },
    })
    clock.now += 4 * DAY
    expect(await manager.value('custody.find', { code: loaner.code })).toEqual({
      what: 'loaner',
      loaner: { ...loaner, lent: { ...out, overdue: true } },
    })
    expect((await manager.value('search.find', { text: loaner.code })).hits).toEqual([
      {
        kind: 'loaner',
        id: loaner.id,
        code: loaner.code,
        name: loaner.name,
        lentTo: { orderId: order.id, number: order.number, customerName: '张三' },
      },
    ])
    expect(await manager.value('custody.takeBack', { loaner: loaner.code, condition: '少一根线' })).toEqual(
      loaner,
    )
    expect(await manager.refusal('custody.takeBack', { loaner: loaner.code })).toEqual({
      refusal: 'loanerNotOut',
      field: 'loaner',
    })
    const { log } = await manager.value('order.log', { id: order.id })
    expect(log.slice(-2).map(({ action, changes, remark }) => ({ action, changes, remark }))).toEqual([
      { action: 'order.loanerLent', changes: { loaner: [null, LOANER.name] }, remark: '屏幕有划痕' },
      { action: 'order.loanerReturned', changes: { loaner: [LOANER.name, null] }, remark: '少一根线' },
    ])
    expect(await moves(manager, order.id)).toEqual([
      [`loaner:${loaner.id}`, 'customer', 'counter'],
      [`loaner:${loaner.id}`, 'counter', 'customer'],
    ])
  })

  it('CLS-7 nothing is lent for an order that is over', async () => {
    const { manager, order, leave } = await open()
    const loaner = await manager.value('custody.addLoaner', LOANER)
    const lend = { orderId: order.id, loaner: loaner.code }
    const answers = []
    for (const [place, state] of [
      ['withCustomer', 'pendingClose'],
      ['withCustomer', 'closed'],
      ['none', 'cancelled'],
    ] as const) {
      leave(place, state)
      answers.push(await manager.refusal('custody.lend', lend))
    }
    const over = { refusal: 'orderIsOver', field: 'orderId', number: order.number }
    expect(answers).toEqual([over, over, over])
    leave('here')
    await manager.value('custody.changeLoaner', { id: loaner.id, changes: { active: false } })
    expect(await manager.refusal('custody.lend', lend)).toEqual({ refusal: 'unknownLoaner', field: 'loaner' })
  })
})
