// Random lives of orders: whatever is pressed in whatever order, the table holds.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandName, COMMANDS } from './commands.ts'
import { apply, decide, fits } from './decide.ts'
import { ENTRIES, ENTRY_NAMES, enter } from './entries.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import { give, goodFacts, walkIn } from './order.fixture.ts'
import { MACHINE_PLACES, type Order, ORIGINS, OUTCOMES, SERVICES } from './order.ts'
import { isFinal, MEMORY_STATES, STATE_OF, type State } from './states.ts'
import { cellOf, isInTable } from './table.ts'

const short = ({ state, stack }: Order) => [state, ...stack]

const anyFacts: fc.Arbitrary<Partial<Facts>> = fc.record(
  {
    due: fc.constantFrom(0, 100),
    settled: fc.constantFrom('no', 'paid', 'onAccount'),
    skipZeroSettlement: fc.boolean(),
    partsInHand: fc.constantFrom(0, 0, 0, 2),
    moneyKept: fc.constantFrom(0, 0, 50),
    enrolled: fc.boolean(),
    side: fc.constantFrom('none', 'sender', 'receiver'),
    quote: fc.constantFrom('sent', 'sent', 'rejected'),
  },
  { requiredKeys: [] },
)
const anyFields: fc.Arbitrary<CommandFields> = fc.record(
  {
    to: fc.constantFrom('pendingSettlement', 'repeatService'),
    outcome: fc.constantFrom(...OUTCOMES),
    service: fc.constantFrom(...SERVICES),
    paidNow: fc.constantFrom(0, 100),
    approval: fc.constant('manager'),
  },
  { requiredKeys: [] },
)
const anyStep = fc.record({
  name: fc.constantFrom(...COMMANDS),
  facts: anyFacts,
  fields: anyFields,
  pick: fc.nat(),
})
const anyStart = fc
  .record({
    entry: fc.constantFrom(...ENTRY_NAMES),
    origin: fc.constantFrom(...ORIGINS),
    service: fc.constantFrom(...SERVICES),
    purpose: fc.constantFrom('repair', 'handOver'),
  })
  .map(({ entry, ...facts }): Order => {
    const { links } = ENTRIES[entry]
    const entered = enter(entry, { ...facts, ...(links === null ? {} : { linked: links }) })
    if (!entered.ok) throw new Error(entered.refusal.refusal)
    return entered.order
  })
const anyLife = fc.tuple(anyStart, fc.array(anyStep, { minLength: 1, maxLength: 60 }))

type Step = Readonly<{ before: Order; after: Order; name: CommandName; allowed: boolean }>

/** Half of the steps pick among what the table has, or lives would end in their first refusal-only state. */
const live = ([start, steps]: readonly [
  Order,
  readonly Readonly<{ name: CommandName; facts: Partial<Facts>; fields: CommandFields; pick: number }>[],
]) => {
  let order = start
  return steps.map(({ name, facts, fields, pick }): Step => {
    const here = COMMANDS.filter((one) => isInTable(one, order.state))
    const chosen = pick % 2 === 0 ? (here[pick % Math.max(here.length, 1)] ?? name) : name
    const decision = decide(order, give(chosen, order, fields), { ...goodFacts, ...facts })
    const before = order
    if (decision.ok) {
      if (!decision.events.every((event) => fits(before, event))) throw new Error(`${chosen} does not fit`)
      order = decision.events.reduce(apply, before)
    }
    return { before, after: order, name: chosen, allowed: decision.ok }
  })
}

const MEMORY: readonly State[] = MEMORY_STATES
/** Rank of a state on the memory path: 0 for any that remembers nothing. */
const rank = (state: State) => MEMORY.indexOf(state) + 1

describe('random lives', () => {
  it('WO-1 no sequence of commands leaves the table', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const { before, after: then, name, allowed } of live(life)) {
          const cell = cellOf(name, before.state)
          if (!allowed) expect(then).toBe(before)
          else if (cell === '=') expect(short(then)).toEqual(short(before))
          else if (cell === null) expect.fail(`${name} in ${before.state} has no cell`)
          else if (cell in STATE_OF) expect(then.state).toBe(STATE_OF[cell as keyof typeof STATE_OF])
        }
      }),
      { numRuns: 400 },
    )
  })

  it('WO-1 the memory is a stack: strictly outward, left by one, empty below ordinary states', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const { before, after: then, name, allowed } of live(life)) {
          const ranks = [...then.stack, then.state].map(rank)
          expect(ranks.every((one, at) => at === 0 || one > (ranks[at - 1] ?? 0))).toBe(true)
          expect(then.stack.length > 0).toBe(rank(then.state) > 0)
          if (allowed && cellOf(name, before.state) === '←')
            expect(then.stack).toEqual(before.stack.slice(0, -1))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('WO-1 closed and cancelled are final for every command and everybody', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const { before, allowed } of live(life)) if (isFinal(before.state)) expect(allowed).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('CAN-6 no order ends while its machine is here, and an approved cancel never ends as closed', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const { after: then } of live(life)) {
          if (isFinal(then.state)) expect(then.machine).not.toBe('here')
          if (then.state === 'closed') expect(then.cancelApproved).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('SET-12 no machine is handed over while money is due', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...MACHINE_PLACES),
        (due, machine) => {
          const order: Order = { ...walkIn, state: 'readyForPickup', machine }
          expect(decide(order, give('handOver', order), { ...goodFacts, due, settled: 'no' }).ok).toBe(false)
        },
      ),
    )
  })

  it('an event of another state, another target or another memory does not fit', () => {
    const order: Order = { ...walkIn, state: 'inService' }
    const decision = decide(order, give('suspend', order), goodFacts)
    const event = decision.ok ? decision.events[0] : undefined
    if (event === undefined) throw new Error('suspend is allowed')
    expect([
      fits(order, event),
      fits({ ...order, state: 'repeatService' }, event),
      fits(order, { ...event, to: 'closed' }),
      fits(order, { ...event, memory: 'clear' }),
    ]).toEqual([true, false, false, false])
  })
})
