// The one wire between this window and the core: calls go out, events come in to everybody who listens.
import { HOST_FAULTS } from '#shared/contract/window.ts'
import type { CallCounter, ConnectCounter, WindowEvent } from '#shared/contract/window.ts'

export type Bridge = Readonly<{
  call: CallCounter
  /** Tells every later event; answers how to stop listening. */
  listen: (listener: (event: WindowEvent) => void) => () => void
}>

/** Connects once. The wire never rejects by contract; if it does all the same, that is an unknown outcome. */
export const createBridge = (connect: ConnectCounter): Bridge => {
  const listeners = new Set<(event: WindowEvent) => void>()
  const send = connect((event) => {
    for (const listener of listeners) listener(event)
  })
  return {
    call: (method, params = {}, commandId) =>
      send(method, params, commandId).catch(
        () => ({ ok: false, kind: 'fault', faultId: HOST_FAULTS.died }) as const,
      ),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
