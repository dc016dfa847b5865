// How long a person waits for the stock: parts with what there is of each, by every way in which the window asks, the
// places of one part, and its history. Fifty thousand parts in ten places, five million movements.
import { createChance } from '#core/demo/random.ts'
import { openCore } from '#core/core.ts'
import { bigStock, codeOf } from './lib/big-stock.ts'
import { median, milliseconds, percentile, timed } from './lib/measure.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL_MS = '< 20'
const PAGE = 50
const NAMES = ['电源板', '硒鼓', '液晶', '主板 12', '风扇 976', '键盘', '墨盒 5', '压缩机', '遥控', '内存条']

type Ask = Readonly<{ kind: string; method: string; params: Record<string, unknown> }>

/** `stock-p99-ms`: of the slowest kind of question. */
export const run: Run = async ({ quick }) => {
  const stock = await bigStock(quick ? 5000 : 50_000)
  const core = await openCore({ dataDir: stock.dataDir, version: 'bench', now: Date.now, upkeep: false })
  const connection = core.connect('bench', () => undefined)
  const call = async ({ method, params }: Omit<Ask, 'kind'>): Promise<unknown> => {
    const reply = await connection.call({ method, params })
    if (!reply.ok) throw new Error(`${method} answered ${JSON.stringify(reply)}`)
    return reply.value
  }
  await call({ method: 'session.login', params: { staffNo: '1001', password: 'demo-1001' } })
  const { lines } = (await call({ method: 'stock.onHand', params: { limit: PAGE } })) as {
    lines: { partId: string }[]
  }
  if (lines.length !== PAGE) throw new Error('the stock does not fill a page')
  const { warehouses } = (await call({ method: 'stock.places', params: {} })) as {
    warehouses: { places: { id: string; parts: number }[] }[]
  }
  const places = warehouses.flatMap((one) => one.places.filter(({ parts }) => parts > 0))

  const chance = createChance(3)
  const rounds = quick ? 40 : 200
  const some = (): number => chance.between(0, stock.parts - 1)
  const partId = (): string => `0190f5fe-7c01-7a00-8000-${some().toString(16).padStart(12, '0')}`
  const onHand =
    (kind: string, params: () => Record<string, unknown>): (() => Ask) =>
    (): Ask => ({ kind, method: 'stock.onHand', params: { limit: PAGE, ...params() } })
  const kinds: readonly (() => Ask)[] = [
    onHand('any page', () => ({ after: codeOf(some()) })),
    onHand('in stock', () => ({ only: 'inStock', after: codeOf(some()) })),
    onHand('of a place', () => ({ placeId: chance.pick(places).id, after: codeOf(some()) })),
    onHand('below minimum', () => ({ only: 'belowMinimum', after: codeOf(some()) })),
    onHand('by code', () => ({ text: codeOf(some()) })),
    onHand('by barcode', () => ({ text: `69${String(some()).padStart(11, '0')}` })),
    onHand('by name', () => ({ text: chance.pick(NAMES) })),
    () => ({ kind: 'one part', method: 'stock.ofPart', params: { id: partId() } }),
    () => ({ kind: 'history', method: 'stock.movements', params: { partId: partId(), limit: PAGE } }),
  ]
  const times = new Map<string, number[]>()
  // The first questions warm the caches, as the first customers of a morning do.
  for (let round = -5; round < rounds; round += 1)
    for (const make of kinds) {
      const ask = make()
      const ms = await timed(() => call(ask))
      if (round >= 0) times.set(ask.kind, [...(times.get(ask.kind) ?? []), ms])
    }
  await core.drain()

  const seen = [...times].map(([kind, all]) => ({
    kind,
    median_ms: milliseconds(median(all)),
    p99_ms: milliseconds(percentile(all, 99)),
  }))
  const { parts, movements } = stock
  return [
    row('stock-p99-ms', Math.max(...seen.map((one) => one.p99_ms)), 'ms', GOAL_MS, {
      kinds: seen,
      parts,
      places: stock.places,
      movements,
      rounds,
    }),
  ]
}
