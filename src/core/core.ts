// A running core: one data folder, one writer, any number of connections. Hosts (a child process, a utility
// process, the command line, tests) open one and pass messages; nothing here knows which.
import { statfsSync } from 'node:fs'
import type { CoreEvent, Reply, Request } from '#shared/contract/reply.ts'
import type { Shop } from '#shared/contract/shop.ts'
import type { HostPrinter } from '#shared/host/printer.ts'
import { createIdSource } from '#shared/kernel/ids.ts'
import { createApprovals } from '#core/approvals/index.ts'
import { openAttachments } from './attachments/attachments.ts'
import { photoTypeOf } from './attachments/photo-bytes.ts'
import { createBackups, putBack } from './backup/backups.ts'
import { noCashDrawer } from '#core/devices/index.ts'
import type { CashDrawerPort } from '#core/devices/index.ts'
import { scheduleUpkeep } from './upkeep.ts'
import type { CommandContext, Connection } from './command/context.ts'
import { dispatch } from './command/dispatch.ts'
import { systemCommand } from './command/make-context.ts'
import { createRandomPool } from './command/random-pool.ts'
import type { Core } from './command/dispatch.ts'
import type { Services } from './command/services.ts'
import { makeDataDir } from './db/data-dir.ts'
import { lockDataDir } from './db/lock.ts'
import { openMigrated } from './db/open-migrated.ts'
import { StorageRefused } from './db/store.ts'
import { entries } from './entries.ts'
import type { Log } from './log.ts'
import { createLog } from './log.ts'
import { createNumbering } from './numbering/numbering.ts'
import { cupsPort, hostPort } from './printing/printer-port.ts'
import { createPrintQueue } from './printing/queue.ts'
import { interruptJobs } from './printing/repository.ts'
import { createNameTokens } from './search/name-tokens.ts'
import { openSecrets } from './secrets/secrets.ts'
import { actorOf, tokenHash } from './sessions/actor.ts'
import { readShop } from './shop/repository.ts'
import { findPerson, sessionStaff } from './staff/repository.ts'
import { createWorkerPool } from './worker/pool.ts'

export type CoreOptions = Readonly<{
  dataDir: string
  version: string
  /** 32 bytes from the system's key store; without them a key file in the folder is used. */
  passcodeKey?: Uint8Array | undefined
  hostPrinter?: HostPrinter | undefined
  /** What opens the drawer; none unless told. */
  cashDrawer?: CashDrawerPort | undefined
  log?: Log | undefined
  /** UTC milliseconds. */
  now: () => number
  /** Check every answer against the contract; for tests. */
  checkOutputs?: boolean | undefined
  /** Automatic backups and upkeep; off in short-lived hosts. */
  upkeep?: boolean | undefined
}>

export type CoreConnection = Readonly<{
  id: string
  call: (request: Request) => Promise<Reply>
  /** The session's token, to come back with after a restart; null while nobody is signed in. */
  token: () => string | null
  close: () => void
}>

export type OpenCore = Readonly<{
  connect: (terminal: string, send: (event: CoreEvent) => void, token?: string) => CoreConnection
  /** Finishes what is under way, checkpoints and closes. Calls after it are refused as faults. */
  drain: () => Promise<void>
}>

const MIB = 1024 * 1024

