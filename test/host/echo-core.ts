// A core that knows no shop: it answers what it is asked, signs anybody in, dies or hangs when told to. Served by
// the real `serve`, so that both kinds of process can be tested with it, also where the real core cannot run.
import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { portToMain } from '#core/host/ports.ts'
import { serve } from '#core/host/serve.ts'
import type { ServedConnection } from '#core/host/serve.ts'
import type { CoreEvent, Reply, Request } from '#shared/contract/reply.ts'
import type { HostPrinter } from '#shared/host/printer.ts'
import type { Hello } from '#shared/host/protocol.ts'
import type { JsonValue } from '#shared/kernel/result.ts'

const open = async (hello: Hello, printer: HostPrinter | undefined) => {
  const mark = (line: string): void => appendFileSync(join(hello.dataDir, 'echo.log'), `${line}\n`)
  if (existsSync(join(hello.dataDir, 'refuse'))) throw new Error('数据打不开 / the data does not open')
  if (existsSync(join(hello.dataDir, 'die-at-start'))) process.kill(process.pid, 'SIGKILL')
  mark(`open ${process.pid}`)
  return {
    connect: (terminal: string, send: (event: CoreEvent) => void, token?: string) =>
      connection({ hello, printer, terminal, send, mark }, token ?? null),
    drain: async () => mark('drained'),
  }
}

type World = Readonly<{
  hello: Hello
  printer: HostPrinter | undefined
  terminal: string
  send: (event: CoreEvent) => void
  mark: (line: string) => void
}>

const connection = (world: World, first: string | null): ServedConnection => {
  let token = first
  const answers: Record<string, (request: Request) => unknown> = {
    'echo.back': (request) => request.params,
    'echo.request': (request) => request,
    'echo.hello': () => world.hello,
    'echo.pid': () => process.pid,
    'echo.tell': () => world.send({ type: 'changed', tags: ['echo'] }),
    'echo.write': (request) => world.mark(`write ${String(request.params)}`),
    'echo.slow': () => new Promise((resolve) => setTimeout(resolve, 300, 'slow')),
    'echo.die': () => process.kill(process.pid, 'SIGKILL'),
    // Dies under the first process of this folder only, as a rare crash does.
    'echo.dieOnce': () => {
      if (existsSync(join(world.hello.dataDir, 'died'))) return 'survived'
      appendFileSync(join(world.hello.dataDir, 'died'), '')
      process.kill(process.pid, 'SIGKILL')
      return new Promise(() => undefined)
    },
    'echo.hang': () => {
      for (;;);
    },
    'echo.throw': () => {
      throw new Error('a bug')
    },
    'echo.printers': () => world.printer?.list() ?? null,
    'echo.print': (request) => world.printer?.print(request.params as never) ?? null,
    'session.login': (request) => {
      token = `token of ${String(request.params)}`
      return {}
    },
    'session.logout': () => {
      token = null
      return {}
    },
    'session.current': () => ({ token, terminal: world.terminal }),
  }
  return {
    call: async (request): Promise<Reply> => {
      const value = await answers[request.method]?.(request)
      return { ok: true, value: (value ?? null) as JsonValue }
    },
    token: () => token,
    close: () => world.mark('close'),
  }
}

const port = portToMain()
if (!port) throw new Error('started without a channel')
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
serve(port, {
  open,
  explain: (error) => ({ reason: 'other', message: (error as Error).message }),
  end: () => process.exit(0),
})
