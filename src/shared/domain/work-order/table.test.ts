// WO-1: the code is the table of docs/transitions.md, cell by cell, and the table is a sound one.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMAND_INFO, COMMANDS, type CommandName } from './commands.ts'
import { decide } from './decide.ts'
import { ENTRIES, ENTRY_NAMES } from './entries.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import { factsFor, give, goodFacts, orderFor } from './order.fixture.ts'
import type { Order } from './order.ts'
import { SHORTS, type Short, STATE_INFO, STATE_OF, type State, STATES, toShort } from './states.ts'
import { cellOf, isInTable } from './table.ts'
import { readEntries, readStates, readTable } from './transitions-page.fixture.ts'

const page = readFileSync(new URL('../../../../docs/transitions.md', import.meta.url), 'utf8')
const rows = readTable(page)

type Try = Readonly<{ order?: Partial<Order>; facts?: Partial<Facts>; fields?: CommandFields }>
type Expected = readonly [string, Try, Short]

const MONEY: readonly Expected[] = [
  ['paid', { facts: { settled: 'paid', skipZeroSettlement: false } }, 'PC'],
  ['on account', { facts: { settled: 'onAccount', skipZeroSettlement: false } }, 'PC'],
  ['nothing due, skip on', { facts: { skipZeroSettlement: true } }, 'PC'],
  ['nothing due, skip off', { facts: { skipZeroSettlement: false } }, 'ST'],
  ['cancel approved', { order: { cancelApproved: true } }, 'CX'],
]
const AWAY = { machine: 'withCustomer' } as const
const PURPOSES = (other: Short): readonly Expected[] => [
  ['repair', { order: { purpose: 'repair' } }, other],
  ['hand-over', { order: { purpose: 'handOver' } }, 'RP'],
]

/** What the words of the page mean by a cell: the situations and the state each must lead to. */
const meaning = (cell: string, short: Short): readonly Expected[] => {
  switch (cell) {
    case '=':
      return [['same', {}, short]]
    case '←':
      return (['PD', 'RS', 'RC'] as const).map((back) => [back, { order: { stack: [STATE_OF[back]] } }, back])
    case '$':
      return MONEY
    case 'D':
      return [
        ['machine here', { order: { machine: 'here' } }, 'RP'],
        ...MONEY.map(([name, of, to]): Expected => [name, { ...of, order: { ...AWAY, ...of.order } }, to]),
      ]
    case 'X':
      return [
        ['machine here', { order: { machine: 'here' } }, 'RP'],
        ['no machine', { order: AWAY }, 'CX'],
      ]
    case 'AC/RP':
      return PURPOSES('AC')
    case 'PD/RP':
      return PURPOSES('PD')
    case 'ST/RS':
      return [
        ['by default', {}, 'ST'],
        ['to work', { fields: { to: 'repeatService' } }, 'RS'],
      ]
    default:
      return [['fixed', {}, cell as Short]]
  }
}

/** What the code answers in these situations: the state, or the refusal with at least one way out. */
const answer = (name: CommandName, state: State, of: Try): string => {
  const order = { ...orderFor(name, state), ...of.order }
  const decision = decide(order, give(name, order, of.fields), { ...factsFor(name), ...of.facts })
  if (decision.ok) return toShort(decision.events[0]?.to ?? state)
  return decision.refusal.wayOut.length === 0 ? 'no way out' : decision.refusal.refusal
}

