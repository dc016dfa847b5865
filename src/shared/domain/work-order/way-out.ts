// The way out of a cell that the table refuses: the ordinary next step if it leads to where the command is
// allowed, else the step back, else what people do instead.
import type { CommandName } from './commands.ts'
import type { WayOut } from './refusals.ts'
import { type LiveShort, STATE_OF, type State, toShort } from './states.ts'
import { isInTable, statesOf } from './table.ts'

type Step = readonly [CommandName, LiveShort]

/** The ordinary way of an order. A remembered state may lead anywhere; its usual return stands here. */
const FORWARD: Readonly<Record<LiveShort, readonly Step[]>> = {
  PR: [['acceptRequest', 'AC']],
  PB: [['confirmBranch', 'AC']],
  AC: [
    ['receiveDevice', 'PD'],
    ['appoint', 'PD'],
  ],
  PD: [['dispatch', 'RC']],
  RC: [['receive', 'IS']],
  IS: [['complete', 'RP']],
  AW: [['acceptQuote', 'IS']],
  AP: [['partsReady', 'IS']],
  RS: [['complete', 'RP']],
  AV: [['vendorReturn', 'IS']],
  SU: [['resume', 'IS']],
  RP: [['handOver', 'ST']],
  ST: [['settle', 'PC']],
  PC: [['approveClose', 'PC']],
  CR: [['withdrawCancel', 'IS']],
}

const BACK: Readonly<Partial<Record<LiveShort, readonly Step[]>>> = {
  PB: [['revoke', 'PD']],
  RC: [['revoke', 'PD']],
  IS: [
    ['requestParts', 'AP'],
    ['sendQuote', 'AW'],
  ],
  RS: [
    ['requestParts', 'AP'],
    ['sendQuote', 'AW'],
  ],
  PD: [['changeService', 'AC']],
  RP: [['faultReturned', 'RS']],
  ST: [['faultReturned', 'RS']],
  PC: [['sendBack', 'ST']],
}

/** Whoever wants the order gone, too early, too late or from where it cannot be cancelled. */
const INSTEAD_OF_CANCEL: Readonly<Partial<Record<LiveShort, CommandName>>> = {
  PR: 'declineRequest',
  PB: 'refuseBranch',
  AV: 'vendorReturn',
  RP: 'handOver',
  ST: 'settle',
  PC: 'approveClose',
  CR: 'withdrawCancel',
}
const WANTS_IT_GONE: readonly CommandName[] = ['cancel', 'requestCancel', 'declineRequest']
const MONEY_AFTER_CLOSE: Readonly<Partial<Record<CommandName, WayOut>>> = {
  settle: { action: 'collectReceivable' },
  reverseSettlement: { action: 'refund' },
}

const leads = (from: LiveShort, targets: readonly string[], edges: (at: LiveShort) => readonly Step[]) => {
  const seen = new Set<LiveShort>()
  let front: LiveShort[] = [from]
  while (front.length > 0) {
    const next = front.flatMap((at) => edges(at).map(([, to]) => to)).filter((to) => !seen.has(to))
    if (next.some((to) => targets.includes(to))) return true
    for (const to of next) seen.add(to)
    front = next
  }
  return false
}

const firstSteps = (
  from: LiveShort,
  targets: readonly string[],
  edges: (at: LiveShort) => readonly Step[],
): readonly CommandName[] =>
  edges(from)
    .filter(([, to]) => targets.includes(to) || leads(to, targets, edges))
    .map(([command]) => command)

/** What helps when the table has no cell for the command in this state. Never empty. */
export const tableWayOut = (command: CommandName, state: State): readonly WayOut[] => {
  const short = toShort(state)
  if (short === 'CL') return [MONEY_AFTER_CLOSE[command] ?? { entry: 'createComeback' }]
  if (short === 'CX') return [{ entry: 'acceptWalkIn' }, { entry: 'reissue' }]
  if (command === 'cancelByHq') return [{ task: 'exceptionQueue' }]
  // An order from above is confirmed before its cancel can be asked for.
  if (WANTS_IT_GONE.includes(command) && !(command === 'requestCancel' && short === 'PB')) {
    const instead = INSTEAD_OF_CANCEL[short]
    if (instead !== undefined) return [{ command: instead }]
    if (command === 'declineRequest') return [{ command: 'cancel' }, { command: 'requestCancel' }]
  }
  const targets = statesOf(command)
  const forward = (at: LiveShort) => FORWARD[at]
  const both = (at: LiveShort) => [...FORWARD[at], ...(BACK[at] ?? [])]
  const ahead = firstSteps(short, targets, forward)
  const around = ahead.length > 0 ? ahead : firstSteps(short, targets, both)
  const steps = around.length > 0 ? around : FORWARD[short].map(([name]) => name)
  return steps.filter((name) => isInTable(name, STATE_OF[short])).map((name) => ({ command: name }))
}
