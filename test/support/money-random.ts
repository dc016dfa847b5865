// Random money on random orders through the contract, beside a model that knows only the rules: the same is refused,
// and orders, accounts, debts and what waits for finance are what the model says (rules SET-1 to SET-7).
import { expect } from 'vitest'
import type { Method as Command, Params, Value } from '#shared/contract/index.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { createChance } from '#test/faults/support/random.ts'
import type { Chance } from '#test/faults/support/random.ts'
import { machine, startShop, visit } from './core.ts'
import type { TestConnection } from './core.ts'
import * as rule from './money-model.ts'
import { METHODS } from './money-model.ts'
import type { ModelOrder, MoneyModel, Paid } from './money-model.ts'
import { PNG_OF_A_SIGNATURE } from './pick-up.ts'

const HOUR = 3_600_000
type World = Readonly<{
  by: TestConnection
  chance: Chance
  model: MoneyModel
  clock: { now: number }
  signature: string
  visits: Map<string, string>
}>

/** Gives the command; it must be refused with this word, or done. */
const give = async <M extends Command>(
  { by }: World,
  method: M,
  params: Params<M>,
  refusal?: string,
): Promise<Value<M> | undefined> => {
  const reply = await by.ask(method, params)
  const word = reply.ok ? undefined : reply.kind === 'refusal' ? reply.refusal.refusal : JSON.stringify(reply)
  expect([method, params, word]).toEqual([method, params, refusal])
  return reply.ok ? reply.value : undefined
}

/** An amount in one or two methods. */
const split = ({ chance }: World, fen: number): Paid[] => {
  if (fen === 0) return []
  const method = chance.pick(METHODS)
  const others = METHODS.filter((one) => one !== method)
  const part = chance.upTo(3) === 0 ? chance.upTo(fen) : 0
  return part === 0
    ? [{ method, amountFen: fen }]
    : [
        { method, amountFen: fen - part },
        { method: chance.pick(others), amountFen: part },
      ]
}

const anyOrder = ({ chance, model }: World, like: (order: ModelOrder) => boolean): ModelOrder | undefined => {
  const found = model.orders.filter(like)
  return found.length === 0 ? undefined : chance.pick(found)
}

const bring = async (world: World): Promise<void> => {
  const { by, chance, model, visits } = world
  const known = model.orders.map(({ customer }) => customer)
  const n = model.orders.length
  const made = await by.value(
    'visit.create',
    visit({
      notADuplicate: true,
      ...(known.length > 0 && chance.upTo(2) === 0
        ? { customer: { existing: chance.pick(known) } }
        : { customer: { new: { name: `客户${n}`, phones: [`138${String(n).padStart(8, '0')}`] } } }),
      machines: [
        machine({
          device: { new: { category: '笔记本', brand: '联想', model: 'T480', serial: `R-${n}` } },
          limitFen: 100_000_000,
        }),
      ],
    }),
  )
  const id = made.orders[0]?.id ?? ''
  const { staffId } = (await by.value('session.current', {})).person ?? { staffId: '' }
  await by.value('dispatch.assign', { orders: [{ id }], primary: staffId })
  await by.value('dispatch.receive', { id, printException: 'systemFailure' })
  const lines = Array.from({ length: 1 + chance.upTo(4) }, (_, index) => ({
    kind: chance.pick(['labour', 'other'] as const),
    text: `项目 ${index + 1}`,
    priceFen: chance.upTo(50_000),
    payer: chance.pick(['customer', 'customer', 'customer', 'maker', 'ourselves'] as const),
    waived: chance.upTo(10) === 0,
  }))
  await by.value('service.complete', {
    id,
    record: { faultCode: 'power', actualFault: '坏', action: '修', result: 'repaired', minutes: 5, lines },
  })
  const { customer } = await by.value('order.get', { id })
  visits.set(id, made.visitId)
  const charge = rule.sum(
    lines.map((line) => (line.payer === 'customer' && !line.waived ? line.priceFen : 0)),
  )
  model.orders.push({
    ...{ id, customer: customer.id, charge, off: 0, covered: 0, settled: false, owes: 0, deposit: 0 },
    ...{ wasOnAccount: false, paidFor: 0, state: 'ready' },
  })
}

