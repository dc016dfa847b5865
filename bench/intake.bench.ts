// What durability costs at intake and what our layers add to it. Ours: a returning customer brings a machine
// that we know, from the parsed message to the reply. The peer: better-sqlite3 alone writes every row of the
// same commands, with values computed beforehand, one FULL immediate transaction each.
import { cpSync, mkdirSync } from 'node:fs'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenCore } from '#core/core.ts'
import { openCore } from '#core/core.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { createReplayer, openBare, watchWrites } from './lib/driver.ts'
import type { Write } from './lib/driver.ts'
import { median, milliseconds, timed } from './lib/measure.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL = '>= 0.65'
/** Before the first measured round: programs that run all day are not measured while they are being compiled. */
const WARM_UP = 200
/** So many of ours, then so many of the peer, in turn: both see the same moods of the disk. */
const BLOCK = 10

type Known = { customer: string; device: string }
type Request = { method: string; params: unknown }

/** `intake-durable-ratio`: the peer's time over ours. */
export const run: Run = async ({ quick, workDir }) => {
  const rounds = quick ? 5 : 9
  const perRound = quick ? 60 : 200
  const demo = join(workDir, 'demo')
  mkdirSync(demo, { recursive: true })
  const history = { orders: quick ? 2000 : 20_000, years: 2, seed: 3 }
  await fillDemo({ dataDir: demo, ...history, version: 'bench', now: Date.now(), toldInFull: 500 })
  const [ours, peer, watched] = ['ours', 'peer', 'watched'].map((name) => {
    const folder = join(workDir, name)
    cpSync(demo, folder, { recursive: true })
    return folder
  }) as [string, string, string]

  const requests = requestsFor(join(demo, 'counter.db'), WARM_UP + rounds * perRound)
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
          if (failed) throw new Error('an intake of the bench was refused')
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
  return [
    row('intake-durable-ratio', median(times.ratios), 'ratio', GOAL, {
      ours_ms: milliseconds(median(times.ours)),
      peer_ms: milliseconds(median(times.peer)),
      ours_median_ms: milliseconds(median(each.ours)),
      peer_median_ms: milliseconds(median(each.peer)),
      ratios: times.ratios.map(milliseconds),
      rounds,
      intakes_per_round: perRound,
      statements_per_intake: median(writes.map((one) => one.length)),
      bytes_per_intake: median(writes.map(bytesOf)),
      one_fdatasync_ms: milliseconds(syncCost(workDir)),
      existing_orders: history.orders,
    }),
  ]
}

const open = (dataDir: string): Promise<OpenCore> =>
  openCore({ dataDir, version: 'bench', now: Date.now, upkeep: false })

const signedIn = async (core: OpenCore) => {
  const connection = core.connect('bench', () => undefined)
  const reply = await connection.call({
    method: 'session.login',
    params: { staffNo: '1001', password: 'demo-1001' },
  })
  if (!reply.ok) throw new Error('the demo shop lets nobody in')
  return connection
}

/** One request for each of so many machines that are known and not in the shop. */
const requestsFor = (file: string, count: number): Request[] => {
  const db = openBare(file, true)
  const known = db
    .prepare(
      `select customer_id as customer, id as device from device d where not exists
       (select 1 from work_order w where w.device_id = d.id and w.state not in ('closed', 'cancelled')) limit ?`,
    )
    .all(count) as Known[]
  db.close()
  if (known.length < count) throw new Error(`only ${known.length} machines are not in the shop`)
  return known.map(({ customer, device }) => ({
    method: 'visit.create',
    params: {
      customer: { existing: customer },
      machines: [
        {
          device: { existing: device },
          reportedFault: '开机后蓝屏，代码 0x0000007E，重装系统后仍然出现',
          condition: '外壳有划痕，贴膜有气泡',
          accessories: [
            { name: '电源适配器', count: 1 },
            { name: '电脑包', count: 1 },
          ],
          configuration: [{ kind: '内存', text: '16 GB DDR4', serial: '' }],
          limitFen: 30_000,
          nextContactBy: Date.now() + 86_400_000,
        },
      ],
    },
  }))
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
