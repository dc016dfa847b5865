// Days on which several people do whatever comes to their minds, checked against a model that knows only the page
// of the table (docs/transitions.md), not the code: states, rights, dispatches, custody, the log.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readTable } from '#shared/domain/work-order/transitions-page.fixture.ts'
import { STATE_OF, type State, toShort } from '#shared/domain/work-order/states.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { machine } from '#test/support/core.ts'
import { startWorkingShop } from '#test/support/shop-at-work.ts'
import type { ShopAtWork, Worker } from '#test/support/shop-at-work.ts'
import { ACTS } from './acts.ts'
import type { Act, Known } from './acts.ts'

const page = readTable(readFileSync('docs/transitions.md', 'utf8'))
const rowOf = new Map(page.map((row) => [row.command, row]))

/** Which of the shop's roles the page's "Who" means; a shop without headquarters decides what it would. */
const ROLES_OF: readonly (readonly [RegExp, string])[] = [
  [/\bclerk\b/, 'clerk'],
  [/\btechnician\b/, 'technician'],
  [/\bdispatcher\b/, 'dispatcher'],
  [/\bwarehouse\b/, 'warehouse'],
  [/\bcashier\b/, 'cashier'],
  [/\bmanager\b|reviewer|region|HQ|upper unit/, 'manager'],
]
const rolesFor = (command: string): string[] =>
  ROLES_OF.flatMap(([word, role]) => (word.test(rowOf.get(command)?.who ?? '') ? [role] : []))

const REMEMBERING = ['AP', 'AW', 'SU', 'CR']

/** Where the page lets a command lead from here; `back` is what the order remembers. */
const targetsOf = (command: string, short: string, back: string | undefined): string[] => {
  const cell = rowOf.get(command)?.cells[short] ?? '·'
  switch (cell) {
    case '·':
    case '':
      return []
    case '=':
      return [short]
    case '←':
      // The machine came meanwhile: parts that arrive lead to the dispatch, not back to the wait.
      return back === 'AC' ? ['AC', 'PD'] : back === undefined ? [] : [back]
    case '$':
      return ['PC', 'ST', 'CX']
    case 'D':
      return ['RP', 'PC', 'ST', 'CX']
    case 'X':
      return ['RP', 'CX']
    default:
      return cell.split('/')
  }
}

type Model = { state: string; stack: string[]; states: string[]; done: number; out: Set<string>; ver: number }

const follow = (model: Model, command: string, to: string): void => {
  const cell = rowOf.get(command)?.cells[model.state]
  if (cell === '←') model.stack.pop()
  else if (cell !== '=' && REMEMBERING.includes(to)) model.stack.push(model.state)
  else if (cell !== '=') model.stack = []
  if (to !== model.state) model.states.push(to)
  model.state = to
}

/** A small generator that can be seeded; the same seed gives the same days. */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const STEPS = 1200

const takeSome = async (shop: ShopAtWork, count: number): Promise<Map<string, Model>> => {
  const orders = new Map<string, Model>()
  for (let i = 0; i < count; i += 1) {
    const id = await shop.takeIn({
      customer: { new: { name: `客户${i}`, phones: [] } },
      arrival: i % 4 === 3 ? 'phone' : 'walkIn',
      machines: [
        machine({
          device: { new: { category: '手机', brand: '华为', model: 'P60', serial: `R-${i}` } },
          accessories: i % 2 === 0 ? [{ name: '充电器', count: 1 }] : [],
          service: i % 8 === 3 ? 'onSite' : 'dropOff',
        }),
      ],
    })
    const { state, ver } = await shop.order(id)
    orders.set(id, {
      state: toShort(state),
      stack: [],
      states: [toShort(state)],
      done: 0,
      out: new Set(),
      ver,
    })
  }
  return orders
}

