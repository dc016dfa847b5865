// Real `counter` processes for tests and the soak: the command line as a person or a script runs it.
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = `${root}src/core/host/cli.ts`
/** Compiled sources are kept from one start to the next: a start costs half. */
const COMPILED = `${root}node_modules/.cache/repair-counter/compiled`

export const PASSWORD = 'counter-test-1'

export type ProcessOptions = Readonly<{
  /** Another build of the command line than the sources. */
  cli?: string
  env?: Readonly<Record<string, string>>
  /** A program that runs node, with its arguments: a tracer, another user. */
  under?: readonly string[]
}>

export const spawnCounter = (
  args: readonly string[],
  { cli = SOURCES, env = {}, under = [] }: ProcessOptions = {},
): ChildProcessWithoutNullStreams => {
  const [program = '', ...rest] = [...under, process.execPath, cli, ...args]
  return spawn(program, rest, {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, REPAIR_COUNTER_PASSWORD: PASSWORD, ...env },
  })
}

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>

/** Runs `counter …` to its end. */
export const runCounter = async (
  args: readonly string[],
  options: ProcessOptions & { input?: string } = {},
): Promise<Ended> => {
  const child = spawnCounter(args, options)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, stdout, stderr }
}

/** A new shop in the folder, its manager 1001. */
export const initShop = async (dir: string, options: ProcessOptions = {}): Promise<void> => {
  const args = ['init', '--data', dir, '--shop', '华强北快修', '--branch', 'SZ01', '--admin', '1001']
  const { code, stderr } = await runCounter([...args, '--name', '王店长', '--area', '0755'], options)
  if (code !== 0) throw new Error(`init ended with ${code}: ${stderr}`)
}

export type RpcAnswer = Readonly<{
  jsonrpc: '2.0'
  id: number | string | null
  result?: unknown
  error?: { code: number; message: string; data?: Record<string, unknown> }
}>

export type Served = Readonly<{
  pid: number
  /** Sends one request with the next id and answers what comes back under that id. */
  ask: (method: string, params?: unknown, commandId?: string) => Promise<RpcAnswer>
  /** The result; anything else throws. */
  value: <T = Record<string, unknown>>(method: string, params?: unknown, commandId?: string) => Promise<T>
  signIn: (staffNo?: string, password?: string) => Promise<void>
  /** Sends a line as it is and answers the next line that belongs to no asked id. */
  line: (text: string) => Promise<RpcAnswer>
  /** Sends a line and waits for nothing. */
  send: (text: string) => void
  /** Every line of stdout so far. */
  lines: readonly string[]
  stderr: () => string
  /** End of input; answers the exit code. */
  end: () => Promise<number | null>
  /** kill -9; answers once the process is gone. What was not answered is answered with `gone`. */
  kill: () => Promise<void>
  ended: Promise<number | null>
}>

/** What an asked request is answered with when the process dies first. */
export class Gone extends Error {}

/** Starts `counter serve` on the folder. */
export const serveCounter = (dir: string, options: ProcessOptions = {}): Served => {
  const child = spawnCounter(['serve', '--data', dir], options)
  const lines: string[] = []
  const asked = new Map<number, { resolve: (answer: RpcAnswer) => void; reject: (error: Error) => void }>()
  const others: ((answer: RpcAnswer) => void)[] = []
  let stderr = ''
  let nextId = 1
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(text)
    const answer = JSON.parse(text) as RpcAnswer
    const waiting = asked.get(answer.id as number)
    asked.delete(answer.id as number)
    if (waiting) waiting.resolve(answer)
    else others.shift()?.(answer)
  })
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      for (const { reject } of asked.values()) reject(new Gone(`the process ended: ${stderr}`))
      asked.clear()
      done(code)
    })
  })
  const send = (text: string): void => void child.stdin.write(`${text}\n`)
  const ask: Served['ask'] = (method, params, commandId) => {
    const id = nextId++
    const meta = commandId === undefined ? {} : { meta: { commandId } }
    const answer = new Promise<RpcAnswer>((resolve, reject) => asked.set(id, { resolve, reject }))
    send(JSON.stringify({ jsonrpc: '2.0', id, method, params, ...meta }))
    return answer
  }
  const value: Served['value'] = async <T>(method: string, params?: unknown, commandId?: string) => {
    const { result, error } = await ask(method, params, commandId)
    if (error) throw new Error(`${method} answered ${JSON.stringify(error)}`)
    return result as T
  }
  return {
    pid: child.pid ?? 0,
    ask,
    value,
    signIn: async (staffNo = '1001', password = PASSWORD) => {
      await value('session.login', { staffNo, password })
    },
    line: (text) => {
      const answer = new Promise<RpcAnswer>((resolve) => others.push(resolve))
      send(text)
      return answer
    },
    send,
    lines,
    stderr: () => stderr,
    end: () => {
      child.stdin.end()
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    ended,
  }
}
