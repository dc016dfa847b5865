// Shifts at the drawer (rule SET-8): the blind count, the close, who confirms, and what the report says afterwards.
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '#test/support/core.ts'
import { startTill } from '#test/support/till.ts'

const HOUR = 3_600_000
const cashOf = (methods: readonly { method: string }[]) => methods.find(({ method }) => method === 'cash')

describe('counting', () => {
  it('SET-8 nobody who counts sees what should be there until the count stands; finance and the manager do', async () => {
    const till = await startTill()
    const { clerk, finance, manager, take, openShift, count } = till
    await take(30_000)
    await take(5000, 'wechat')
    const id = await openShift()
    const seen = async () => (await clerk.value('shift.current', {})).expected
    expect(await seen()).toBe(null)
    expect(await clerk.refusal('shift.report', { id })).toEqual({ refusal: 'countFirst', field: 'id' })
    expect(
      await clerk.refusal('shift.payOut', { kind: 'toBank', amountFen: 30_010, reason: '存银行' }),
    ).toEqual({ refusal: 'notEnoughInDrawer', field: 'amountFen', mostFen: null })
    const expected = [
      { method: 'cash', amountFen: 30_000 },
      { method: 'wechat', amountFen: 5000 },
      { method: 'alipay', amountFen: 0 },
      { method: 'card', amountFen: 0 },
      { method: 'bank', amountFen: 0 },
    ]
    expect((await finance.value('shift.current', {})).expected).toEqual(expected)
    expect((await manager.value('shift.report', { id })).methods.map((one) => one.expectedFen)).toEqual([
      30_000, 5000, 0, 0, 0,
    ])
    const counted = await count(29_950, { others: [{ method: 'wechat', countedFen: 5000 }] })
    expect(counted).toMatchObject({
      mayRecount: true,
      count: {
        who: '林晓燕',
        blind: true,
        pieces: [
          { noteFen: 10_000, pieces: 2 },
          { noteFen: 5000, pieces: 1 },
          { noteFen: 2000, pieces: 2 },
          { noteFen: 500, pieces: 1 },
          { noteFen: 100, pieces: 4 },
          { noteFen: 50, pieces: 1 },
        ],
      },
    })
    expect(counted.count.methods.slice(0, 3)).toEqual([
      { method: 'cash', expectedFen: 30_000, countedFen: 29_950, differenceFen: -50 },
      { method: 'wechat', expectedFen: 5000, countedFen: 5000, differenceFen: 0 },
      { method: 'alipay', expectedFen: 0, countedFen: null, differenceFen: null },
    ])
    expect(await seen()).toEqual(expected)
    // Money came: the next count is of other money, and what should be there is hidden again.
    await take(100)
    expect(await seen()).toBe(null)
    await manager.value('shop.changeSettings', { blindCount: false })
    expect(await seen()).toHaveLength(5)
  })

  it('SET-8 the same money is counted again once, and both counts stay', async () => {
    const { clerk, take, count, openShift } = await startTill()
    await take(10_000)
    await count(9000)
    const again = await count(10_000)
    expect(again.mayRecount).toBe(false)
    const id = await openShift()
    const third = { id, pieces: [{ noteFen: 10_000, pieces: 1 }] } as const
    expect(await clerk.refusal('shift.count', { ...third, pieces: [...third.pieces] })).toEqual({
      refusal: 'alreadyRecounted',
      field: 'id',
    })
    const { counts } = await clerk.value('shift.report', { id })
    expect(counts.map(({ blind, methods }) => [blind, cashOf(methods)])).toEqual([
      [true, { method: 'cash', expectedFen: 10_000, countedFen: 9000, differenceFen: -1000 }],
      [false, { method: 'cash', expectedFen: 10_000, countedFen: 10_000, differenceFen: 0 }],
    ])
    await take(10)
    expect((await count(10_010)).mayRecount).toBe(true)
  })

  it('SET-8 a note or a method that is entered twice is refused', async () => {
    const { clerk, take, openShift } = await startTill()
    await take(10_000)
    const id = await openShift()
    const note = { noteFen: 100, pieces: 1 } as const
    expect(await clerk.refusal('shift.count', { id, pieces: [note, note] })).toEqual({
      refusal: 'noteTwice',
      field: 'pieces.1.noteFen',
      noteFen: 100,
    })
    const other = { method: 'card', countedFen: 1 } as const
    expect(await clerk.refusal('shift.count', { id, pieces: [note], others: [other, other] })).toEqual({
      refusal: 'methodTwice',
      field: 'others.1.method',
      method: 'card',
    })
  })
})

