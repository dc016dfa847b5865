// The end of a day (rule SET-8): with its shifts closed, with a backup; what comes later stands in the next day.
import { readdirSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { startTill } from '#test/support/till.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

it('SET-8 a day closes with its shifts; what comes later falls into the next one, and a backup is made', async () => {
  const { manager, clerk, take, count, close, openShift, clock, orderId, problems } = await startTill()
  expect(await clerk.refusal('day.close', { day: '2026-11-22' })).toMatchObject({ refusal: 'notAllowed' })
  await take(10_000)
  await take(700, 'wechat')
  const id = await openShift()
  const { shift } = await manager.value('shift.current', {})
  expect(await manager.refusal('day.close', { day: '2026-11-22' })).toEqual({
    refusal: 'shiftsOpen',
    field: 'day',
    numbers: [shift?.number],
  })
  expect(await manager.refusal('day.close', { day: '2026-11-23' })).toEqual({
    refusal: 'dayInFuture',
    field: 'day',
    today: '2026-11-22',
  })
  await close((await count(10_000)).count.id, { takenFen: 8000 })
  const backups = async () => (await manager.value('backup.list', {})).backups
  const closed = await manager.value('day.close', { day: '2026-11-22' })
  expect(closed).toMatchObject({
    day: '2026-11-22',
    nextDay: '2026-11-23',
    shifts: [{ id, standing: 'closed', leftFen: 2000 }],
    soloActs: [],
  })
  expect(closed.totals.slice(0, 2)).toEqual([
    { method: 'cash', receiptsFen: 10_000, refundsFen: 0 },
    { method: 'wechat', receiptsFen: 700, refundsFen: 0 },
  ])
  expect((await backups()).find(({ file }) => file === closed.backup.file)).toMatchObject({
    reason: 'dayClose',
    present: true,
    bytes: closed.backup.bytes,
  })
  expect(await manager.refusal('day.close', { day: '2026-11-22' })).toEqual({
    refusal: 'dayClosed',
    field: 'day',
    day: '2026-11-22',
  })
  // Still the 22nd by the clock.
  clock.now += HOUR
  await take(500)
  const { receipts } = await manager.value('settlement.ofOrder', { id: orderId })
  expect(receipts.map(({ amountFen, day }) => [amountFen, day])).toEqual([
    [500, '2026-11-23'],
    [700, '2026-11-22'],
    [10_000, '2026-11-22'],
  ])
  expect(await manager.value('day.current', {})).toMatchObject({
    day: '2026-11-23',
    today: '2026-11-22',
    openShifts: [{ openedBy: '林晓燕' }],
    closed: [{ day: '2026-11-22', who: '王店长', backup: closed.backup.file }],
  })
  expect(await problems()).toEqual([])
})

it('SET-8 a day that nobody closed ends with the next that somebody closes', async () => {
  const { manager, take, count, close, clock } = await startTill()
  await take(1000)
  await close((await count(1000)).count.id)
  clock.now += DAY
  await take(200)
  // Yesterday’s shift is closed, today’s is of no concern to yesterday.
  clock.now += DAY
  await close((await count(1200)).count.id)
  const closed = await manager.value('day.close', { day: '2026-11-24' })
  expect(closed.shifts).toHaveLength(2)
  expect(closed.totals[0]).toEqual({ method: 'cash', receiptsFen: 1200, refundsFen: 0 })
})

it('SET-8 a clock that is set back in a shift takes no money back to an earlier day', async () => {
  const { manager, take, count, close, openShift, clock, orderId, problems } = await startTill()
  await take(1000)
  clock.now += DAY
  await take(2000)
  clock.now -= 3 * DAY
  await take(3000)
  const { receipts } = await manager.value('settlement.ofOrder', { id: orderId })
  expect(receipts.map(({ amountFen, day }) => [amountFen, day]).toSorted()).toEqual([
    [1000, '2026-11-22'],
    [2000, '2026-11-23'],
    [3000, '2026-11-23'],
  ])
  const id = await openShift()
  const { count: counted } = await count(6000)
  expect((await close(counted.id, { takenFen: 6000 })).methods[0]).toMatchObject({ expectedFen: 6000 })
  expect((await manager.value('shift.report', { id })).receipts).toBe(3)
  clock.now += 3 * DAY
  await manager.value('day.close', { day: '2026-11-23' })
  clock.now -= 10 * DAY
  await take(10)
  expect(await manager.value('day.current', {})).toMatchObject({ day: '2026-11-24', today: '2026-11-13' })
  expect(await manager.refusal('day.close', { day: '2026-11-24' })).toMatchObject({ refusal: 'dayInFuture' })
  expect(await problems()).toEqual([])
})

it('SET-8 backups of two months of days stay, and those that somebody made himself', async () => {
  const { manager, dir } = await startTill()
  const days = Array.from({ length: 70 }, (_, at) => `2025-${101 + at}-dayClose.db`)
  for (const name of [...days, '2025-1-asked.db']) writeFileSync(`${dir}/backups/${name}`, '')
  const { backup } = await manager.value('day.close', { day: '2026-11-22' })
  const kept = readdirSync(`${dir}/backups`).filter((name) => /-(dayClose|asked)\.db$/.test(name))
  expect(kept.toSorted()).toEqual(['2025-1-asked.db', ...days.slice(-61), backup.file].toSorted())
})
