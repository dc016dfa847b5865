// Commands that write, beside better-sqlite3 alone writing every row of the same commands: values computed beforehand,
// one FULL immediate transaction each. Says what durability costs and what our layers add to it.
import { cpSync } from 'node:fs'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenCore } from '#core/core.ts'
import { openCore } from '#core/core.ts'
import { createReplayer, openBare, watchWrites } from './driver.ts'
import type { Write } from './driver.ts'
import { median, milliseconds, timed } from './measure.ts'

/** Before the first measured round: programs that run all day are not measured while they are being compiled. */
export const WARM_UP = 200
/** So many of ours, then so many of the peer, in turn: both see the same moods of the disk. */
const BLOCK = 10

export type Request = { method: string; params: unknown }
type Options = Readonly<{
  /** A folder with everything that the requests need; it is copied. */
  from: string
  workDir: string
  /** {@link WARM_UP} and `rounds` times `perRound`. */
  requests: readonly Request[]
  rounds: number
  perRound: number
}>

/** The peer's time over ours, and both sides. */
export const againstBare = async ({ from, workDir, requests, rounds, perRound }: Options) => {
  const [ours, peer, watched] = ['ours', 'peer', 'watched'].map((name) => {
    const folder = join(workDir, name)
    cpSync(from, folder, { recursive: true })
    return folder
  }) as [string, string, string]
  const writes = await captureWrites(watched, requests)

  const core = await open(ours)
  const bare = openBare(join(peer, 'counter.db'))
  const replay = createReplayer(bare)
  const connection = await signedIn(core)
  const times = { ours: [] as number[], peer: [] as number[], ratios: [] as number[] }
  const each = { ours: [] as number[], peer: [] as number[] }
  try {
    for (const request of requests.slice(0, WARM_UP)) await connection.call(request)
    for (const one of writes.slice(0, WARM_UP)) replay(one)
    for (let round = 0; round < rounds; round += 1) {
      const sum = { ours: 0, peer: 0 }
      for (let i = 0; i < perRound; i += BLOCK) {
        const at = WARM_UP + round * perRound + i
        for (const request of requests.slice(at, at + BLOCK)) {
          let failed = false
          const ms = await timed(async () => {
            failed = !(await connection.call(request)).ok
          })
          if (failed) throw new Error('a command of the bench was refused')
          each.ours.push(ms)
          sum.ours += ms
        }
        for (const one of writes.slice(at, at + BLOCK)) {
          const ms = await timed(() => replay(one))
          each.peer.push(ms)
          sum.peer += ms
        }
      }
      times.ours.push(sum.ours / perRound)
      times.peer.push(sum.peer / perRound)
      times.ratios.push(sum.peer / sum.ours)
    }
  } finally {
    bare.close()
    await core.drain()
  }
  return {
    ratio: median(times.ratios),
    detail: {
      ours_ms: milliseconds(median(times.ours)),
      peer_ms: milliseconds(median(times.peer)),
      ours_median_ms: milliseconds(median(each.ours)),
      peer_median_ms: milliseconds(median(each.peer)),
      ratios: times.ratios.map(milliseconds),
      rounds,
      commands_per_round: perRound,
      statements_per_command: median(writes.map((one) => one.length)),
      bytes_per_command: median(writes.map(bytesOf)),
      one_fdatasync_ms: milliseconds(syncCost(workDir)),
    },
  }
}

export const open = (dataDir: string): Promise<OpenCore> =>
  openCore({ dataDir, version: 'bench', now: Date.now, upkeep: false })

export const signedIn = async (core: OpenCore) => {
  const connection = core.connect('bench', () => undefined)
  const reply = await connection.call({
    method: 'session.login',
    params: { staffNo: '1001', password: 'demo-1001' },
  })
  if (!reply.ok) throw new Error('the demo shop lets nobody in')
  return connection
}

/** What the same commands write, taken from a core that runs them on a copy of the same database. */
const captureWrites = async (folder: string, requests: readonly Request[]): Promise<Write[][]> => {
  const watch = watchWrites()
  try {
    const core = await open(folder)
    const connection = await signedIn(core)
    watch.taken()
    const all: Write[][] = []
    for (const request of requests) {
      const reply = await connection.call(request)
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
      all.push(watch.taken())
    }
    await core.drain()
    return all
  } finally {
    watch.stop()
  }
}

const bytesOf = (writes: readonly Write[]): number =>
  writes.flatMap(({ bindings }) => bindings).reduce<number>((sum, value) => sum + sizeOf(value), 0)

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  return value instanceof Uint8Array ? value.length : value === null ? 0 : 8
}

/** The floor under every durable command: making one appended page durable. */
const syncCost = (folder: string): number => {
  const fd = openSync(join(folder, 'sync-cost'), 'w')
  const page = Buffer.alloc(4096, 1)
  const times: number[] = []
  for (let i = 0; i < 100; i += 1) {
    const start = performance.now()
    writeSync(fd, page)
    fdatasyncSync(fd)
    times.push(performance.now() - start)
  }
  closeSync(fd)
  return median(times)
}