const settle = async (world: World): Promise<void> => {
  const { chance, model } = world
  const order = anyOrder(world, () => true)
  if (!order) return
  if (order.settled || order.state === 'done') {
    const refusal = order.state === 'done' ? 'notInThisState' : 'alreadySettled'
    await give(world, 'settlement.settle', { orders: [{ id: order.id }] }, refusal)
    return
  }
  const due = rule.due(order)
  const discount = chance.upTo(4) === 0 ? chance.upTo(due + 1) : 0
  const rounding = chance.upTo(3) === 0 ? Math.min(chance.upTo(100), due - discount) : 0
  const deposit = chance.upTo(2) === 0 ? Math.min(order.deposit, due - discount - rounding) : 0
  const open = due - discount - rounding - deposit
  const paidFen = chance.upTo(3) === 0 ? chance.upTo(open + 1) : open
  const wrong = chance.upTo(12)
  const paid = split(world, wrong === 0 ? open + 1 + chance.upTo(500) : paidFen)
  const onAccount = rule.total(paid) < open && wrong !== 1
  const refusal =
    rule.total(paid) > open
      ? 'paidMoreThanDue'
      : rule.total(paid) < open && !onAccount
        ? 'notFullyPaid'
        : undefined
  const settled = await give(
    world,
    'settlement.settle',
    {
      orders: [{ id: order.id, discountFen: discount, roundingFen: rounding, depositFen: deposit }],
      payments: paid,
      reason: discount > 0 ? '老客户' : '',
      ...(onAccount ? { onAccount: {} } : {}),
    },
    refusal,
  )
  if (!settled) return
  rule.settle(order, { off: discount + rounding, deposit, paid: rule.total(paid) })
  rule.take(model, settled.receipt?.number ?? '', paid)
  expect([settled.onAccountFen, settled.paidFen]).toEqual([open - rule.total(paid), rule.total(paid)])
}

const handOver = async (world: World): Promise<void> => {
  const order = anyOrder(world, ({ state }) => state === 'ready')
  if (!order) return
  const { slipCode } = await world.by.value('handOver.panel', { visitId: world.visits.get(order.id) ?? '' })
  const refusal = !order.settled && rule.due(order) > 0 ? 'unpaid' : undefined
  const handed = await give(
    world,
    'handOver.handOver',
    {
      orders: [{ id: order.id, items: ['machine'] }],
      slip: slipCode,
      taker: { by: 'customer' },
      signature: { on: 'pad', hash: world.signature },
    },
    refusal,
  )
  if (handed) order.state = 'done'
}

const takeDeposit = async (world: World): Promise<void> => {
  const order = anyOrder(world, () => true)
  if (!order) return
  const paid = split(world, 1 + world.chance.upTo(20_000))
  const taken = await give(world, 'deposit.take', { id: order.id, payments: paid })
  if (!taken) return
  order.deposit += rule.total(paid)
  rule.take(world.model, taken.receipt.number, paid)
  expect(taken.depositFen).toBe(order.deposit)
}

const refund = async (world: World): Promise<void> => {
  const { chance, model } = world
  const order = anyOrder(world, ({ deposit }) => deposit > 0)
  if (!order) return
  const paid = split(world, 1 + chance.upTo(order.deposit + 200))
  const cash = rule.total(paid.filter(({ method }) => method === 'cash'))
  const refusal =
    cash > model.drawer
      ? 'notEnoughInDrawer'
      : rule.total(paid) > order.deposit
        ? 'depositTooLarge'
        : undefined
  const back = await give(
    world,
    'deposit.refund',
    { id: order.id, payments: paid, reason: '多收了' },
    refusal,
  )
  if (!back) return
  order.deposit -= rule.total(paid)
  rule.take(model, back.receipt.number, paid, -1)
}

const reverse = async (world: World): Promise<void> => {
  const order = anyOrder(world, () => true)
  if (!order) return
  const refusal = order.state === 'toSettle' ? 'notInThisState' : order.settled ? undefined : 'nothingSettled'
  const back = await give(world, 'settlement.reverse', { id: order.id, reason: '金额打错' }, refusal)
  if (!back) return
  rule.reverse(order)
  expect([back.depositFen, back.order.state]).toEqual([
    order.deposit,
    order.state === 'ready' ? 'readyForPickup' : 'pendingSettlement',
  ])
}

