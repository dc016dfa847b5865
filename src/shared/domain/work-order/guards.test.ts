// Each guard of docs/transitions.md §4: what is missing and the way out. The cases are data by area in
// guard-cases/.
import { describe, expect, it } from 'vitest'
import { undoProblem } from './any-state.ts'
import type { CommandName } from './commands.ts'
import { decide } from './decide.ts'
import { enter } from './entries.ts'
import { allowedCases } from './guard-cases/allowed.fixture.ts'
import { cancelCases } from './guard-cases/cancel.fixture.ts'
import { contactCases } from './guard-cases/contact.fixture.ts'
import { dispatchCases } from './guard-cases/dispatch.fixture.ts'
import { finishCases } from './guard-cases/finish.fixture.ts'
import type { Change } from './guard-cases/guard-case.fixture.ts'
import { tableCases } from './guard-cases/table.fixture.ts'
import { workCases } from './guard-cases/work.fixture.ts'
import { everybody, factsFor, give, orderFor } from './order.fixture.ts'
import { REFUSAL_CODES } from './refusals.ts'
import { STATE_OF, type State } from './states.ts'

const cases = [...contactCases, ...dispatchCases, ...workCases, ...finishCases, ...cancelCases, ...tableCases]

const refusalOf = (command: CommandName, state: State, change: Change) => {
  const order = { ...orderFor(command, state), ...change.order }
  const facts = { ...factsFor(command), ...change.facts }
  const decision = decide(order, give(command, order, change.fields, change.by ?? everybody), facts)
  if (decision.ok) return 'allowed'
  const { refusal, missing, wayOut } = decision.refusal
  return { refusal, missing, wayOut }
}

describe('guards say what is missing and the way out', () => {
  it.each(cases)('%s (%s in %s)', (_title, command, short, change, refusal, missing, wayOut) => {
    expect(refusalOf(command, STATE_OF[short], change)).toEqual({ refusal, missing, wayOut })
  })

  it('with nothing taken away each of these commands is allowed', () => {
    const withoutChange = cases.filter(
      ([, , , , refusal]) => refusal !== 'notInThisState' && refusal !== 'orderIsFinal',
    )
    expect(
      withoutChange
        .filter(([, command, short]) => refusalOf(command, STATE_OF[short], {}) !== 'allowed')
        .map(([title]) => title),
    ).toEqual([])
  })

  it('every refusal code has a case that provokes it', () => {
    const elsewhere = [
      'feeRefused',
      'linkedOrderMissing',
      'linkedOrderNotFinal',
      'undoNever',
      'undoFollowed',
      'undoTooLate',
      'undoConfirmed',
    ]
    const provoked = new Set([...cases.map(([, , , , refusal]) => refusal), ...elsewhere])
    expect(REFUSAL_CODES.filter((code) => !provoked.has(code))).toEqual([])
  })
})

describe('guards let pass what the rules allow', () => {
  it.each(allowedCases)('%s (%s in %s)', (_title, command, short, change) => {
    expect(refusalOf(command, STATE_OF[short], change)).toBe('allowed')
  })
})

describe('entries and undo', () => {
  const order = { origin: 'here', service: 'dropOff' } as const

  it('INT-4 a refused fee makes no order but a note on the customer', () => {
    const entered = enter('acceptWalkIn', { ...order, feeRefused: true })
    expect(entered.ok ? 'order' : [entered.refusal.refusal, entered.refusal.wayOut]).toEqual([
      'feeRefused',
      [{ task: 'customerNote' }],
    ])
  })

  it('INT-12 a comeback links a closed order, a reissue a cancelled one', () => {
    const linked = (entry: 'createComeback' | 'reissue', state?: State) => {
      const entered = enter(entry, { ...order, ...(state === undefined ? {} : { linked: state }) })
      return entered.ok ? entered.order.state : entered.refusal.refusal
    }
    expect([
      linked('createComeback'),
      linked('createComeback', 'inService'),
      linked('createComeback', 'closed'),
      linked('reissue', 'closed'),
      linked('reissue', 'cancelled'),
    ]).toEqual([
      'linkedOrderMissing',
      'linkedOrderNotFinal',
      'pendingDispatch',
      'linkedOrderNotFinal',
      'pendingBranch',
    ])
  })

  it('undo is for the last command only, never for money, paper or what HQ confirmed', () => {
    const fresh = { followed: false, confirmedByHq: false, age: 10_000 }
    expect([
      undoProblem('dispatch', fresh),
      undoProblem('dispatch', { ...fresh, followed: true })?.code,
      undoProblem('dispatch', { ...fresh, confirmedByHq: true })?.code,
      undoProblem('settle', fresh)?.code,
      undoProblem('print', fresh)?.code,
      undoProblem('handOver', fresh),
      undoProblem('handOver', { ...fresh, age: 10_001 })?.code,
    ]).toEqual([null, 'undoFollowed', 'undoConfirmed', 'undoNever', 'undoNever', null, 'undoTooLate'])
  })
})