it.each([11, 23, 47])(
  'WO-1 WO-2 DSP-3 CLS-7 STF-2 random days of five people do only what the page allows (seed %i)',
  async (seed) => {
    const shop = await startWorkingShop()
    await shop.manager.value('shop.changeSettings', { combineDuties: false, disposeUnclaimed: true })
    const random = randomOf(seed)
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
    const workers: readonly (readonly [Worker, readonly string[]])[] = await Promise.all(
      [shop.manager, shop.clerk, shop.dispatcher, shop.technician, shop.secondTechnician].map(
        async (worker) => [worker, (await worker.value('session.current', {})).person?.roles ?? []] as const,
      ),
    )
    const loaners: string[] = []
    for (const n of [1, 2, 3])
      loaners.push(
        (
          await shop.manager.value('custody.addLoaner', {
            name: `备用机 ${n}`,
            serial: '',
            accessories: '',
            remark: '',
          })
        ).id,
      )
    const orders = await takeSome(shop, 12)
    const ids = [...orders.keys()]
    const { hash } = await shop.clerk.value('attachment.put', { mime: 'image/png', data: PNG })
    const done: Record<string, number> = {}
    const wrong: string[] = []

    for (let step = 0; step < STEPS; step += 1) {
      shop.clock.now += random(40) * 60_000
      const id = pick(ids)
      const model = orders.get(id) as Model
      const [worker, roles] = pick(workers)
      const likely = ACTS.filter(
        ({ command }) => targetsOf(command, model.state, model.stack.at(-1)).length > 0,
      )
      const act: Act = random(4) > 0 && likely.length > 0 ? pick(likely) : pick(ACTS)
      const known: Known = { shop, worker, id, random, loaners, hash, now: shop.clock.now }
      const stale = random(12) === 0 && model.ver > 1
      const { reply, loaner } = await act.run(known, stale ? { ver: model.ver - 1 } : {})
      const after = await shop.order(id)
      const what = `${step} ${act.command} by ${roles.join()} in ${model.state}`
      judge({ act, reply, model, after, roles, stale, what, wrong })
      if (reply.ok) {
        done[act.command] = (done[act.command] ?? 0) + 1
        if (act.command === 'lend' && loaner) model.out.add(loaner)
        if (act.command === 'takeBack' && loaner) for (const one of orders.values()) one.out.delete(loaner)
      }
      model.ver = after.ver
    }

    expect(wrong).toEqual([])
    for (const [id, model] of orders) await expectBooks(shop, id, model)
    const { checks } = await shop.manager.value('system.verify', {})
    expect(checks.filter((check) => !check.ok)).toEqual([])
    // Days on which hardly anything is done prove nothing.
    expect(Object.keys(done).length).toBeGreaterThan(15)
    expect(Object.values(done).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(STEPS / 12)
  },
  120_000,
)

type Judged = {
  act: Act
  reply: Reply<unknown>
  model: Model
  after: { state: State; ver: number }
  roles: readonly string[]
  stale: boolean
  what: string
  wrong: string[]
}

/** Compares what happened with what the page says; follows it in the model. */
const judge = ({ act, reply, model, after, roles, stale, what, wrong }: Judged): void => {
  const { command } = act
  const to = toShort(after.state)
  if (!reply.ok) {
    if (reply.kind === 'fault') wrong.push(`${what}: a fault`)
    if (to !== model.state) wrong.push(`${what}: refused, but the order went to ${to}`)
    return
  }
  if (!rowOf.has(command)) {
    if (to !== model.state) wrong.push(`${what}: no command of the table, but it led to ${to}`)
    return
  }
  if (stale) wrong.push(`${what}: an old version was overwritten`)
  if (!targetsOf(command, model.state, model.stack.at(-1)).includes(to))
    wrong.push(`${what}: led to ${to}, the page does not`)
  if (!rolesFor(command).some((role) => roles.includes(role)))
    wrong.push(`${what}: the page gives it to ${rolesFor(command).join()}`)
  if ((command === 'handOver' || command === 'deliver') && model.out.size > 0)
    wrong.push(`${what}: a loaner was still out`)
  model.done += 1
  follow(model, command, to)
}

const expectBooks = async (shop: ShopAtWork, id: string, model: Model): Promise<void> => {
  const { log } = await shop.clerk.value('order.log', { id })
  const changes = log.flatMap((line) => (line.changes?.['state'] ? [line.changes['state']] : []))
  // The log tells every state the order was in, each once, from → to without a gap (WO-2).
  expect(changes.map(([, to]) => toShort(to as State))).toEqual(model.states)
  expect(changes.slice(1).map(([from]) => toShort(from as State))).toEqual(model.states.slice(0, -1))
  const { dispatches } = await shop.clerk.value('dispatch.forOrder', { id })
  expect(dispatches.filter(({ target, primary }) => (target === 'own') !== (primary !== null))).toEqual([])
  if (STATE_OF.CL === (await shop.order(id)).state || STATE_OF.CX === (await shop.order(id)).state) {
    const { items } = await shop.clerk.value('custody.ofOrder', { id })
    expect(items.filter(({ place }) => !['customer', 'lost'].includes(place.kind))).toEqual([])
  }
}

/** 1 by 1 pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