/** A customer pays what he owes, the oldest first, or one order of his choice. */
const collect = async (world: World): Promise<void> => {
  const { chance, model } = world
  const order = anyOrder(world, ({ owes }) => owes > 0)
  if (!order) return
  const fen = chance.upTo(8) === 0 ? order.owes + 1 : 1 + chance.upTo(order.owes)
  const paid = split(world, fen)
  const collected = await give(
    world,
    'receivable.collect',
    { customerId: order.customer, payments: paid, orders: [{ id: order.id, amountFen: fen }] },
    fen > order.owes ? 'paidMoreThanOwed' : undefined,
  )
  if (!collected) return
  rule.collect(order, fen)
  rule.take(model, collected.receipt.number, paid)
}

const confirm = async (world: World): Promise<void> => {
  const { by, chance, model } = world
  const { payments } = await by.value('confirmation.waiting', { limit: 100 })
  const numbers = [...new Set(payments.map(({ number }) => number))]
  if (numbers.length === 0) return
  const number = chance.pick(numbers)
  const ids = payments.filter((one) => one.number === number).map(({ id }) => id)
  await give(world, 'confirmation.confirm', { payments: ids })
  rule.confirm(model, number)
  await give(world, 'confirmation.confirm', { payments: ids }, 'alreadyConfirmed')
}

const pass = (world: World): Promise<void> => {
  world.clock.now += HOUR * (1 + world.chance.upTo(30))
  return Promise.resolve()
}

const STEPS = [bring, bring, settle, settle, settle, handOver, handOver, takeDeposit, refund, reverse].concat(
  collect,
  collect,
  confirm,
  confirm,
  pass,
)

const ofOrder = async ({ by }: World, order: ModelOrder): Promise<void> => {
  const money = await by.value('settlement.ofOrder', { id: order.id })
  const { dueFen, depositFen, settled, chargedFen, discountFen, owesFen } = money
  expect({ dueFen, depositFen, settled, chargedFen, discountFen, owesFen }).toEqual({
    dueFen: rule.due(order),
    depositFen: order.deposit,
    settled: !order.settled ? 'no' : order.wasOnAccount ? 'onAccount' : 'paid',
    chargedFen: order.covered,
    discountFen: order.off,
    owesFen: order.owes,
  })
  expect(money.collectedFen).toBe(order.deposit + order.paidFor)
}

/** Every report that the shop has says what the model says. */
const reports = async ({ by, model, clock }: World): Promise<void> => {
  const today = businessDate(clock.now, 'Asia/Shanghai')
  const { accounts, waiting } = await by.value('account.summary', { from: today, to: today })
  const closing = Object.fromEntries(accounts.map(({ account, closingFen }) => [account, closingFen]))
  const { orders } = model
  const owes = rule.sum(orders.map((order) => order.owes))
  const customers = new Map<string, number>()
  for (const order of orders) customers.set(order.customer, (customers.get(order.customer) ?? 0) + order.owes)
  expect({
    ...Object.fromEntries(METHODS.map((method) => [method, closing[method]])),
    receivable: closing['receivableCustomer'],
    deposit: closing['deposit'],
    off: (closing['discount'] ?? 0) + (closing['rounding'] ?? 0),
  }).toEqual({
    ...model.confirmed,
    receivable: owes,
    deposit: rule.sum(orders.map((order) => order.deposit)),
    off: rule.sum(orders.map((order) => order.off)),
  })
  expect(Object.fromEntries(waiting.map(({ method, amountFen }) => [method, amountFen]))).toEqual(
    Object.fromEntries(METHODS.map((method) => [method, model.taken[method] - model.confirmed[method]])),
  )
  const { totals } = await by.value('receivable.list', { limit: 1 })
  expect([totals.owesFen, totals.customers]).toEqual([
    owes,
    [...customers.values()].filter((fen) => fen > 0).length,
  ])
}

/** One person does everything: what would need a second one is listed, and no password slows this down. */
export const moneyAtRandom = async (seed: number, steps: number): Promise<void> => {
  const { manager: by, clock } = await startShop()
  const { hash } = await by.value('attachment.put', { mime: 'image/png', data: PNG_OF_A_SIGNATURE })
  const world: World = {
    ...{ by, clock, chance: createChance(seed), model: rule.createMoneyModel(), signature: hash },
    visits: new Map(),
  }
  for (let step = 0; step < steps; step += 1) {
    await world.chance.pick(STEPS)(world)
    const order = anyOrder(world, () => true)
    if (order && step % 5 === 0) await ofOrder(world, order)
    if (step % 50 === 0) await reports(world)
  }
  for (const order of world.model.orders) await ofOrder(world, order)
  await reports(world)
  const { checks } = await by.value('system.verify', {})
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
}
