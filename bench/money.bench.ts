// What our layers add to settling: one finished order with five lines, paid by two methods, from the parsed message to
// the reply, with the table, settlement, receipt, payments, postings, sums, log and outbox. The peer: better-sqlite3
// alone writes every row of the same commands, one FULL immediate transaction each.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { WARM_UP, againstBare, open, signedIn } from './lib/against-bare.ts'
import type { Request } from './lib/against-bare.ts'
import { intakesOf } from './lib/intakes.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL = '>= 0.5'
const LINES = 5
const PRICE_FEN = 5_000

/** `settle-ratio`: the peer's time over ours. */
export const run: Run = async ({ quick, workDir }) => {
  const rounds = quick ? 5 : 9
  const perRound = quick ? 60 : 200
  const demo = join(workDir, 'demo')
  mkdirSync(demo, { recursive: true })
  const history = { orders: quick ? 2000 : 20_000, years: 2, seed: 3 }
  await fillDemo({ dataDir: demo, ...history, version: 'bench', now: Date.now(), toldInFull: 500 })
  const requests = await settlementsIn(demo, WARM_UP + rounds * perRound)
  const { ratio, detail } = await againstBare({ from: demo, workDir, requests, rounds, perRound })
  return [
    row('settle-ratio', ratio, 'ratio', GOAL, {
      ...detail,
      lines_per_order: LINES,
      methods: 2,
      existing_orders: history.orders,
    }),
  ]
}

/** So many orders that were repaired, and the settlement of each. */
const settlementsIn = async (demo: string, count: number): Promise<Request[]> => {
  const core = await open(demo)
  const connection = await signedIn(core)
  const value = async <T>(request: Request): Promise<T> => {
    const reply = await connection.call(request)
    if (!reply.ok) throw new Error(`${request.method} answered ${JSON.stringify(reply)}`)
    return reply.value as T
  }
  const { people } = await value<{ people: { id: string; roles: string[] }[] }>({
    method: 'staff.list',
    params: {},
  })
  const primary = people.find(({ roles }) => roles.includes('technician'))?.id
  const ids: string[] = []
  for (const intake of intakesOf(join(demo, 'counter.db'), count)) {
    const { orders } = await value<{ orders: { id: string }[] }>(intake)
    for (const { id } of orders) {
      await value({ method: 'dispatch.assign', params: { orders: [{ id }], primary } })
      await value({ method: 'dispatch.receive', params: { id, printException: 'systemFailure' } })
      await value({ method: 'service.complete', params: { id, record: RECORD, doneBy: primary } })
      ids.push(id)
    }
  }
  await core.drain()
  const paidFen = LINES * PRICE_FEN
  return ids.map((id) => ({
    method: 'settlement.settle',
    params: {
      orders: [{ id }],
      payments: [
        { method: 'wechat', amountFen: paidFen - 10_000 },
        { method: 'cash', amountFen: 10_000, tenderedFen: 10_000 },
      ],
    },
  }))
}

const RECORD = {
  faultCode: 'power',
  actualFault: '电源板烧毁',
  action: '更换电源板',
  result: 'repaired',
  minutes: 45,
  lines: Array.from({ length: LINES }, (_, index) => ({
    kind: index === 0 ? 'labour' : 'other',
    text: `项目 ${index + 1}`,
    priceFen: PRICE_FEN,
    payer: 'customer',
  })),
}
