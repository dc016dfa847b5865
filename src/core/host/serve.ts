// The core at the other end of main's channel, whatever kind of process it runs in.
import type { HostPrintResult, HostPrinter, HostPrinterInfo } from '#shared/host/printer.ts'
import type { FromCore, Hello, StartFailure, ToCore } from '#shared/host/protocol.ts'
import type { CoreEvent, Reply, Request } from '#shared/contract/reply.ts'

/** One channel to main: a Node child's, a utility process's, or two arrays in a test. */
export type Port = Readonly<{
  post: (message: FromCore) => void
  onMessage: (listener: (message: ToCore) => void) => void
  /** Main is gone. */
  onClose: (listener: () => void) => void
}>

export type ServedConnection = Readonly<{
  call: (request: Request) => Promise<Reply>
  token: () => string | null
  close: () => void
}>
export type ServedCore = Readonly<{
  connect: (terminal: string, send: (event: CoreEvent) => void, token?: string) => ServedConnection
  drain: () => Promise<void>
}>

export type ServeOptions = Readonly<{
  open: (hello: Hello, hostPrinter: HostPrinter | undefined) => Promise<ServedCore>
  /** Turns what `open` threw into plain words for the person. */
  explain: (error: unknown) => Readonly<{ reason: StartFailure; message: string }>
  /** Ends the process. */
  end: () => void
}>

const DRAIN_AFTER_CLOSE_MS = 1000

/** Answers main until it drains the core or is gone. */
export const serve = (port: Port, options: ServeOptions): void => {
  let core: ServedCore | undefined
  const connections = new Map<string, { connection: ServedConnection; token: string | null }>()
  const underWay = new Set<Promise<unknown>>()
  const printer = remotePrinter(port)

  const tellToken = (conn: string): void => {
    const known = connections.get(conn)
    if (!known) return
    const token = known.connection.token()
    if (token === known.token) return
    known.token = token
    port.post({ type: 'token', conn, token })
  }

  const start = async (hello: Hello): Promise<void> => {
    try {
      core = await options.open(hello, hello.hostPrinter ? printer : undefined)
      port.post({ type: 'ready' })
    } catch (error) {
      port.post({ type: 'startFailed', ...options.explain(error) })
    }
  }

  const connect = (message: Extract<ToCore, { type: 'connect' }>): void => {
    const send = (event: CoreEvent): void => {
      tellToken(message.conn)
      port.post({ type: 'event', conn: message.conn, event })
    }
    const connection = core?.connect(message.terminal, send, message.token ?? undefined)
    if (!connection) return
    connections.set(message.conn, { connection, token: message.token })
    tellToken(message.conn)
  }

  const call = async ({ conn, id, request }: Extract<ToCore, { type: 'call' }>): Promise<void> => {
    const connection = connections.get(conn)?.connection
    const reply = connection ? await connection.call(request).catch(unexpected) : unexpected()
    // The token goes first: were it lost in a crash after the reply, the person would be signed out.
    tellToken(conn)
    port.post({ type: 'reply', conn, id, reply })
  }

  const drain = async (): Promise<void> => {
    await Promise.all(underWay)
    await core?.drain()
  }

  port.onMessage((message) => {
    if (message.type === 'hello') void start(message)
    else if (message.type === 'connect') connect(message)
    else if (message.type === 'call') track(underWay, call(message))
    else if (message.type === 'close') {
      connections.get(message.conn)?.connection.close()
      connections.delete(message.conn)
    } else if (message.type === 'printers') printer.answer(message.ask, message.printers)
    else if (message.type === 'printed') printer.answer(message.ask, message.result)
    else if (message.type === 'ping') port.post({ type: 'pong', n: message.n })
    else void drain().then(() => port.post({ type: 'drained' }))
  })

  port.onClose(() => {
    setTimeout(options.end, DRAIN_AFTER_CLOSE_MS)
    void drain().then(options.end, options.end)
  })
}

// `call` of a core never rejects; if it does all the same, that is a fault like any other.
const unexpected = (): Reply => ({ ok: false, kind: 'fault', faultId: 'core-host' })

const track = (all: Set<Promise<unknown>>, one: Promise<unknown>): void => {
  all.add(one)
  void one.finally(() => all.delete(one))
}

type Answer = readonly HostPrinterInfo[] | HostPrintResult

const remotePrinter = (port: Port): HostPrinter & { answer: (ask: number, value: Answer) => void } => {
  const waiting = new Map<number, (value: never) => void>()
  let last = 0
  const ask = <T extends Answer>(send: (ask: number) => void): Promise<T> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve as (value: never) => void)
      send(last)
    })
  return {
    list: () => ask((n) => port.post({ type: 'listPrinters', ask: n })),
    print: (job) => ask((n) => port.post({ type: 'print', ask: n, job })),
    answer: (n, value) => {
      waiting.get(n)?.(value as never)
      waiting.delete(n)
    },
  }
}
