// How long a person waits for reports out of large books, and what proving all of them costs. Five million postings
// over three years. The peer of the proof: the same sums by bare SQL over the same tables, compared with nothing.
import { createHandle } from '#core/db/handle.ts'
import { openReader } from '#core/db/connection.ts'
import { createChance } from '#core/demo/random.ts'
import { openCore } from '#core/core.ts'
import { moneyProofs } from '#core/ledger/index.ts'
import { join } from 'node:path'
import { DAYS, bigBooks, dayText, shiftId } from './lib/big-books.ts'
import { openBare } from './lib/driver.ts'
import { median, milliseconds, percentile, timed } from './lib/measure.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL_MS = '<= 100'
const GOAL_RATIO = '<= 2'

type Ask = Readonly<{ kind: string; method: string; params: Record<string, unknown> }>

/** `money-report-p99-ms`: of the slowest kind of report. `money-check-ratio`: our proofs over the bare sums. */
export const run: Run = async ({ quick }) => {
  const books = await bigBooks(quick ? 125_000 : 1_250_000)
  const reports = await askReports(books.dataDir, quick ? 30 : 100)
  const check = proveAll(books.dataDir, quick ? 2 : 3)
  const { postings, days } = books
  return [
    row('money-report-p99-ms', Math.max(...reports.map((one) => one.p99_ms)), 'ms', GOAL_MS, {
      kinds: reports,
      postings,
      days,
    }),
    row('money-check-ratio', check.ratio, 'ratio', GOAL_RATIO, { ...check.detail, postings }),
  ]
}

const askReports = async (dataDir: string, rounds: number) => {
  const core = await openCore({ dataDir, version: 'bench', now: Date.now, upkeep: false })
  const connection = core.connect('bench', () => undefined)
  const call = async ({ method, params }: Omit<Ask, 'kind'>): Promise<unknown> => {
    const reply = await connection.call({ method, params })
    if (!reply.ok) throw new Error(`${method} answered ${JSON.stringify(reply)}`)
    return reply.value
  }
  await call({ method: 'session.login', params: { staffNo: '1001', password: 'demo-1001' } })
  const chance = createChance(5)
  const period = (days: number): Record<string, unknown> => {
    const from = chance.between(0, DAYS - days - 1)
    return { from: dayText(from), to: dayText(from + days - 1) }
  }
  const kinds: readonly (() => Ask)[] = [
    () => ({ kind: 'account summary of a month', method: 'account.summary', params: period(31) }),
    () => ({ kind: 'account summary of a year', method: 'account.summary', params: period(365) }),
    () => ({ kind: 'a day', method: 'account.today', params: { day: dayText(chance.between(0, DAYS - 1)) } }),
    () => ({ kind: 'ageing', method: 'receivable.ageing', params: {} }),
    () => ({ kind: 'who owes', method: 'receivable.list', params: {} }),
    () => ({
      kind: 'shift report',
      method: 'shift.report',
      params: { id: shiftId(chance.between(0, DAYS - 1)) },
    }),
  ]
  const times = new Map<string, number[]>()
  for (let round = -3; round < rounds; round += 1)
    for (const make of kinds) {
      const ask = make()
      const ms = await timed(() => call(ask))
      if (round >= 0) times.set(ask.kind, [...(times.get(ask.kind) ?? []), ms])
    }
  await core.drain()
  return [...times].map(([kind, all]) => ({
    kind,
    median_ms: milliseconds(median(all)),
    p99_ms: milliseconds(percentile(all, 99)),
  }))
}

/** Every sum that the proofs of money look at, by one statement each. */
const BARE_SUMS = [
  `select count(*), sum(d) from (select e.day, p.debit, sum(p.amount_fen) as d from money_posting p
    join money_entry e on e.id = p.entry_id group by 1, 2)`,
  `select count(*), sum(d) from (select e.day, p.credit, sum(p.amount_fen) as d from money_posting p
    join money_entry e on e.id = p.entry_id group by 1, 2)`,
  `select count(*), sum(d) from (select p.debit, p.customer_id, p.order_id, sum(p.amount_fen) as d
    from money_posting p group by 1, 2, 3)`,
  `select count(*), sum(d) from (select p.credit, p.customer_id, p.order_id, sum(p.amount_fen) as d
    from money_posting p group by 1, 2, 3)`,
  `select count(*), sum(d) from (select receipt_id, sum(amount_fen) as d from payment group by 1)`,
  `select count(*), sum(d) from (select r.id, sum(p.amount_fen) as d from receipt r
    join money_posting p on p.entry_id = r.entry_id group by 1)`,
  `select count(*), sum(d) from (select e.shift_id, p.drawer_id, sum(p.amount_fen) as d from money_posting p
    join money_entry e on e.id = p.entry_id where p.drawer_id is not null group by 1, 2)`,
]

const proveAll = (dataDir: string, rounds: number) => {
  const file = join(dataDir, 'counter.db')
  const ours: number[] = []
  const peer: number[] = []
  const driver = openReader(file)
  const db = createHandle(driver)
  const bare = openBare(file, true)
  const took = (work: () => void): number => {
    const started = performance.now()
    work()
    return performance.now() - started
  }
  let problems = 0
  for (let round = 0; round < rounds; round += 1) {
    const prove = (): void => {
      ours.push(took(() => (problems = moneyProofs.flatMap(({ run: one }) => one(db).problems).length)))
    }
    const sum = (): void => {
      peer.push(took(() => BARE_SUMS.forEach((sql) => bare.prepare(sql).all())))
    }
    // Who goes first changes: the second finds the machine warmer.
    for (const work of round % 2 === 0 ? [sum, prove] : [prove, sum]) work()
  }
  const each = moneyProofs.map(({ name, run: one }) => ({ name, ms: milliseconds(took(() => one(db))) }))
  driver.close()
  bare.close()
  return {
    ratio: median(ours) / median(peer),
    detail: {
      ours_ms: milliseconds(median(ours)),
      peer_ms: milliseconds(median(peer)),
      problems,
      each,
    },
  }
}
