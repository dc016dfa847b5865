// The part of a work order that the table reads and its commands change, and the event of one command.
// Everything else about an order (customer, lines, money) belongs to its own feature.
import type { CommandName } from './commands.ts'
import type { State } from './states.ts'

export const SERVICES = ['dropOff', 'onSite'] as const
export type Service = (typeof SERVICES)[number]

/** Where the order came from: made here, online request, plan of headquarters, other branch, region, HQ. */
export const ORIGINS = ['here', 'request', 'plan', 'branch', 'region', 'hq'] as const
export type Origin = (typeof ORIGINS)[number]

/**
 * Where the machine is, seen from the counter that holds the order. `none`: no machine belongs to it (an
 * entry mistake whose machine is another order's); `disposed`: unclaimed and disposed of.
 */
export const MACHINE_PLACES = [
  'expected',
  'here',
  'atVendor',
  'atBranch',
  'withCustomer',
  'disposed',
  'none',
] as const
export type MachinePlace = (typeof MACHINE_PLACES)[number]

export const OUTCOMES = [
  'repaired',
  'unrepaired',
  'phoneResolved',
  'software',
  'noFault',
  'outOfWarranty',
  'manMade',
  'unclaimed',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why the order goes to another branch: to be repaired, or only to be handed over there (the return leg). */
export type Purpose = 'repair' | 'handOver'

export type ReturnBy = 'pickUp' | 'delivery'

export type Order = Readonly<{
  state: State
  /** Remembered states, outermost last: where `acceptQuote`, `partsReady`, `resume` … lead back to. */
  stack: readonly State[]
  service: Service
  origin: Origin
  machine: MachinePlace
  purpose: Purpose
  returnBy: ReturnBy
  /** The region or HQ agreed to cancel; the order ends as cancelled once the machine is handed over. */
  cancelApproved: boolean
  /** Who suspended it: the alarm's suspension is lifted by the manager or HQ alone. */
  suspendedBy: 'person' | 'alarm' | null
  /** A reassignment was asked for and not yet decided. */
  reassignRequested: boolean
  outcome: Outcome | null
}>

/** Work that a command leaves to other features, done in the same transaction or shown as a task. */
export const FOLLOWS = [
  'printPickupSlip',
  'markPapersOutdated',
  'makeT2',
  'tellHq',
  'tellCustomer',
  'returnOwnership',
  'restartAlarmCount',
  'reissueOrder',
  'settlePartsInHand',
  'settleMoney',
  'fetchMachine',
] as const
export type Follow = (typeof FOLLOWS)[number]

/** The fact of one command. `set` holds the changed fields only; the stack follows from `memory`. */
export type OrderEvent = Readonly<{
  command: CommandName
  from: State
  to: State
  memory: 'keep' | 'push' | 'pop' | 'clear'
  set: Partial<Omit<Order, 'state' | 'stack'>>
  follows: readonly Follow[]
}>

/** The machine is ours to give back: no order may end while this holds. */
export const inOurCare = (machine: MachinePlace): boolean =>
  machine === 'here' || machine === 'atVendor' || machine === 'atBranch'
