// Random days at a till through the contract, beside a model that knows only the rules: the same is refused, and every
// report says what the model says, at its close and at the end of all (rules SET-7, SET-8).
import { expect } from 'vitest'
import type { Method as Command, Params, Value } from '#shared/contract/index.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { createChance } from '#test/faults/support/random.ts'
import type { Chance } from '#test/faults/support/random.ts'
import type { Worker } from './shop-at-work.ts'
import * as rule from './till-model.ts'
import { METHODS } from './till-model.ts'
import type { ModelShift, TillModel } from './till-model.ts'
import { piecesOf, startTill } from './till.ts'
import type { Till } from './till.ts'

const HOUR = 3_600_000
type World = Readonly<{ till: Till; chance: Chance; model: TillModel; reports: Map<string, unknown> }>

const today = ({ till }: World): string => businessDate(till.clock.now, 'Asia/Shanghai')
const jiao = ({ chance }: World, most: number): number => 10 * (1 + chance.upTo(most))

/** Gives the command; it must be refused with this word, or done. */
const give = async <M extends Command>(
  by: Worker,
  method: M,
  params: Params<M>,
  refusal: string | undefined,
): Promise<Value<M> | undefined> => {
  const reply: Reply<Value<M>> = await by.ask(method, params)
  const word = reply.ok ? undefined : reply.kind === 'refusal' ? reply.refusal.refusal : JSON.stringify(reply)
  expect([method, params, word]).toEqual([method, params, refusal])
  return reply.ok ? reply.value : undefined
}

const payment = (method: rule.Method, amountFen: number) => [{ method, amountFen, reference: '' }]

const take = async (world: World): Promise<void> => {
  const { till, chance, model } = world
  const by = chance.pick(['林晓燕', '周收银'])
  const worker = by === '林晓燕' ? till.clerk : till.cashier
  const method = chance.pick([...METHODS, 'cash', 'cash'] as const)
  const amountFen = jiao(world, 5000)
  await give(
    worker,
    'deposit.take',
    { id: till.orderId, payments: payment(method, amountFen), note: '' },
    undefined,
  )
  rule.receive(model, today(world), by, method, amountFen)
}

/** The manager of a small shop gives back and approves it himself. */
const refund = async (world: World): Promise<void> => {
  const { till, chance, model } = world
  const method = chance.pick(['cash', 'wechat'] as const)
  const amountFen = jiao(world, 2000)
  if (amountFen > model.depositFen) return
  if (method === 'cash' && amountFen > rule.inDrawer(model)) return
  const params = { id: till.orderId, payments: payment(method, amountFen), reason: '不修了' }
  await give(till.manager, 'deposit.refund', params, undefined)
  rule.receive(model, today(world), '王店长', method, -amountFen)
}

const payIn = async (world: World): Promise<void> => {
  const { till, chance, model } = world
  const kind = chance.pick(['ownerFunds', 'fromSafe'] as const)
  const amountFen = jiao(world, 3000)
  const refusal = kind === 'fromSafe' && amountFen > model.safeFen ? 'notEnoughInSafe' : undefined
  await give(till.clerk, 'shift.payIn', { kind, amountFen, reason: '备用金' }, refusal)
  if (refusal === undefined) rule.moveCash(model, today(world), kind, amountFen)
}

const payOut = async (world: World): Promise<void> => {
  const { till, chance, model } = world
  const kind = chance.pick(['expense', 'toSafe', 'toBank'] as const)
  const amountFen = jiao(world, 6000)
  const refusal = amountFen > rule.inDrawer(model) ? 'notEnoughInDrawer' : undefined
  await give(till.manager, 'shift.payOut', { kind, amountFen, reason: '付款' }, refusal)
  if (refusal === undefined) rule.moveCash(model, today(world), kind, -amountFen)
}

const open = async (world: World): Promise<void> => {
  await give(world.till.manager, 'shift.openDrawer', { reason: '查钱箱' }, undefined)
  rule.shiftNow(world.model, today(world)).openings += 1
}

/** The open shift with its id, which the model does not make. */
const shiftToClose = async ({ till, model }: World): Promise<ModelShift | undefined> => {
  const shift = rule.openShift(model)
  if (shift) shift.id = await till.openShift()
  return shift
}

const count = async (world: World): Promise<string | undefined> => {
  const { till, chance, model } = world
  const shift = await shiftToClose(world)
  if (!shift) return undefined
  const wrongBy = chance.upTo(3) === 0 ? 10 * (chance.upTo(21) - 10) : 0
  const cash = Math.max(0, rule.expectedOf(shift, 'cash') + wrongBy)
  const card = chance.upTo(2) === 0 ? Math.max(0, rule.expectedOf(shift, 'card')) : null
  const refusal = rule.mayCount(shift) ? undefined : 'alreadyRecounted'
  const others = card === null ? [] : [{ method: 'card' as const, countedFen: card }]
  const made = await give(
    chance.pick([till.clerk, till.cashier]),
    'shift.count',
    { id: shift.id, pieces: piecesOf(cash), others },
    refusal,
  )
  if (made) shift.counts.push({ cash, card, after: shift.events })
  expect(rule.openShift(model)).toBe(shift)
  return made?.count.id
}

