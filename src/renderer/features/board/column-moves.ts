// Where a command would put a card, so that a drag ends in the verb that leads there. The table decides; what only the
// core knows (where an order came from, where its machine is) is answered by the likely columns.
import { STATE_INFO } from '#shared/domain/work-order/states.ts'
import type { BoardColumn, State } from '#shared/domain/work-order/states.ts'
import { STATE_OF } from '#shared/domain/work-order/states.ts'
import type { Cell, CommandName } from '#shared/domain/work-order/index.ts'
import { COMMANDS, cellOf } from '#shared/domain/work-order/index.ts'

/** An order that goes back to where it came from: to its technician, or to whoever hands it out. */
const BACK: readonly BoardColumn[] = ['inRepair', 'waitingDispatch']

const columnsOf = (cell: Cell): readonly BoardColumn[] => {
  if (cell === '←') return BACK
  if (cell === 'D') return ['toNotify']
  if (cell === '=' || cell === '$' || cell === 'X') return []
  return cell.split('/').flatMap((short) => STATE_INFO[STATE_OF[short as keyof typeof STATE_OF]].column ?? [])
}

/** The columns to which a command may lead from a state. */
export const columnsAfter = (command: CommandName, state: State): readonly BoardColumn[] => {
  const cell = cellOf(command, state)
  if (cell === null) return []
  // A notice changes no state, yet from then on the customer must act.
  return command === 'notify' ? ['waitingPickup'] : columnsOf(cell)
}

/** Every command of the table that may lead a card from its state into a column. */
export const commandsTo = (column: BoardColumn, state: State): readonly CommandName[] =>
  COMMANDS.filter((command) => columnsAfter(command, state).includes(column))

/** The next column in a direction that holds cards; null at the edge. */
export const nextColumn = (counts: readonly number[], from: number, step: 1 | -1): number | null => {
  for (let at = from + step; at >= 0 && at < counts.length; at += step) if ((counts[at] ?? 0) > 0) return at
  return null
}