describe('closing', () => {
  it('SET-8 a difference above the limit takes a reason and is booked; what is taken lies in the safe, the rest is the next float', async () => {
    const till = await startTill()
    const { manager, clerk, take, count, openShift, clock, close } = till
    await clerk.value('shift.payIn', { kind: 'ownerFunds', amountFen: 20_000, reason: '备用金' })
    await take(30_000)
    const id = await openShift()
    const { count: counted } = await count(49_500)
    expect(await clerk.refusal('shift.close', { id, countId: counted.id, takenFen: 30_000 })).toEqual({
      refusal: 'differenceReasonMissing',
      field: 'reason',
      differenceFen: -500,
      limitFen: 0,
    })
    expect(
      await clerk.refusal('shift.close', { id, countId: counted.id, takenFen: 49_510, reason: '找错' }),
    ).toEqual({ refusal: 'takenTooMuch', field: 'takenFen', mostFen: 49_500 })
    clock.now += HOUR
    const report = await close(counted.id, { takenFen: 29_500, reason: '找零找错' })
    expect(report).toMatchObject({
      shift: {
        id,
        standing: 'closed',
        closedAt: clock.now,
        closedBy: '林晓燕',
        differenceFen: -500,
        leftFen: 20_000,
      },
      drawer: '收银台',
      floatFen: 0,
      receipts: 1,
      takers: [{ who: '林晓燕', method: 'cash', receipts: 1, amountFen: 30_000 }],
      cashMoves: [{ kind: 'ownerFunds', amountFen: 20_000, reason: '备用金', who: '林晓燕', approvedBy: '' }],
      close: {
        at: clock.now,
        who: '林晓燕',
        nextWho: '',
        takenFen: 29_500,
        leftFen: 20_000,
        reason: '找零找错',
      },
      confirmation: null,
    })
    expect(cashOf(report.methods)).toEqual({
      method: 'cash',
      receiptsFen: 30_000,
      refundsFen: 0,
      payInsFen: 20_000,
      payOutsFen: 0,
      expectedFen: 50_000,
      countedFen: 49_500,
      differenceFen: -500,
    })
    expect(report.openings.map(({ reason }) => reason)).toEqual(['备用金', '', report.shift.number])
    // No shift is open until money moves, and what was left is there.
    expect(await clerk.value('shift.current', {})).toMatchObject({
      shift: null,
      floatFen: 20_000,
      expected: null,
    })
    await take(1000)
    expect(await manager.value('shift.current', {})).toMatchObject({
      floatFen: 20_000,
      expected: [{ method: 'cash', amountFen: 21_000 }, {}, {}, {}, {}],
    })
    // 29 500 lie in the safe, and not more.
    expect(
      await clerk.refusal('shift.payIn', { kind: 'fromSafe', amountFen: 29_510, reason: '换零' }),
    ).toEqual({ refusal: 'notEnoughInSafe', field: 'amountFen', mostFen: 29_500 })
    await clerk.value('shift.payIn', { kind: 'fromSafe', amountFen: 29_500, reason: '换零' })
    // Neither later money nor another reader changes what the closed shift says.
    expect(await manager.value('shift.report', { id })).toEqual(report)
    expect(await clerk.value('shift.report', { id })).toEqual(report)
    expect(await till.problems()).toEqual([])
  })

  it('SET-8 a difference within the shop’s limit needs no reason; also what other methods lack is a difference', async () => {
    const { manager, clerk, take, count, openShift, close, problems } = await startTill()
    await manager.value('shop.changeSettings', { countDifferenceLimitFen: 100 })
    await take(10_000)
    await take(8000, 'alipay')
    const id = await openShift()
    const first = await count(10_100, { others: [{ method: 'alipay', countedFen: 7800 }] })
    expect(await clerk.refusal('shift.close', { id, countId: first.count.id, takenFen: 0 })).toEqual({
      refusal: 'differenceReasonMissing',
      field: 'reason',
      differenceFen: -200,
      limitFen: 100,
    })
    const second = await count(10_100, { others: [{ method: 'alipay', countedFen: 8000 }] })
    expect((await close(second.count.id)).shift).toMatchObject({ differenceFen: 100, leftFen: 10_100 })
    expect(await problems()).toEqual([])
  })

  it('SET-8 of two who close at the same time one does; the other is told who', async () => {
    const { cashier, clerk, take, count, openShift, clock } = await startTill()
    await take(10_000)
    const id = await openShift()
    const { count: counted } = await count(10_000)
    const input = { id, countId: counted.id, takenFen: 10_000 }
    const answers = await Promise.all([clerk.ask('shift.close', input), cashier.ask('shift.close', input)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(answers[1]).toMatchObject({
      refusal: { refusal: 'shiftAlreadyClosed', field: 'id', who: '林晓燕', at: clock.now },
    })
    expect(await cashier.refusal('shift.count', { id, pieces: [] })).toMatchObject({
      refusal: 'shiftAlreadyClosed',
    })
    expect((await clerk.value('shift.current', {})).shifts).toHaveLength(1)
  })

  it('SET-8 money between count and close, or another count, and it is to be counted again', async () => {
    const { cashier, clerk, take, count, openShift } = await startTill()
    await take(10_000)
    const id = await openShift()
    const { count: first } = await count(10_000)
    await take(500, 'wechat', cashier)
    const closing = (countId: string) => clerk.refusal('shift.close', { id, countId, takenFen: 0 })
    expect(await closing(first.id)).toEqual({ refusal: 'countOutdated', field: 'countId' })
    const { count: second } = await count(10_000)
    const { count: third } = await count(10_000, {}, cashier)
    expect(await closing(second.id)).toEqual({ refusal: 'countOutdated', field: 'countId' })
    await expect(clerk.value('shift.close', { id, countId: third.id, takenFen: 0 })).resolves.toMatchObject({
      shift: { standing: 'closed' },
    })
  })

  it('SET-8 whoever takes the drawer over says so with his own secret and must be allowed to', async () => {
    const { clerk, take, count, openShift, close } = await startTill()
    await take(10_000)
    const id = await openShift()
    const { count: counted } = await count(10_000)
    const closing = (next: { staffNo: string; password?: string }) =>
      clerk.refusal('shift.close', { id, countId: counted.id, takenFen: 0, next })
    expect(await closing({ staffNo: '2005' })).toEqual({ refusal: 'secretMissing', field: 'next.password' })
    expect(await closing({ staffNo: '2005', password: 'wrong-1' })).toMatchObject({
      refusal: 'wrongPassword',
    })
    expect(await closing({ staffNo: '2003', password: PASSWORD })).toEqual({
      refusal: 'mayNotTakeOver',
      field: 'next.staffNo',
      name: '李卫国',
    })
    const report = await close(counted.id, { next: { staffNo: '2005', password: PASSWORD } })
    expect(report.close).toMatchObject({ who: '林晓燕', nextWho: '周收银', leftFen: 10_000 })
  })
})

describe('confirming', () => {
  it('SET-8 STF-2 whoever counted or closed does not confirm; in a small shop he does, and it is listed', async () => {
    const till = await startTill()
    const { manager, clerk, finance, take, count, close, openShift, clock } = till
    await take(10_000)
    const id = await openShift()
    expect(await manager.refusal('shift.confirm', { id })).toMatchObject({ refusal: 'shiftStillOpen' })
    await count(10_000, {}, manager)
    const { count: counted } = await count(10_000)
    await close(counted.id)
    expect(await clerk.refusal('shift.confirm', { id })).toMatchObject({ refusal: 'notAllowed' })
    // The manager counted too, although another closed on a later count.
    expect(await manager.refusal('shift.confirm', { id })).toEqual({ refusal: 'ownCount', field: 'id' })
    const report = await finance.value('shift.confirm', { id, note: '核对无误' })
    expect(report.shift.standing).toBe('confirmed')
    expect(report.confirmation).toEqual({ at: clock.now, who: '孙会计', alone: false, note: '核对无误' })
    expect(await finance.refusal('shift.confirm', { id })).toEqual({
      refusal: 'shiftAlreadyConfirmed',
      field: 'id',
      who: '孙会计',
      at: clock.now,
    })

    for (const worker of [till.dispatcher, till.secondTechnician, till.cashier])
      await manager.value('staff.change', { id: worker.staffId, active: false })
    await take(1000)
    const own = await openShift()
    const { count: alone } = await count(11_000, {}, manager)
    await close(alone.id, {}, manager)
    expect((await manager.value('shift.confirm', { id: own })).confirmation).toMatchObject({ alone: true })
    expect((await manager.value('review.soloActs', {})).acts.map(({ duty }) => duty)).toEqual([
      'confirmsOwnCount',
    ])
    expect((await manager.value('day.current', {})).soloActs).toHaveLength(1)
  })
})
