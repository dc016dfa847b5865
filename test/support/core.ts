// A real core on a real database for tests: set up, signed in, with a clock that the test holds.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CoreConnection, OpenCore } from '#core/core.ts'
import { openCore } from '#core/core.ts'
import type { Method, Params, Value } from '#shared/contract/index.ts'
import type { CoreEvent, Reply } from '#shared/contract/reply.ts'
import { tempDir } from './temp-dir.ts'

export const PASSWORD = 'counter-test-1'
/** 2026-11-22 10:00 in Shanghai. */
export const START = Date.UTC(2026, 10, 22, 2, 0, 0)

export type TestConnection = CoreConnection &
  Readonly<{
    events: CoreEvent[]
    /** The reply, whatever it is. */
    ask: <M extends Method>(method: M, params: Params<M>, commandId?: string) => Promise<Reply<Value<M>>>
    /** The value; anything else fails the test. */
    value: <M extends Method>(method: M, params: Params<M>, commandId?: string) => Promise<Value<M>>
    /** The refusal's code and details; anything else fails the test. */
    refusal: <M extends Method>(method: M, params: Params<M>) => Promise<Record<string, unknown>>
    /** The first bad field's path; anything else fails the test. */
    badField: (method: Method, params: unknown) => Promise<string>
  }>

export type TestCore = Readonly<{
  core: OpenCore
  dir: string
  clock: { now: number }
  /** Another window; on another counter of the shop if `terminal` says so. */
  connect: (token?: string, terminal?: string) => TestConnection
  /** Closes this core and opens another on the same folder. */
  restart: () => Promise<TestCore>
}>

/** What went wrong, by the id under which the window would show it. */
const faults = new Map<string, unknown>()
const causeOf = (reply: Reply<never>): unknown =>
  !reply.ok && reply.kind === 'fault' ? faults.get(reply.faultId) : undefined

export const connectTo = (core: OpenCore, token?: string, terminal = 'SZ01-1'): TestConnection => {
  const events: CoreEvent[] = []
  const connection = core.connect(terminal, (event) => events.push(event), token)
  const ask = (method: string, params: unknown, commandId?: string) =>
    connection.call({ method, params, commandId }) as Promise<Reply<never>>
  return {
    ...connection,
    events,
    ask,
    value: async (method, params, commandId) => {
      const reply = await ask(method, params, commandId)
      if (!reply.ok) throw new Error(`${method} answered ${JSON.stringify(reply)}`, { cause: causeOf(reply) })
      return reply.value
    },
    refusal: async (method, params) => {
      const reply = await ask(method, params)
      if (reply.ok || reply.kind !== 'refusal') throw new Error(`${method} answered ${JSON.stringify(reply)}`)
      return reply.refusal
    },
    badField: async (method, params) => {
      const reply = await ask(method, params)
      if (reply.ok || reply.kind !== 'badInput')
        throw new Error(`${method} answered ${JSON.stringify(reply)}`)
      return reply.issues[0]?.path ?? ''
    },
  }
}

/** A core on an empty folder, or on the given one. */
export const startCore = async (dir = tempDir(), clock = { now: START }): Promise<TestCore> => {
  const core = await openCore({
    dataDir: dir,
    version: '0.0.0-test',
    now: () => clock.now,
    checkOutputs: true,
    upkeep: false,
    log: {
      info: () => undefined,
      error: (_event, error, facts) => void faults.set(String(facts?.['faultId']), error),
    },
  })
  onTestFinished(() => core.drain())
  return {
    core,
    dir,
    clock,
    connect: (token, terminal) => connectTo(core, token, terminal),
    restart: async () => {
      await core.drain()
      return startCore(dir, clock)
    },
  }
}

/** Makes a folder once per test file and gives copies of it. */
export const folderTemplate = <T>(make: (dir: string) => Promise<T>): (() => Promise<[string, T]>) => {
  let made: Promise<[string, T]> | undefined
  return async () => {
    made ??= (async () => {
      const dir = mkdtempSync(join(tmpdir(), 'repair-counter-template-'))
      process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
      return [dir, await make(dir)]
    })()
    const [template, known] = await made
    const dir = tempDir()
    cpSync(template, dir, { recursive: true })
    return [dir, known]
  }
}

/** A folder of its own with a shop in it that nobody has open. */
export const closedShop = async (): Promise<string> => (await shopFolder())[0]

/** Opens the folder for a moment, and leaves it drained. */
export const withCore = async <T>(dataDir: string, work: (core: OpenCore) => Promise<T>): Promise<T> => {
  const core = await openCore({ dataDir, version: '0.0.0-test', now: () => START, upkeep: false })
  try {
    return await work(core)
  } finally {
    await core.drain()
  }
}

/** A drained folder with a shop in it: setting up hashes a password and migrates. */
const shopFolder = folderTemplate((dir) =>
  withCore(dir, (core) =>
    connectTo(core).value('shop.setUp', {
      name: '华强北快修',
      branchCode: 'SZ01',
      address: '深圳市福田区华强北路 1 号',
      phone: '0755-83001234',
      areaCode: '0755',
      language: 'zh-CN',
      paperLanguage: 'zh-CN',
      manager: { staffNo: '1001', name: '王店长', password: PASSWORD },
    }),
  ),
)

/** A shop that is set up, and its manager signed in. */
export const startShop = async (): Promise<TestCore & { manager: TestConnection; staffId: string }> => {
  const dir = await closedShop()
  const test = await startCore(dir)
  const manager = test.connect()
  const { staffId } = await signIn(manager, '1001')
  return { ...test, manager, staffId }
}

export const signIn = (connection: TestConnection, staffNo: string, password = PASSWORD) =>
  connection.value('session.login', { staffNo, password })

type VisitParams = Params<'visit.create'>
type Machine = VisitParams['machines'][number]

/** A laptop that does not start; whatever matters to the test is given. */
export const machine = (given: Partial<Machine> = {}): Machine => ({
  device: { new: { category: '笔记本', brand: '联想', model: 'ThinkPad T480', serial: 'PF-1A2B3C' } },
  reportedFault: '开不了机',
  ...given,
})

/** 张三 with a laptop; whatever matters to the test is given. */
export const visit = (given: Partial<VisitParams> = {}): VisitParams => ({
  customer: { new: { name: '张三', phones: ['13800138000'] } },
  machines: [machine()],
  ...given,
})