describe('the table of transitions', () => {
  it('WO-1 every state × every command is exactly the table of docs/transitions.md', () => {
    const expected: Record<string, string> = {}
    const actual: Record<string, string> = {}
    for (const { command, cells } of rows) {
      const name = command as CommandName
      for (const short of SHORTS) {
        const cell = cells[short] ?? '·'
        const key = `${name} in ${short}`
        expected[key] = cell
        actual[key] = cellOf(name, STATE_OF[short]) ?? '·'
        const refused = short === 'CL' || short === 'CX' ? 'orderIsFinal' : 'notInThisState'
        const tries: readonly Expected[] = cell === '·' ? [] : meaning(cell, short)
        if (cell === '·') {
          expected[`${key}: refused`] = refused
          actual[`${key}: refused`] = answer(name, STATE_OF[short], {})
        }
        for (const [situation, of, to] of tries) {
          expected[`${key}: ${situation}`] = to
          actual[`${key}: ${situation}`] = answer(name, STATE_OF[short], of)
        }
      }
    }
    expect(actual).toEqual(expected)
    expect(Object.keys(expected).filter((key) => !key.includes(':'))).toHaveLength(833)
  })

  it('WO-1 the page and the code have the same 49 commands, 17 states and 159 allowed cells', () => {
    const allowed = COMMANDS.flatMap((name) => STATES.filter((state) => isInTable(name, state)))
    expect({
      commands: COMMANDS,
      states: SHORTS.map((short) => [short, STATE_OF[short]]),
      counts: [COMMANDS.length, STATES.length, allowed.length],
    }).toEqual({
      commands: rows.map(({ command }) => command),
      states: readStates(page).map(([short, code]) => [short, code]),
      counts: [49, 17, 159],
    })
  })

  it('labels of states, commands and entries are the words of the page', () => {
    const firstWord = (text: string) => text.split(/[\s/]/)[0]
    expect({
      commands: rows.map(({ command }) => COMMAND_INFO[command as CommandName].zh),
      entries: ENTRY_NAMES.map((name) => [name, ENTRIES[name].zh, ENTRIES[name].to]),
      // The page lists the four labels of a ready machine; the state's own is 待取机.
      states: STATES.filter((state) => state !== 'readyForPickup').map((state) => STATE_INFO[state].zh),
    }).toEqual({
      commands: rows.map(({ zh }) => zh),
      entries: readEntries(page),
      states: readStates(page)
        .filter(([short]) => short !== 'RP')
        .map(([, , zh]) => firstWord(zh)),
    })
  })

  it('STF-2 who gives a command is what the page says', () => {
    const words: Readonly<Record<string, readonly string[]>> = {
      'technician, clerk for him': ['technician', 'clerk'],
      'receiving branch': ['receivingBranch'],
      'technician, receiving branch': ['technician', 'receivingBranch'],
      'upper unit, dispatcher': ['region', 'hq', 'dispatcher'],
      'cashier + approval': ['cashier'],
      'region/HQ': ['region', 'hq'],
      'HQ hotline': ['hq'],
    }
    // The guard of resume, not its column, names HQ.
    const extra: Readonly<Record<string, readonly string[]>> = { resume: ['region', 'hq'] }
    expect(Object.fromEntries(COMMANDS.map((name) => [name, COMMAND_INFO[name].who]))).toEqual(
      Object.fromEntries(
        rows.map(({ command, who }) => [
          command,
          [...(words[who] ?? who.split(', ')), ...(extra[command] ?? [])],
        ]),
      ),
    )
  })
})

/** Where a state can lead by the table, read without guards: a remembered state may be any that was left. */
const nextOf = (short: Short): readonly Short[] => {
  const leftFor = (memory: Short) =>
    SHORTS.filter((from) => COMMANDS.some((name) => cellOf(name, STATE_OF[from]) === memory))
  const money: readonly Short[] = ['PC', 'ST', 'CX']
  return COMMANDS.flatMap((name): readonly Short[] => {
    const cell = cellOf(name, STATE_OF[short])
    if (cell === null || cell === '=') return []
    if (cell === '←') return leftFor(short)
    if (cell === '$') return money
    if (cell === 'D') return ['RP', ...money]
    if (cell === 'X') return ['RP', 'CX']
    return cell.split('/') as Short[]
  })
}

const reachableFrom = (starts: readonly Short[]): ReadonlySet<Short> => {
  const seen = new Set<Short>(starts)
  for (const at of seen) for (const next of nextOf(at)) seen.add(next)
  return seen
}

describe('the table is sound', () => {
  it('WO-1 every state is reached from an entry', () => {
    const reached = reachableFrom(ENTRY_NAMES.map((name) => ENTRIES[name].to))
    expect(SHORTS.filter((short) => !reached.has(short))).toEqual([])
  })

  it('WO-1 every live state can reach closed', () => {
    const stuck = SHORTS.filter((short) => !reachableFrom([short]).has('CL'))
    expect(stuck).toEqual(['CX'])
  })

  it('WO-1 closed and cancelled have no way out', () => {
    expect([nextOf('CL'), nextOf('CX')]).toEqual([[], []])
    expect(COMMANDS.filter((name) => isInTable(name, 'closed') || isInTable(name, 'cancelled'))).toEqual([])
  })

  it('a refused cell names a way out, and a command it names is one the table has in that state', () => {
    const broken: string[] = []
    for (const name of COMMANDS) {
      for (const state of STATES.filter((one) => !isInTable(name, one))) {
        const order = orderFor(name, state)
        const decision = decide(order, give(name, order), goodFacts)
        const ways = decision.ok ? [] : decision.refusal.wayOut
        const dead = ways.filter((way) => 'command' in way && !isInTable(way.command, state))
        if (ways.length === 0 || dead.length > 0) broken.push(`${name} in ${state}`)
      }
    }
    expect(broken).toEqual([])
  })
})
