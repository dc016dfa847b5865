// The one wire between this window and the core: calls go out, events come in to everybody who listens.
import { HOST_FAULTS } from '#shared/contract/window.ts'
import type { CallCounter, ConnectCounter, WindowEvent } from '#shared/contract/window.ts'

export type Bridge = Readonly<{
  call: CallCounter
  /** Tells every later event; answers how to stop listening. */
  listen: (listener: (event: WindowEvent) => void) => () => void
  /** Tells the code of every refusal, whoever asked: the window locks when nobody is signed in any more. */
  onRefusal: (listener: (code: string) => void) => () => void
}>

/** Connects once. The wire never rejects by contract; if it does all the same, that is an unknown outcome. */
export const createBridge = (connect: ConnectCounter): Bridge => {
  const listeners = new Set<(event: WindowEvent) => void>()
  const refusals = new Set<(code: string) => void>()
  const send = connect((event) => {
    for (const listener of listeners) listener(event)
  })
  return {
    call: async (method, params = {}, commandId) => {
      const reply = await send(method, params, commandId).catch(
        () => ({ ok: false, kind: 'fault', faultId: HOST_FAULTS.died }) as const,
      )
      if (!reply.ok && reply.kind === 'refusal') for (const tell of refusals) tell(reply.refusal.refusal)
      return reply
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onRefusal: (listener) => {
      refusals.add(listener)
      return () => refusals.delete(listener)
    },
  }
}
