// The shape of a guard's case: an order whose command passes (order.fixture.ts), one thing taken away, and
// the refusal with what is missing and the way out.
import type { Actor } from '../actors.ts'
import type { CommandName } from '../commands.ts'
import type { Facts } from '../facts.ts'
import type { CommandFields } from '../fields.ts'
import type { Order } from '../order.ts'
import type { Short } from '../states.ts'

export type Change = Readonly<{
  order?: Partial<Order>
  facts?: Partial<Facts>
  fields?: CommandFields
  by?: readonly Actor[]
}>

export type GuardCase = readonly [
  title: string,
  command: CommandName,
  state: Short,
  change: Change,
  refusal: string,
  missing: readonly string[],
  wayOut: readonly unknown[],
]

export type AllowedCase = readonly [title: string, command: CommandName, state: Short, change: Change]

/** Everybody in a shop but the manager. */
export const shop: readonly Actor[] = [
  'clerk',
  'dispatcher',
  'technician',
  'warehouse',
  'cashier',
  'finance',
  'auditor',
]

// Ways out, short because each case names some.
export const c = (command: CommandName) => ({ command })
export const f = (field: string) => ({ field })
export const a = (action: string) => ({ action })
export const t = (task: string) => ({ task })
