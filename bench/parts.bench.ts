// What our layers add to giving parts out: three lines of the catalogue issued to an order of its own, from the parsed
// message to the reply, with lines, entries, document, movements, balances, costs, log and outbox. The peer:
// better-sqlite3 alone writes every row of the same commands, one FULL immediate transaction each.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '#core/demo/random.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { WARM_UP, againstBare, open, signedIn } from './lib/against-bare.ts'
import type { Request } from './lib/against-bare.ts'
import { intakesOf } from './lib/intakes.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL = '>= 0.5'
const PARTS = 300
const LINES = 3

/** `parts-issue-ratio`: the peer's time over ours. */
export const run: Run = async ({ quick, workDir }) => {
  const rounds = quick ? 5 : 9
  const perRound = quick ? 60 : 200
  const demo = join(workDir, 'demo')
  mkdirSync(demo, { recursive: true })
  const history = { orders: quick ? 2000 : 20_000, years: 2, seed: 3 }
  await fillDemo({ dataDir: demo, ...history, version: 'bench', now: Date.now(), toldInFull: 500 })
  const requests = await issuesIn(demo, WARM_UP + rounds * perRound)
  const { ratio, detail } = await againstBare({ from: demo, workDir, requests, rounds, perRound })
  return [
    row('parts-issue-ratio', ratio, 'ratio', GOAL, {
      ...detail,
      lines_per_issue: LINES,
      parts: PARTS,
      existing_orders: history.orders,
    }),
  ]
}

/** Parts on the shelf, so many orders that were taken in, and one issue for each. */
const issuesIn = async (demo: string, count: number): Promise<Request[]> => {
  const core = await open(demo)
  const connection = await signedIn(core)
  const value = async <T>(request: Request): Promise<T> => {
    const reply = await connection.call(request)
    if (!reply.ok) throw new Error(`${request.method} answered ${JSON.stringify(reply)}`)
    return reply.value as T
  }
  const parts: string[] = []
  for (let i = 0; i < PARTS; i += 1)
    parts.push((await value<{ id: string }>({ method: 'part.add', params: partOf(i) })).id)
  const lines = parts.map((partId) => ({ partId, quantity: 10_000_000, costFen: 70_000_000 }))
  await value({ method: 'stock.receive', params: { lines } })
  const orders: string[] = []
  for (const intake of intakesOf(join(demo, 'counter.db'), count))
    orders.push(...(await value<{ orders: { id: string }[] }>(intake)).orders.map(({ id }) => id))
  await core.drain()
  const chance = createChance(7)
  return orders.map((id) => {
    const first = chance.between(0, PARTS - 1)
    const chosen = Array.from({ length: LINES }, (_, line) => parts[(first + line * 7) % PARTS] ?? '')
    return {
      method: 'orderPart.issue',
      params: { id, lines: chosen.map((partId) => ({ partId, quantity: 1000 })) },
    }
  })
}

const partOf = (index: number) => ({
  ...{ code: `BENCH-${index}`, name: `电源板 ${index}`, spec: '', kind: 'part', unit: '个', decimals: 0 },
  ...{ serialTracked: false, oldReturnable: false, models: [], barcode: null, priceFen: 12_000 },
  ...{ prices: {}, minimum: 0, warrantyDays: null, repairFeeFen: null, feeApart: false, yieldCount: null },
})
