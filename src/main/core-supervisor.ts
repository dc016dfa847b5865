// Keeps one core running: starts it, starts it anew when it dies, brings every window's session over, and
// drains it at the end. Knows no Electron, so that it is tested with real processes under plain Node.
import type { CoreEvent, Reply, Request } from '#shared/contract/reply.ts'
import type { CoreState } from '#shared/contract/window.ts'
import { HOST_FAULTS } from '#shared/contract/window.ts'
import type { HostPrinter } from '#shared/host/printer.ts'
import type { FromCore, Hello, StartFailure } from '#shared/host/protocol.ts'
import type { CoreProcess } from './core-host.ts'
import { createPendingCalls } from './pending-calls.ts'
import { createRestartRule } from './restart-rule.ts'

export type SupervisorOptions = Readonly<{
  /** Starts a process; its code loads while `hello` is still being made. */
  start: () => CoreProcess
  hello: () => Promise<Omit<Hello, 'type' | 'hostPrinter'>>
  hostPrinter?: HostPrinter | undefined
  onState: (state: CoreState, message: string) => void
  log: (event: string, details?: Readonly<Record<string, unknown>>) => void
  /** Milliseconds between two looks whether the core still answers. */
  pulseMs?: number
}>

export type WindowConnection = Readonly<{
  /** Never rejects. Waits while the core restarts; answers a fault when it is given up. */
  call: (request: Request) => Promise<Reply>
  close: () => void
}>

export type Supervisor = Readonly<{
  connect: (terminal: string, onEvent: (event: CoreEvent) => void) => WindowConnection
  state: () => Readonly<{ state: CoreState; message: string }>
  /** Starts again after `down`. */
  retry: () => void
  /** Takes no more calls, lets the core finish, and answers whether it said so in time. */
  quit: (timeoutMs: number) => Promise<boolean>
}>

type Connection = { terminal: string; token: string | null; onEvent: (event: CoreEvent) => void }

// A core that answers no ping this many times in a row hangs and is ended. Counted in our own ticks, so that
// a computer that slept does not count the night.
const MISSED_PULSES = 6
const PULSE_MS = 5000
const IN_USE_TRIES = 4
const IN_USE_WAIT_MS = 500

const GAVE_UP =
  '程序的数据部分连续三次意外停止，已暂停。已保存的数据都在。请点“重试”；仍不行请重启电脑。 / ' +
  'The data part of the program stopped three times in a row and was paused. Everything saved is safe. Press Retry; if that does not help, restart the computer.'

