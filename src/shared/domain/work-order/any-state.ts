// Acts that never change the state of an order and are allowed in many states: they have no row in the
// table. Also which commands can be undone.
import type { CommandName } from './commands.ts'
import { type Problem, problem } from './refusals.ts'
import { isFinal, type State, STATES } from './states.ts'

const everywhere = STATES
const live = STATES.filter((state) => !isFinal(state))
const money = ['readyForPickup', 'pendingSettlement', 'pendingClose', 'closed'] as const

/** Every act with the states in which it is allowed. */
export const ANY_STATE_ACTIONS = {
  remark: everywhere,
  star: everywhere,
  markImportant: everywhere,
  print: everywhere,
  reprint: everywhere,
  contactAttempt: everywhere,
  urge: live,
  custody: live,
  photos: live,
  revealPasscode: live,
  collectReceivable: money,
  financeConfirm: money,
  refund: money,
  publishKnowledge: ['pendingClose', 'closed'],
  followUp: ['closed'],
} as const satisfies Record<string, readonly State[]>

export type ActionName = keyof typeof ANY_STATE_ACTIONS
export const ACTIONS = Object.keys(ANY_STATE_ACTIONS) as readonly ActionName[]

export const isActionAllowed = (action: ActionName, state: State): boolean =>
  (ANY_STATE_ACTIONS[action] as readonly State[]).includes(state)

/**
 * Undo is the compensating event of the last command while nothing followed it and HQ has not confirmed it:
 * `whileLast` for as long as that holds, a number for so many milliseconds at most, `never`.
 */
export const UNDO = {
  settle: 'never',
  print: 'never',
  reprint: 'never',
  handOver: 10_000,
} as const satisfies Partial<Record<CommandName | ActionName, 'never' | number>>

export type UndoFacts = Readonly<{
  /** Something else happened to the order since. */
  followed: boolean
  confirmedByHq: boolean
  /** Milliseconds since the command. */
  age: number
}>

/** Why a command or act cannot be undone, or null when it can. */
export const undoProblem = (name: CommandName | ActionName, facts: UndoFacts): Problem | null => {
  const limit: 'never' | 'whileLast' | number = name in UNDO ? UNDO[name as keyof typeof UNDO] : 'whileLast'
  // Money is taken back by its counter-entry; paper cannot be taken back, only declared outdated.
  if (limit === 'never')
    return problem(
      'undoNever',
      [],
      [name === 'settle' ? { command: 'reverseSettlement' } : { action: 'remark' }],
    )
  if (facts.confirmedByHq) return problem('undoConfirmed', [], [{ task: 'askHeadquarters' }])
  if (facts.followed) return problem('undoFollowed', [], [{ action: 'remark' }])
  if (typeof limit === 'number' && facts.age > limit)
    return problem('undoTooLate', [], [{ action: 'remark' }], { limit, age: facts.age })
  return null
}
