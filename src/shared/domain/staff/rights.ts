// Who may do what (rule STF-2): one matrix, as data. Commands of a work order stand in the transition table
// (`COMMAND_INFO`), everything else here; the core checks both before anything happens, and docs/rights.md
// is the same matrix in words, compared cell by cell.
import { COMMAND_INFO, type CommandName } from '#shared/domain/work-order/commands.ts'
import type { Actor } from '#shared/domain/work-order/actors.ts'
import { COUNTER_ROLES, type Role, ROLES } from './roles.ts'

const working = ROLES.filter((role) => role !== 'auditor')

export const RIGHTS = {
  /** Intake, customers, machines, corrections. */
  takeIn: COUNTER_ROLES,
  /** Telephone numbers in full (STF-4). */
  seePhone: ['clerk', 'dispatcher'],
  /** Sees a masked number once, with a reason that is kept. */
  revealPhone: ['clerk', 'dispatcher', 'technician', 'manager'],
  revealPasscode: ['clerk', 'dispatcher', 'technician', 'manager'],
  remark: working,
  /** Stars of one's own, and what is important for everybody. */
  mark: working,
  addPhoto: working,
  /** One's own unfinished forms. */
  keepDraft: working,
  print: working,
  /** Calls, texts and appointments with the customer, and what he wants hurried. */
  contact: ['clerk', 'dispatcher', 'technician', 'cashier', 'manager'],
  urge: ['clerk', 'dispatcher', 'cashier', 'manager'],
  /** Drafts a quote; sending it and the customer's answer are commands of the table. */
  writeQuote: ['clerk', 'technician', 'manager'],
  /** Profit of a quote, and what others earn on a line. */
  seeProfit: ['manager', 'finance'],
  moveItems: ['clerk', 'dispatcher', 'technician', 'warehouse', 'manager'],
  declareLost: ['manager'],
  lendLoaner: ['clerk', 'dispatcher', 'manager'],
  /** Keeps the signed paper of a hand-over, scanned back: whoever hands over, and whoever reviews and misses it. */
  attachPaper: ['clerk', 'manager'],
  /** Seeks out technicians, branches and vendors for a job. */
  chooseTarget: ['dispatcher', 'clerk', 'manager'],
  /** Receives, moves, counts and corrects the stock; warehouses and places. */
  manageStock: ['warehouse', 'manager'],
  /** Gives parts out to orders and into bags. */
  issueParts: ['clerk', 'technician', 'warehouse', 'manager'],
  seeStock: working,
  /** What parts cost us; everybody else reads no cost. */
  seeCost: ['warehouse', 'finance', 'manager'],
  seeReviews: ['manager', 'auditor'],
  /** Writes good fixes into the knowledge base and takes them out again: whoever reviews. */
  publishKnowledge: ['manager'],
  manageStaff: ['manager'],
  manageShop: ['manager'],
  manageDirectories: ['manager', 'dispatcher'],
  /** Parts, service items, packages, and their import. */
  manageCatalogue: ['warehouse', 'manager'],
  manageBackups: ['manager'],
  /** Says which parts an order needs. */
  planParts: ['clerk', 'technician', 'warehouse', 'manager'],
  /** Says what was used of the parts in hand. */
  useParts: ['technician', 'clerk', 'manager'],
  /** Writes down what a copier's meter shows. */
  readMeter: ['clerk', 'technician', 'manager'],
  /** Lets an order close with parts in hand or old parts owed (PRT-12). */
  waiveParts: ['manager'],
  /** What is due, how it was settled, receipts of an order. */
  seeBills: ['clerk', 'cashier', 'finance', 'manager', 'auditor'],
  /** Takes money and gives it back. */
  takeMoney: ['cashier'],
  /** Has a second person approve what it may not do alone. */
  askApproval: ['clerk', 'cashier', 'finance', 'warehouse', 'manager'],
  /** Says yes to discounts above the limit, to what goes on account, to reversals and refunds (SET-6). */
  approveMoney: ['manager'],
  /** Confirms that money which somebody else took has arrived (SET-3). */
  confirmMoney: ['finance', 'manager'],
  /** Accounts, receipts of all customers, ageing and statements. */
  seeMoney: ['cashier', 'finance', 'manager', 'auditor'],
  /** Agrees with a customer when he pays what he owes. */
  followDebt: ['clerk', 'cashier', 'finance', 'manager'],
  /** Asks to give up what a customer owes; somebody else approves it. */
  writeOff: ['finance', 'manager'],
  /** Counts a drawer and closes its shift (SET-8). */
  countShift: ['cashier', 'manager'],
  /** Opens the drawer without a sale; cash in and out of it. */
  openDrawer: ['cashier', 'manager'],
  /** Shifts, counts and days. */
  seeShifts: ['cashier', 'finance', 'manager', 'auditor'],
  /** Confirms what others counted, and sees what is expected before the count. */
  confirmShift: ['finance', 'manager'],
  closeDay: ['manager'],
  fillInbox: ['manager', 'dispatcher'],
} as const satisfies Record<string, readonly Role[]>

/** From this many active people on, duties are kept apart whatever the setting `combineDuties` says (STF-2). */
export const PEOPLE_TO_SEPARATE = 5

export type Right = keyof typeof RIGHTS

/** Whether somebody has it, where an answer shows more to him; whether he may call is asked by `access`. */
export const has = (right: Right, roles: readonly Role[]): boolean =>
  (RIGHTS[right] as readonly Role[]).some((role) => roles.includes(role))

/** What a role has on its own jobs, beside the rights that it has on all. */
export const ON_OWN_JOBS = { seePhone: ['technician'] } as const satisfies Partial<
  Record<Right, readonly Role[]>
>

/** Roles that have a right on their own jobs only. They may call; the core asks for the order (`isBoundToJobs`). */
export const BOUND_TO_JOBS = {
  issueParts: ['technician'],
  useParts: ['technician'],
} as const satisfies Partial<Record<Right, readonly Role[]>>

/** Whether somebody has the right on his own jobs only: none of his roles has it on all. */
export const isBoundToJobs = (right: keyof typeof BOUND_TO_JOBS, roles: readonly Role[]): boolean => {
  const bound: readonly Role[] = BOUND_TO_JOBS[right]
  return !roles.some((role) => !bound.includes(role) && has(right, [role]))
}

/** The roles that have a right, for a procedure's `access`. */
export const may = (right: Right): readonly Role[] => RIGHTS[right]

/** Which of the shop's people an actor of the table can be: the rest depends on the order (`actorsOf`). */
const PEOPLE: Readonly<Record<Exclude<Actor, Role>, readonly Role[]>> = {
  reviewer: ['manager'],
  region: ['manager'],
  hq: ['manager'],
  system: [],
  receivingBranch: ['clerk', 'dispatcher', 'manager'],
}

const peopleOf = (actor: Actor): readonly Role[] =>
  (ROLES as readonly string[]).includes(actor) ? [actor as Role] : PEOPLE[actor as Exclude<Actor, Role>]

/** The roles that may ever give one of these commands; whether for this order the table decides. */
export const mayGive = (...commands: readonly CommandName[]): readonly Role[] => {
  const roles = new Set(commands.flatMap((command) => COMMAND_INFO[command].who.flatMap(peopleOf)))
  return ROLES.filter((role) => roles.has(role))
}