export const superviseCore = (options: SupervisorOptions): Supervisor => {
  const { log } = options
  const connections = new Map<string, Connection>()
  const calls = createPendingCalls((said) => core?.post(said))
  const rule = createRestartRule(Date.now)
  let core: CoreProcess | undefined
  let state: CoreState = 'restarting'
  let message = ''
  let quitting: { done: (drained: boolean) => void } | undefined
  let inUse = 0
  let lastConnection = 0

  const tell = (next: CoreState, words = ''): void => {
    state = next
    message = words
    options.onState(next, words)
  }

  const start = (): void => {
    if (quitting) return
    const self = options.start()
    core = self
    const pulse = watchPulse(self, options.pulseMs ?? PULSE_MS, log)
    self.onMessage((said) => {
      if (core !== self) return
      pulse.alive()
      receive(self, said)
    })
    self.onExit((how) => {
      pulse.stop()
      if (core !== self) return
      core = undefined
      died(how)
    })
    void greet(self)
  }

  const greet = async (self: CoreProcess): Promise<void> => {
    const hello = await options.hello()
    self.post({ type: 'hello', hostPrinter: options.hostPrinter !== undefined, ...hello })
  }

  const receive = (self: CoreProcess, said: FromCore): void => {
    if (said.type === 'reply') calls.answer(said.id, said.reply)
    else if (said.type === 'event') connections.get(said.conn)?.onEvent(said.event)
    else if (said.type === 'token') {
      const connection = connections.get(said.conn)
      if (connection) connection.token = said.token
    } else if (said.type === 'ready') up()
    else if (said.type === 'startFailed') startFailed(self, said.reason, said.message)
    else if (said.type === 'listPrinters') void listPrinters(self, said.ask)
    else if (said.type === 'print') void print(self, said)
    else if (said.type === 'drained') drained(self)
  }

  const up = (): void => {
    inUse = 0
    rule.started()
    log('core up', { pid: core?.pid })
    for (const [conn, { terminal, token }] of connections) {
      core?.post({ type: 'connect', conn, terminal, token })
    }
    tell('up')
    calls.resume()
  }

  const died = (how: string): void => {
    log('core died', { how })
    if (quitting) return quitting.done(false)
    if (state === 'down') return
    calls.crashed()
    const wait = rule.died()
    if (wait === undefined) return giveUp(GAVE_UP)
    tell('restarting')
    setTimeout(start, wait)
  }

  const startFailed = (self: CoreProcess, reason: StartFailure, words: string): void => {
    log('core did not start', { reason })
    // A predecessor whose main was killed may still be closing the same folder.
    inUse += 1
    if (reason === 'inUse' && inUse < IN_USE_TRIES) {
      setTimeout(() => core === self && void greet(self), IN_USE_WAIT_MS)
      return
    }
    core = undefined
    self.kill()
    giveUp(words)
  }

  const giveUp = (words: string): void => {
    if (quitting) return
    tell('down', words)
    calls.stop(HOST_FAULTS.down)
  }

  const drained = (self: CoreProcess): void => {
    core = undefined
    self.kill()
    quitting?.done(true)
  }

  const listPrinters = async (self: CoreProcess, ask: number): Promise<void> => {
    const printers = (await options.hostPrinter?.list()) ?? []
    self.post({ type: 'printers', ask, printers })
  }

  const print = async (self: CoreProcess, said: Extract<FromCore, { type: 'print' }>): Promise<void> => {
    const none = { result: 'failed', message: 'no printing here' } as const
    self.post({
      type: 'printed',
      ask: said.ask,
      result: (await options.hostPrinter?.print(said.job)) ?? none,
    })
  }

  start()

  return {
    connect: (terminal, onEvent) => {
      lastConnection += 1
      const conn = `window-${lastConnection}`
      connections.set(conn, { terminal, token: null, onEvent })
      if (state === 'up') core?.post({ type: 'connect', conn, terminal, token: null })
      return {
        call: (request) => calls.add(conn, request),
        close: () => {
          connections.delete(conn)
          if (state === 'up') core?.post({ type: 'close', conn })
        },
      }
    },
    state: () => ({ state, message }),
    retry: () => {
      if (state !== 'down' || quitting) return
      inUse = 0
      rule.reset()
      tell('restarting')
      calls.hold()
      start()
    },
    quit: (timeoutMs) =>
      new Promise((resolve) => {
        const finish = (drainedInTime: boolean): void => {
          clearTimeout(timer)
          core?.kill()
          calls.stop(HOST_FAULTS.quitting)
          resolve(drainedInTime)
        }
        quitting = { done: finish }
        const timer = setTimeout(() => finish(false), timeoutMs)
        calls.refuse(HOST_FAULTS.quitting)
        if (core && state === 'up') core.post({ type: 'drain' })
        // What is not open yet, or was given up, has nothing to finish.
        else finish(true)
      }),
  }
}

const watchPulse = (
  watched: CoreProcess,
  everyMs: number,
  log: SupervisorOptions['log'],
): { alive: () => void; stop: () => void } => {
  let missed = 0
  let heard = false
  let n = 0
  const timer = setInterval(() => {
    // Opening a large data folder for the first time after an update may take as long as it takes.
    if (!heard) return
    missed += 1
    if (missed > MISSED_PULSES) {
      log('core hangs, ending it', { pid: watched.pid })
      watched.kill()
      return
    }
    n += 1
    watched.post({ type: 'ping', n })
  }, everyMs)
  return {
    alive: () => {
      heard = true
      missed = 0
    },
    stop: () => clearInterval(timer),
  }
}
