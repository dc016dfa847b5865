// A screen asks for a verb of an order: the order opens as a work tab, and its panel of that verb with it. What
// is asked for waits here until the order screen takes it.
import type { CommandName } from '#shared/domain/work-order/commands.ts'

/** A command of the table, or the one panel of the order that is none: what the customer wants hurried. */
export type AskedVerb = CommandName | 'urge'
type Listener = (orderId: string) => void

const asked = new Map<string, AskedVerb>()
const listeners = new Set<Listener>()

/** Opens the order and the panel of `command` in it; what the order cannot do now is explained there. */
export const openVerb = (orderId: string, command: AskedVerb): void => {
  asked.set(orderId, command)
  for (const listener of listeners) listener(orderId)
}

/** What was asked of this order, once. */
export const takeVerb = (orderId: string): AskedVerb | undefined => {
  const command = asked.get(orderId)
  asked.delete(orderId)
  return command
}

/** Hears every request: the store opens the tab, an order that is shown already takes its verb. */
export const onVerbAsked = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For the order screen: what was asked before it was shown, and what is asked while it is. */
export const onVerbFor = (orderId: string, act: (command: AskedVerb) => void): (() => void) => {
  const take = (id: string) => {
    const command = id === orderId ? takeVerb(id) : undefined
    if (command !== undefined) act(command)
  }
  take(orderId)
  return onVerbAsked(take)
}
