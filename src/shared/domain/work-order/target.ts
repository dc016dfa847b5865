// Where a cell leads: the fixed state, the remembered one, or the one that money, the machine or the fields
// decide.
import type { CommandName } from './commands.ts'
import type { Facts } from './facts.ts'
import type { CommandFields } from './fields.ts'
import type { Order, OrderEvent } from './order.ts'
import { isMemoryState, STATE_OF, type State } from './states.ts'
import { type Cell, cellOf } from './table.ts'

export type Target = Readonly<{ to: State; memory: OrderEvent['memory'] }>
type MoneyFacts = Pick<Facts, 'due' | 'settled' | 'skipZeroSettlement'>

/** `$`: cancelled if that was approved; closed next if the money is done with; else to be settled. */
const moneyGate = (order: Order, facts: MoneyFacts): State => {
  if (order.cancelApproved) return 'cancelled'
  const done = facts.settled !== 'no' || (facts.due === 0 && facts.skipZeroSettlement)
  return done ? 'pendingClose' : 'pendingSettlement'
}

const byMachine = (order: Order, otherwise: State): State =>
  order.machine === 'here' ? 'readyForPickup' : otherwise

/** The remembered state, unless the machine moved meanwhile: back from the vendor, or arrived here. */
const remembered = (command: CommandName, order: Order): State => {
  const back = order.stack.at(-1)
  if (back === undefined) throw new Error(`${order.state} remembers no state`)
  if (order.machine !== 'here') return back
  if (command === 'acceptQuote' && back === 'atVendor') return 'inService'
  if (command === 'partsReady' && back === 'accepted') return 'pendingDispatch'
  return back
}

const chosen = (cell: Cell, order: Order, facts: MoneyFacts, fields: CommandFields): State => {
  switch (cell) {
    case '$':
      return moneyGate(order, facts)
    case 'D':
      return byMachine(order, moneyGate(order, facts))
    case 'X':
      return byMachine(order, 'cancelled')
    case 'AC/RP':
      return order.purpose === 'handOver' ? 'readyForPickup' : 'accepted'
    case 'PD/RP':
      return order.purpose === 'handOver' ? 'readyForPickup' : 'pendingDispatch'
    case 'ST/RS':
      return fields.to ?? 'pendingSettlement'
    case '=':
    case '←':
      return order.state
    default:
      return STATE_OF[cell]
  }
}

export const targetOf = (
  cell: Cell,
  command: CommandName,
  order: Order,
  facts: MoneyFacts,
  fields: CommandFields,
): Target => {
  if (cell === '=') return { to: order.state, memory: 'keep' }
  if (cell === '←') return { to: remembered(command, order), memory: 'pop' }
  const to = chosen(cell, order, facts, fields)
  return { to, memory: isMemoryState(to) ? 'push' : 'clear' }
}

/** Every target the command can have for this order, whatever the money and the fields are. */
export const possibleTargets = (order: Order, command: CommandName): readonly Target[] => {
  const cell = cellOf(command, order.state)
  if (cell === null || (cell === '←' && order.stack.length === 0)) return []
  const facts = { due: 0, skipZeroSettlement: false }
  return [
    targetOf(cell, command, order, { ...facts, settled: 'paid' }, { to: 'pendingSettlement' }),
    targetOf(cell, command, order, { ...facts, settled: 'no' }, { to: 'repeatService' }),
  ]
}
