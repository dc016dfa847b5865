// The calls that wait for an answer of the core: sent at once while it runs, kept while it restarts, and sent
// once more after a crash, because a command that is repeated with its id answers what it answered first.
import { randomUUID } from 'node:crypto'
import type { Reply, Request } from '#shared/contract/reply.ts'
import { HOST_FAULTS } from '#shared/contract/window.ts'
import type { ToCore } from '#shared/host/protocol.ts'

type Pending = {
  conn: string
  id: number
  request: Request
  sent: number
  resolve: (reply: Reply) => void
}

export type PendingCalls = Readonly<{
  add: (conn: string, request: Request) => Promise<Reply>
  answer: (id: number, reply: Reply) => void
  /** The core is up: send what waits, in the order it came. */
  resume: () => void
  /** The core died. */
  crashed: () => void
  /** Keep what comes from now on until `resume`. */
  hold: () => void
  /** Answer new calls with this fault, let the others finish. */
  refuse: (faultId: string) => void
  /** Answer everything with this fault. */
  stop: (faultId: string) => void
}>

export const createPendingCalls = (post: (message: ToCore) => void): PendingCalls => {
  const waiting = new Map<number, Pending>()
  let mode: 'open' | 'held' | { fault: string } = 'held'
  let last = 0

  const send = (one: Pending): void => {
    one.sent += 1
    post({ type: 'call', conn: one.conn, id: one.id, request: one.request })
  }

  const settle = (one: Pending, reply: Reply): void => {
    waiting.delete(one.id)
    one.resolve(reply)
  }

  return {
    add: (conn, request) => {
      if (typeof mode === 'object') return Promise.resolve(fault(mode.fault))
      last += 1
      const id = last
      return new Promise((resolve) => {
        // With an id of its own every call can be repeated, also one whose window gave none.
        const repeatable = { ...request, commandId: request.commandId ?? randomUUID() }
        const one: Pending = { conn, id, request: repeatable, sent: 0, resolve }
        waiting.set(id, one)
        if (mode === 'open') send(one)
      })
    },
    answer: (id, reply) => {
      const one = waiting.get(id)
      if (one) settle(one, reply)
    },
    resume: () => {
      mode = 'open'
      for (const one of waiting.values()) send(one)
    },
    crashed: () => {
      mode = 'held'
      for (const one of waiting.values()) if (!mayRepeat(one)) settle(one, fault(HOST_FAULTS.died))
    },
    hold: () => {
      mode = 'held'
    },
    refuse: (faultId) => {
      mode = { fault: faultId }
    },
    stop: (faultId) => {
      mode = { fault: faultId }
      for (const one of waiting.values()) settle(one, fault(faultId))
    },
  }
}

// Twice only: a call that kills the core would otherwise kill it for ever. And never a sign-in: its repeated
// answer would be the first one's, while the new connection still has nobody.
const mayRepeat = (one: Pending): boolean =>
  one.sent === 0 || (one.sent === 1 && !one.request.method.startsWith('session.log'))

const fault = (faultId: string): Reply => ({ ok: false, kind: 'fault', faultId })
