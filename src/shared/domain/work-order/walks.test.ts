// The situations of docs/transitions.md §5, step by step through decide and apply.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CommandName } from './commands.ts'
import { apply, decide, fits } from './decide.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import { give, goodFacts, visit, walkIn } from './order.fixture.ts'
import type { Order } from './order.ts'
import { STATE_OF, type Short, toShort } from './states.ts'
import { readWalks, type Walk } from './transitions-page.fixture.ts'

const page = readFileSync(new URL('../../../../docs/transitions.md', import.meta.url), 'utf8')
const walks = readWalks(page)

type Setup = Readonly<{
  order?: Order
  facts?: Partial<Facts>
  /** Fields of the commands that decide where the walk goes. */
  fields?: Readonly<Partial<Record<CommandName, CommandFields>>>
}>

const hqVisit: Order = { ...visit, origin: 'hq' }
const hqDropOff: Order = { ...walkIn, origin: 'hq' }
const expected: Order = { ...walkIn, machine: 'expected' }
const owed = { due: 12_000 }
const deposit = { settle: { paidNow: 12_000 } }

/** What each situation is about; the page gives the steps. */
const SETUPS: Readonly<Record<string, Setup>> = {
  'walk-in, paid, picked up': { facts: owed, fields: deposit },
  'on the spot (one composite)': { facts: owed, fields: deposit },
  'nothing due, skip on': {},
  'nothing due, skip off': { facts: { skipZeroSettlement: false } },
  'phone-resolved, enquiry': { order: visit },
  'rejected quote → unrepaired': {},
  'rejected → new version accepted': { facts: owed, fields: deposit },
  'vendor, vendor quote accepted': { facts: owed, fields: deposit },
  'vendor refuses → hand back': { fields: { vendorReturn: { vendorResult: 'refused' } } },
  'failed acceptance → delivered, cash on delivery': { facts: owed, fields: deposit },
  unclaimed: {},
  'branch refuses': {},
  'repaired elsewhere, picked up here': { facts: owed, fields: deposit },
  'HQ order, cancel refused': { order: { ...hqDropOff, machine: 'expected' } },
  'unreachable 5 working days → cancelled': { order: hqVisit },
  'customer will not continue, cancel approved, machine here': {
    order: hqDropOff,
    fields: { requestCancel: { cancelReason: 'pastPromisedTime' } },
  },
  'hotline cancels, machine here': { order: hqDropOff },
  'hotline cancels, machine at vendor': { order: hqDropOff },
  'review sends back (money)': { facts: owed, fields: deposit },
  'review sends back (work, on-site)': {
    order: visit,
    facts: owed,
    fields: { ...deposit, sendBack: { to: 'repeatService' } },
  },
  'five alarms, resumed': {},
  'on-site part late': { order: visit, facts: owed, fields: deposit },
  'on-site not fixed, brought in, delivered': { order: visit, facts: owed, fields: deposit },
  'on-site out of warranty, refuses → normal close': { order: visit },
  'online request declined': { order: { ...expected, origin: 'request' } },
  'online request accepted, machine arrives': { order: { ...expected, origin: 'request' } },
  'refusal; reassignment rejected, then approved': {},
  'entry mistake': { fields: { cancel: { cancelReason: 'entryMistake', machineBelongsTo: 'B1-0002' } } },
  'cancel refused while suspended (stack)': { order: { ...hqDropOff, machine: 'expected' } },
  'quote while waiting for parts, hand back': {},
}

/** The money that the walk's own commands move; everything else stays as the situation says. */
const factsAfter = (facts: Facts, command: string): Facts => {
  if (command === 'settle') return { ...facts, due: 0, settled: 'paid' }
  if (command === 'rejectQuote') return { ...facts, quote: 'rejected' }
  return command === 'sendQuote' ? { ...facts, quote: 'sent' } : facts
}

/** The walk as the code runs it, in the notation of the page; a refusal ends it with its code. */
const run = (walk: Walk, setup: Setup): string => {
  let order: Order = { ...(setup.order ?? walkIn), state: STATE_OF[walk.start as Short] }
  let facts: Facts = { ...goodFacts, ...setup.facts }
  const trace = [walk.start]
  for (const { command } of walk.steps) {
    const name = command as CommandName
    const fields = setup.fields?.[name] ?? {}
    // Money is paid once; a settlement after the review sent the order back has nothing due.
    const paid = name === 'settle' && facts.due === 0 ? { paidNow: 0 } : {}
    const decision = decide(order, give(name, order, { ...fields, ...paid }), facts)
    if (!decision.ok) return [...trace, `${name}✗${decision.refusal.refusal}`].join(' ')
    const [event] = decision.events
    if (event === undefined || !fits(order, event)) return [...trace, `${name} has no lawful event`].join(' ')
    trace.push(event.memory === 'keep' ? `${name}=` : `${name}→${toShort(event.to)}`)
    order = apply(order, event)
    facts = factsAfter(facts, name)
  }
  return trace.join(' ')
}

describe('the situations of the page', () => {
  it('WO-1 every walk of docs/transitions.md runs as it is written', () => {
    const written = ({ start, steps }: Walk) =>
      [start, ...steps.map(({ command, to }) => (to === null ? `${command}=` : `${command}→${to}`))].join(' ')
    expect(
      Object.fromEntries(walks.map((walk) => [walk.situation, run(walk, SETUPS[walk.situation] ?? {})])),
    ).toEqual(Object.fromEntries(walks.map((walk) => [walk.situation, written(walk)])))
  })

  it('every situation of the page is set up here, and no other', () => {
    expect(walks.map(({ situation }) => situation)).toEqual(Object.keys(SETUPS))
  })
})