/** Opens the folder: lock, migrations, writer, services. Throws `DataDirInUse`, `NewerDatabase` or what the disk says. */
export const openCore = async (options: CoreOptions): Promise<OpenCore> => {
  const { now } = options
  const dir = makeDataDir(options.dataDir)
  const log = options.log ?? createLog(dir.logs, now)
  const lock = lockDataDir(dir, { pid: process.pid, version: options.version, since: now() })
  const newId = createIdSource({ now, random: createRandomPool() })
  const connections = new Map<string, { connection: Connection; send: (event: CoreEvent) => void }>()
  const pool = createWorkerPool()
  let store: Awaited<ReturnType<typeof openMigrated>>
  try {
    store = await openMigrated(dir)
  } catch (error) {
    lock.release()
    throw error
  }
  let shop: Shop | undefined
  const reloadShop = (): void => {
    shop = hasShopTable(store) ? readShop(store.read) : undefined
  }

  const broadcast = (event: CoreEvent): void => {
    for (const { send } of connections.values()) send(event)
  }
  const publish = (tags: readonly string[]): void => {
    if (tags.includes('shop') || tags.includes('everything')) reloadShop()
    broadcast({ type: 'changed', tags })
  }
  const fault = (method: string, error: unknown): string => {
    const faultId = newId().slice(-12)
    log.error('fault', error, { faultId, method })
    return faultId
  }

  const numbering = createNumbering(dir.numberMark)
  const attachments = openAttachments(dir.attachments)
  const staffName = (id: string): string => findPerson(store.read, { id })?.name ?? ''
  const tokens = createNameTokens()
  const backups = createBackups(dir, pool, attachments.shelves)
  const asSystem = (staffId: string, work: (ctx: CommandContext) => void): void =>
    systemCommand(core, staffId, work)
  const printing = createPrintQueue({
    db: store.read,
    shop: () => shop,
    pool,
    dataDir: dir.root,
    printers: options.hostPrinter ? hostPort(options.hostPrinter) : cupsPort(),
    staffName,
    asSystem,
    report: (error) => fault('print queue', error),
  })

  const services: Services = {
    version: options.version,
    numbering,
    attachments,
    photoFacts: (hash) => {
      const bytes = attachments.get(hash)
      const mime = bytes && photoTypeOf(bytes)
      if (!bytes || !mime) throw new Error('no such photo')
      return { mime, bytes: bytes.length }
    },
    backups,
    restore: async (file, staffId) => {
      const facts = await backups.inspect(file)
      await backups.make('beforeRestore', now(), shop?.timeZone ?? 'UTC')
      const source = backups.pathOf(file)
      if (!source) throw new Error('there is no such file in the backup folder')
      store.close()
      const keptAs = putBack(dir, source, now())
      await store.reopen()
      store.transact((db) => numbering.afterOpen(db))
      reloadShop()
      for (const { connection, send } of connections.values()) {
        if (connection.actor && connection.actor.staffId !== staffId) {
          connection.actor = null
          connection.token = null
          send({ type: 'signedOut', reason: 'restored' })
        }
      }
      log.info('restored', { orders: facts.orders })
      return { orders: facts.orders, keptAs }
    },
    secrets: openSecrets(dir.passcodeKey, options.passcodeKey),
    approvals: createApprovals(() => performance.now()),
    printing,
    cashDrawer: options.cashDrawer ?? noCashDrawer,
    tokens,
    worker: pool,
    storage: () => store.state(),
    freeMiB: () => {
      const { bavail, bsize } = statfsSync(dir.root)
      return Math.floor((bavail * bsize) / MIB)
    },
    staffName,
    sideWrite: (work) => store.transact(work),
    signOutOthers: (staffId, spare, reason) => {
      for (const { connection, send } of connections.values()) {
        if (connection.actor?.staffId !== staffId || connection.id === spare) continue
        connection.actor = null
        connection.token = null
        send({ type: 'signedOut', reason })
      }
    },
    refreshActor: (staffId) => {
      const person = findPerson(store.read, { id: staffId })
      if (!person) return
      for (const { connection } of connections.values()) {
        if (connection.actor?.staffId === staffId) connection.actor = actorOf(person)
      }
    },
  }

  const core: Core = {
    store,
    dir,
    services,
    now,
    newId,
    entries,
    shop: () => shop,
    publish,
    fault,
    checkOutputs: options.checkOutputs ?? false,
  }

  reloadShop()
  // A disk that is full at the start takes this later, but before any command.
  let isBegun = false
  const begin = (): void => {
    if (isBegun || store.state() !== 'ok') return
    store.transact((db) => {
      numbering.afterOpen(db)
      interruptJobs(db, now())
    })
    isBegun = true
  }
  try {
    begin()
  } catch (error) {
    // Reading goes on all the same.
    if (!(error instanceof StorageRefused)) throw error
  }
  store.onState((state) => {
    begin()
    broadcast({ type: 'storage', state })
  })
  const upkeep = options.upkeep === false ? undefined : scheduleUpkeep({ core, asSystem, log })
  log.info('open', { version: options.version, node: process.versions.node })

  let draining = false
  return {
    connect: (terminal, send, token) => {
      const connection: Connection = { id: newId(), terminal, actor: null, token: null }
      connections.set(connection.id, { connection, send })
      if (token) resume(store.read, connection, token)
      return {
        id: connection.id,
        call: async (request) => {
          if (draining) return { ok: false, kind: 'fault', faultId: 'draining' }
          if (!tokens.isLoaded()) await tokens.load()
          return dispatch(core, connection, request)
        },
        token: () => connection.token,
        close: () => connections.delete(connection.id),
      }
    },
    drain: async () => {
      if (draining) return
      draining = true
      upkeep?.stop()
      await printing.idle()
      await pool.close()
      try {
        if (store.state() === 'ok' && shop) numbering.beforeClose(store.read)
      } catch (error) {
        // A full disk: some numbers stay reserved and are left out, none repeats.
        log.error('reservations', error)
      }
      store.close()
      lock.release()
      log.info('closed')
    },
  }
}

const resume = (db: Core['store']['read'], connection: Connection, token: string): void => {
  const staffId = sessionStaff(db, tokenHash(token))
  const person = staffId === undefined ? undefined : findPerson(db, { id: staffId })
  if (!person?.active) return
  connection.actor = actorOf(person)
  connection.token = token
}

const hasShopTable = (store: Core['store']): boolean =>
  store.read.value<number>({
    text: `select count(*) from sqlite_schema where name = 'shop'`,
    bindings: [],
  }) === 1
