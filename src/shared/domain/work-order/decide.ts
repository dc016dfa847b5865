// The heart of a work order: `decide` answers a command with events or a refusal, `apply` makes an event
// true, `allowedCommands` asks the same table which buttons to show. All pure.
import { type Actor, actorsOf } from './actors.ts'
import { COMMAND_INFO, type CommandName, COMMANDS } from './commands.ts'
import type { Facts } from './facts.ts'
import type { CommandFields, FieldName } from './fields.ts'
import type { Ask } from './guard-checks.ts'
import { guardProblem, neededFields } from './guards.ts'
import type { Order, OrderEvent } from './order.ts'
import { type Problem, problem, type Refusal, toRefusal } from './refusals.ts'
import { isFinal, STATE_OF } from './states.ts'
import { cellOf, isInTable, statesOf } from './table.ts'
import { changesOf, followsOf } from './effects.ts'
import { possibleTargets, targetOf } from './target.ts'
import { tableWayOut } from './way-out.ts'

/** A command as given: by whom (roles of the person, or an actor beyond the shop) and with which fields. */
export type Command = Readonly<{ name: CommandName; by: readonly Actor[]; fields?: CommandFields }>

export type Decision =
  | Readonly<{ ok: true; events: readonly OrderEvent[] }>
  | Readonly<{ ok: false; refusal: Refusal }>

const findProblem = (name: CommandName, ask: Ask): Problem | null => {
  const { state } = ask.order
  if (!isInTable(name, state)) {
    const allowedIn = statesOf(name).map((short) => STATE_OF[short])
    const code = isFinal(state) ? 'orderIsFinal' : 'notInThisState'
    return problem(code, ['state'], tableWayOut(name, state), { allowedIn })
  }
  return permissionProblem(name, ask) ?? guardProblem(name, ask)
}

/** The second half of STF-2: the command is not for this person, or not on this order. */
export const permissionProblem = (name: CommandName, ask: Pick<Ask, 'actors' | 'facts'>): Problem | null => {
  const { who } = COMMAND_INFO[name]
  if (!who.some((actor) => ask.actors.has(actor)))
    return problem('notYourRole', ['roles'], [{ roles: who }], { who })
  // A technician works on his own jobs; whoever may give the command in another role needs none.
  const othersWho = who.filter((actor) => actor !== 'technician')
  if (!ask.facts.onTheJob && !othersWho.some((actor) => ask.actors.has(actor)))
    return problem(
      'notYourJob',
      ['primary'],
      [{ command: 'dispatch' }, { roles: [...othersWho, 'dispatcher'] }],
    )
  return null
}

/** A way out is a door that opens: commands that the table refuses in this state are left out. */
const refusalOf = (found: Problem, name: CommandName, order: Order): Refusal => {
  const wayOut = found.wayOut.filter((way) => !('command' in way) || isInTable(way.command, order.state))
  return toRefusal({ ...found, wayOut }, name, order.state)
}

/** What happens when this command is given to this order; nothing is changed yet. */
export const decide = (order: Order, command: Command, facts: Facts): Decision => {
  const fields = command.fields ?? {}
  const actors = actorsOf(command.by, order, facts)
  const found = findProblem(command.name, { order, facts, actors, fields })
  if (found !== null) return { ok: false, refusal: refusalOf(found, command.name, order) }
  const cell = cellOf(command.name, order.state)
  if (cell === null) throw new Error(`no cell for ${command.name} in ${order.state}`)
  const target = targetOf(cell, command.name, order, facts, fields)
  const event: OrderEvent = {
    command: command.name,
    from: order.state,
    to: target.to,
    memory: target.memory,
    set: changesOf(command.name, order, facts, fields, target),
    follows: followsOf(command.name, order, facts, fields, target),
  }
  return { ok: true, events: [event] }
}

const stackAfter = (order: Order, memory: OrderEvent['memory']): Order['stack'] => {
  if (memory === 'push') return [...order.stack, order.state]
  if (memory === 'pop') return order.stack.slice(0, -1)
  return memory === 'clear' ? [] : order.stack
}

/** The order after an event. It trusts the event: `decide` made it, or `fits` was asked before. */
export const apply = (order: Order, event: OrderEvent): Order => ({
  ...order,
  ...event.set,
  state: event.to,
  stack: stackAfter(order, event.memory),
})

/** Whether an event from elsewhere (another PC, a branch) is a step of the table for this order. */
export const fits = (order: Order, event: OrderEvent): boolean =>
  event.from === order.state &&
  possibleTargets(order, event.command).some(
    (target) => target.to === event.to && target.memory === event.memory,
  )

export type Allowance =
  | Readonly<{ command: CommandName; allowed: true; needs: readonly FieldName[] }>
  | Readonly<{ command: CommandName; allowed: false; refusal: Refusal }>

/** Every command for the window: allowed with the fields it will ask for, or refused with why. */
export const allowedCommands = (
  order: Order,
  facts: Facts,
  roles: readonly Actor[],
): readonly Allowance[] => {
  const ask: Ask = { order, facts, actors: actorsOf(roles, order, facts), fields: null }
  return COMMANDS.map((command) => {
    const found = findProblem(command, ask)
    return found === null
      ? { command, allowed: true, needs: neededFields(command, ask) }
      : { command, allowed: false, refusal: refusalOf(found, command, order) }
  })
}

/** A custody move (CLS-7) is no command of the table: the machine was scanned in or out somewhere. */
export const moveMachine = (order: Order, machine: Order['machine']): Order => ({ ...order, machine })