const close = async (world: World): Promise<void> => {
  const { till, chance, model, reports } = world
  const countId = await count(world)
  const shift = rule.openShift(model)
  if (!shift || countId === undefined) return
  if (chance.upTo(6) === 0) await take(world)
  const last = shift.counts.at(-1)
  if (!last) return
  const expected = rule.expectedOf(shift, 'cash')
  const takenFen = chance.upTo(8) === 0 ? last.cash + 10 : 10 * chance.upTo(last.cash / 10 + 1)
  const reason = chance.upTo(4) === 0 ? '' : '找错'
  const refusal =
    last.after !== shift.events
      ? 'countOutdated'
      : last.cash !== expected && reason === ''
        ? 'differenceReasonMissing'
        : takenFen > last.cash
          ? 'takenTooMuch'
          : undefined
  const report = await give(till.clerk, 'shift.close', { id: shift.id, countId, takenFen, reason }, refusal)
  if (!report) return
  rule.close(model, shift, takenFen)
  expect(saidOf(report)).toEqual(modelled(shift))
  reports.set(shift.id, report)
}

const saidOf = (report: Value<'shift.report'>) => ({
  floatFen: report.floatFen,
  methods: report.methods,
  receipts: report.receipts,
  takers: Object.fromEntries(
    report.takers.map(({ who, method, ...rest }) => [`${who} ${method}`, rest] as const),
  ),
  cashMoves: report.cashMoves.map(({ kind, amountFen }) => [kind, amountFen]),
  openings: report.openings.length,
  counts: report.counts.length,
  taken: report.close?.takenFen,
  left: report.close?.leftFen,
})

const modelled = (shift: ModelShift) => {
  const last = shift.counts.at(-1)
  const counted = { cash: last?.cash ?? null, card: last?.card ?? null }
  return {
    floatFen: shift.floatFen,
    methods: METHODS.map((method) => {
      const expectedFen = shift.closed?.expected[method] ?? 0
      const countedFen = method === 'cash' || method === 'card' ? counted[method] : null
      const differenceFen = countedFen === null ? null : countedFen - expectedFen
      return { method, ...shift.sums[method], expectedFen, countedFen, differenceFen }
    }),
    receipts: shift.receipts,
    takers: Object.fromEntries(shift.takers),
    cashMoves: shift.cashMoves,
    openings: shift.openings,
    counts: shift.counts.length,
    taken: shift.closed?.takenFen,
    left: shift.closed?.leftFen,
  }
}

const closeDay = async (world: World): Promise<void> => {
  const { till, model, chance } = world
  const day = businessDate(till.clock.now - 24 * HOUR * (chance.upTo(3) - 1), 'Asia/Shanghai')
  const shift = rule.openShift(model)
  const began = shift ? (await till.manager.value('shift.current', {})).shift?.day : undefined
  const refusal =
    day <= model.closedDay
      ? 'dayClosed'
      : day > today(world)
        ? 'dayInFuture'
        : began !== undefined && began <= day
          ? 'shiftsOpen'
          : undefined
  const closed = await give(till.manager, 'day.close', { day }, refusal)
  if (!closed) return
  const of = model.takings.filter((one) => one.day > model.closedDay && one.day <= day)
  const sum = (method: rule.Method, sign: 1 | -1): number =>
    of.reduce((all, one) => all + (one.method === method ? Math.max(0, sign * one.amountFen) : 0), 0)
  expect(closed.totals).toEqual(
    METHODS.map((method) => ({ method, receiptsFen: sum(method, 1), refundsFen: sum(method, -1) })),
  )
  model.closedDay = day
}

/** Time goes on, and now and then somebody sets the clock back. */
const pass = (world: World): Promise<void> => {
  const { till, chance } = world
  till.clock.now += chance.upTo(12) === 0 ? -30 * HOUR : HOUR * (1 + chance.upTo(12))
  return Promise.resolve()
}

/** Uneven: a till takes money most of the time. */
const STEPS = [take, take, take, take, refund, payIn, payOut, open, count, close, close, closeDay, pass, pass]

export const daysAtRandom = async (seed: number, steps: number): Promise<void> => {
  const till = await startTill()
  for (const person of [till.dispatcher, till.technician, till.secondTechnician])
    await till.manager.value('staff.change', { id: person.staffId, active: false })
  await till.manager.value('staff.change', { id: till.manager.staffId, roles: ['manager', 'cashier'] })
  const world: World = { till, chance: createChance(seed), model: rule.createTillModel(), reports: new Map() }
  for (let step = 0; step < steps; step += 1) {
    await world.chance.pick(STEPS)(world)
    const { day, today: now } = await till.manager.value('day.current', {})
    expect([step, day, now]).toEqual([step, rule.bookDay(world.model, today(world)), today(world)])
  }
  for (const [id, report] of world.reports)
    expect(await till.manager.value('shift.report', { id })).toEqual(report)
  expect(world.reports.size).toBeGreaterThan(2)
  expect(await till.problems()).toEqual([])
}
