// kill -9 of the core in the middle of documents of the stock (rules PRT-4, PRT-10): what was acknowledged is there and
// whole, what was not is there whole or not at all, and what is kept beside the movements is still their sum.
import { randomUUID } from 'node:crypto'
import { openDriver } from '#core/db/driver.ts'
import { loadPinyin } from '#core/search/tokens.ts'
import { expect, it } from 'vitest'
import { initShop, runCounter } from '#test/support/counter-process.ts'
import { openDesk } from '#test/support/stock-desk.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'
import { killInTheMiddle } from './support/kill-loop.ts'
import { createChance } from './support/random.ts'
import type { Chance } from './support/random.ts'

const KILLS = 40

type Sent = { commandId: string; method: string; params: Record<string, unknown>; lines: number }
type Acknowledged = Sent & Readonly<{ documentId: string; number: string }>
type Shop = Readonly<{ parts: readonly string[]; bin: string; bad: string }>

/** Parts cannot be made by a command here; the ledger does not mind where they come from. */
const stocked = async (dir: string, cli: string): Promise<Shop> => {
  await initShop(dir, { cli })
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  const one = (sql: string): string => db.prepare(sql).pluck().get() as string
  const staffId = one('select id from staff')
  const [bin, bad] = ['bin', 'defective'].map((kind) =>
    one(`select id from stock_place where kind = '${kind}'`),
  ) as [string, string]
  db.close()
  await loadPinyin()
  const desk = openDesk(dir, staffId)
  const parts = Array.from({ length: 5 }, () => desk.part())
  desk.close()
  return { parts, bin, bad }
}

const nextDocument = (chance: Chance, { parts, bin, bad }: Shop): Sent => {
  const commandId = randomUUID()
  const some = parts.filter(() => chance.upTo(2) === 0)
  const chosen = some.length > 0 ? some : parts.slice(0, 1)
  const lines = chosen.map((partId) => ({ partId, quantity: 1000 * (1 + chance.upTo(4)) }))
  const dice = chance.upTo(10)
  if (dice < 5) {
    const received = lines.map((line) => ({ ...line, costFen: 1 + chance.upTo(99_999) }))
    return { commandId, method: 'stock.receive', params: { lines: received }, lines: lines.length }
  }
  if (dice < 8) {
    const params = { fromPlaceId: bin, toPlaceId: bad, lines, reason: commandId }
    return { commandId, method: 'stock.move', params, lines: 2 * lines.length }
  }
  const scrapped = lines.map((line) => ({ ...line, placeId: bad }))
  return {
    commandId,
    method: 'stock.scrap',
    params: { lines: scrapped, reason: '报废' },
    lines: lines.length,
  }
}

/** What is wrong with what was acknowledged, read from the file and not asked of the core. */
const missing = (dir: string, done: readonly Acknowledged[]): string[] => {
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  try {
    const whole = db.prepare(`select
      (select count(*) from stock_document where id = :id and number = :number) as documents,
      (select count(*) from stock_movement where document_id = :id) as movements,
      (select count(*) from outbox o join stock_movement m on m.id = o.entity_id where m.document_id = :id) as operations,
      (select count(*) from audit where object_id = :id) as audits`)
    const wrong = done.flatMap(({ documentId, number, lines, method }) => {
      const found = JSON.stringify(whole.get({ id: documentId, number }))
      const wanted = JSON.stringify({ documents: 1, movements: lines, operations: lines, audits: 1 })
      return found === wanted ? [] : [`${method} ${number}: ${found} instead of ${wanted}`]
    })
    const halves = db
      .prepare(
        `select number from stock_document d where not exists
           (select 1 from stock_movement m where m.document_id = d.id)
         union all select id from stock_document group by number having count(*) > 1`,
      )
      .pluck()
      .all() as string[]
    const made = db.prepare('select count(*) from stock_document').pluck().get() as number
    const recorded = db
      .prepare(
        `select count(*) from command_record where method like 'stock.%' and reply like '%documentId%'`,
      )
      .pluck()
      .get() as number
    return [
      ...wrong,
      ...halves.map((number) => `${number} is half`),
      ...(made === recorded ? [] : [`${made} documents of ${recorded} commands`]),
    ]
  } finally {
    db.close()
  }
}

it(
  `G1 PRT-4 PRT-10 of ${KILLS} kills in the middle of documents none loses, halves or doubles one`,
  { timeout: 600_000 },
  async () => {
    const cli = await builtCli()
    const dir = tempDir()
    const chance = createChance(20_261_122)
    const shop = await stocked(dir, cli)
    const done: Acknowledged[] = []
    const { problems, refused, repeated } = await killInTheMiddle({
      ...{ dir, cli, kills: KILLS, chance, tolerated: ['notInStock'] },
      next: () => nextDocument(chance, shop),
      done: (sent, result) =>
        void done.push({ ...sent, ...(result as { documentId: string; number: string }) }),
      missing: () => missing(dir, done),
    })
    const check = await runCounter(['check', '--data', dir], { cli })
    process.stdout.write(`stock kills: ${JSON.stringify({ done: done.length, refused, repeated })}\n`)
    expect([problems, check.code]).toEqual([[], 0])
    // A harness that never cuts anything off, or lets nothing through, would prove nothing.
    expect([done.length > KILLS * 2, repeated > KILLS]).toEqual([true, true])
  },
)
