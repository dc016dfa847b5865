// The 17 states of a work order (rule WO-1) with what other rooms need to know about each: who must act,
// which clock runs, whether the five alarms count. docs/transitions.md §1 is the same table in words.

/** Short code (the columns of the table) → code name. */
export const STATE_OF = {
  PR: 'pendingReview',
  PB: 'pendingBranch',
  AC: 'accepted',
  PD: 'pendingDispatch',
  RC: 'pendingReceive',
  IS: 'inService',
  AW: 'awaitingCustomer',
  AP: 'awaitingParts',
  RS: 'repeatService',
  AV: 'atVendor',
  SU: 'suspended',
  RP: 'readyForPickup',
  ST: 'pendingSettlement',
  PC: 'pendingClose',
  CR: 'cancelRequested',
  CL: 'closed',
  CX: 'cancelled',
} as const

export type Short = keyof typeof STATE_OF
export type State = (typeof STATE_OF)[Short]
/** No command leads out of these two: a later trouble is a comeback, never a reopening. */
export type FinalShort = 'CL' | 'CX'
export type LiveShort = Exclude<Short, FinalShort>

export const SHORTS = Object.keys(STATE_OF) as readonly Short[]
export const STATES = Object.values(STATE_OF) as readonly State[]

const shortOf = Object.fromEntries(SHORTS.map((short) => [STATE_OF[short], short])) as Record<State, Short>
export const toShort = (state: State): Short => shortOf[state]
export const isFinal = (state: State): boolean => state === 'closed' || state === 'cancelled'

/** The columns of the board, in the order of the screen. */
export const BOARD_COLUMNS = [
  'waitingCustomer',
  'waitingParts',
  'waitingDispatch',
  'inRepair',
  'atVendor',
  'toNotify',
  'waitingPickup',
  'overduePickup',
  'suspended',
] as const
export type BoardColumn = (typeof BOARD_COLUMNS)[number]

/** Work that waits for somebody in a list instead of on the board. */
export const WORK_LISTS = ['today', 'settlement', 'review', 'cancelRequests'] as const
export type WorkList = (typeof WORK_LISTS)[number]

/** Who has to do the next step. `upperUnit` is the region, or headquarters where there is none. */
export type Waiter =
  | 'clerk'
  | 'customer'
  | 'receivingBranch'
  | 'dispatcher'
  | 'technician'
  | 'warehouse'
  | 'upperUnit'
  | 'vendor'
  | 'manager'
  | 'cashier'
  | 'reviewer'

/**
 * What the service-level clock does: `runs`; `response` only the response part; `onSiteOnly` waits for a
 * drop-off whose machine has not come; `bySetting` pauses (or, at a vendor, runs) as the shop set it;
 * `byReason` as the reason of the suspension says, never after the five alarms; `stopped`; `none`.
 */
export type SlaClock = 'runs' | 'response' | 'onSiteOnly' | 'bySetting' | 'byReason' | 'stopped' | 'none'

type StateInfo = Readonly<{
  zh: string
  en: string
  waitsFor: readonly Waiter[]
  /** Null: on a work list, or finished. A ready machine moves on to two more columns, see `boardColumn`. */
  column: BoardColumn | null
  list: WorkList | null
  sla: SlaClock
  /** Whether alerts count towards the five alarms (CLK-9). */
  alarms: 'yes' | 'no' | 'onSiteOnly'
}>

const info = (
  zh: string,
  en: string,
  waitsFor: readonly Waiter[],
  place: BoardColumn | WorkList | null,
  sla: SlaClock,
  alarms: StateInfo['alarms'],
): StateInfo => ({
  zh,
  en,
  waitsFor,
  column: BOARD_COLUMNS.find((column) => column === place) ?? null,
  list: WORK_LISTS.find((list) => list === place) ?? null,
  sla,
  alarms,
})

export const STATE_INFO = {
  pendingReview: info('待报修审核', 'awaiting review', ['clerk'], 'today', 'response', 'no'),
  pendingBranch: info(
    '待网点确认',
    'awaiting branch confirmation',
    ['receivingBranch'],
    'waitingDispatch',
    'runs',
    'no',
  ),
  accepted: info('已受理', 'accepted', ['customer', 'clerk'], 'today', 'onSiteOnly', 'onSiteOnly'),
  pendingDispatch: info('待派工', 'to be dispatched', ['dispatcher'], 'waitingDispatch', 'runs', 'yes'),
  pendingReceive: info('待接收', 'awaiting technician', ['technician'], 'waitingDispatch', 'runs', 'yes'),
  inService: info('处理中', 'in service', ['technician'], 'inRepair', 'runs', 'yes'),
  awaitingCustomer: info(
    '待客户确认',
    "awaiting customer's decision",
    ['customer'],
    'waitingCustomer',
    'bySetting',
    'no',
  ),
  awaitingParts: info(
    '备件申领中',
    'awaiting parts',
    ['warehouse', 'upperUnit'],
    'waitingParts',
    'bySetting',
    'no',
  ),
  repeatService: info('多次维修中', 'further service', ['technician'], 'inRepair', 'runs', 'yes'),
  atVendor: info('委外送修中', 'at vendor', ['vendor'], 'atVendor', 'bySetting', 'no'),
  suspended: info('挂起', 'suspended', ['manager'], 'suspended', 'byReason', 'no'),
  readyForPickup: info('待取机', 'ready for pick-up', ['clerk', 'customer'], 'toNotify', 'stopped', 'no'),
  pendingSettlement: info('待完工结算', 'to be settled', ['cashier'], 'settlement', 'stopped', 'no'),
  pendingClose: info('待审核关闭', 'to be reviewed and closed', ['reviewer'], 'review', 'stopped', 'no'),
  cancelRequested: info('撤单申请中', 'cancel requested', ['upperUnit'], 'cancelRequests', 'runs', 'no'),
  closed: info('已关闭', 'closed', [], null, 'none', 'no'),
  cancelled: info('已撤单', 'cancelled', [], null, 'none', 'no'),
} as const satisfies Record<State, StateInfo>

/** Resolution stops on entering one of these and goes on if the order returns to repeatService (CLK-8). */
export const RESOLUTION_STOPS = [
  'readyForPickup',
  'pendingSettlement',
  'pendingClose',
] as const satisfies readonly State[]

/**
 * States that remember where they came from, innermost first: a cancel request may lie over a suspension,
 * that over a quote, that over a wait for parts.
 */
export const MEMORY_STATES = [
  'awaitingParts',
  'awaitingCustomer',
  'suspended',
  'cancelRequested',
] as const satisfies readonly State[]
export type MemoryState = (typeof MEMORY_STATES)[number]

export const isMemoryState = (state: State): state is MemoryState =>
  (MEMORY_STATES as readonly State[]).includes(state)
