// kill -9 of the core in the middle of commands on parts of an order (rules PRT-1, PRT-2, PRT-4, SRV-2): each was done
// once and as a whole or not at all, whether it was acknowledged or sent again, and every quantity is still its entries.
import { randomUUID } from 'node:crypto'
import { openDriver } from '#core/db/driver.ts'
import { loadPinyin } from '#core/search/tokens.ts'
import { expect, it } from 'vitest'
import { machine, visit } from '#test/support/core.ts'
import { initShop, runCounter, serveCounter } from '#test/support/counter-process.ts'
import { openDesk } from '#test/support/stock-desk.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'
import { killInTheMiddle } from './support/kill-loop.ts'
import type { Sent } from './support/kill-loop.ts'
import { createChance } from './support/random.ts'
import type { Chance } from './support/random.ts'

const KILLS = 40
/** Nobody knows what is left when a command asks for it. */
const TOLERATED = ['notInStock', 'moreThanInHand', 'moreThanUsed', 'moreThanOwed']

type Shop = Readonly<{ parts: readonly string[]; order: string; lines: string[] }>

/** Parts on the shelf and an order that was taken in. */
const stocked = async (dir: string, cli: string): Promise<Shop> => {
  await initShop(dir, { cli })
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  const staffId = db.prepare('select id from staff').pluck().get() as string
  db.close()
  await loadPinyin()
  const desk = openDesk(dir, staffId)
  const parts = Array.from({ length: 4 }, (_, index) => desk.part({ oldReturnable: index % 2 === 0 }))
  desk.close()
  const core = serveCounter(dir, { cli })
  await core.signIn()
  const made = await core.value<{ orders: { id: string }[] }>(
    'visit.create',
    visit({ machines: [machine()] }),
  )
  const order = made.orders[0]?.id ?? ''
  const lines: string[] = []
  for (const partId of parts) {
    await core.value('stock.receive', { lines: [{ partId, quantity: 60_000, costFen: 600_000 }] })
    const { orderPartIds } = await core.value<{ orderPartIds: string[] }>('orderPart.plan', {
      id: order,
      lines: [{ partId, quantity: 1000 }],
    })
    lines.push(...orderPartIds)
  }
  await core.end()
  return { parts, order, lines }
}

const nextCommand = (chance: Chance, { parts, order, lines }: Shop): Sent => {
  const commandId = randomUUID()
  const one = { orderPartId: chance.pick(lines), quantity: 1000 * (1 + chance.upTo(2)) }
  const dice = chance.upTo(20)
  const of = (method: string, params: Record<string, unknown>): Sent => ({ commandId, method, params })
  if (dice < 2)
    return of('stock.receive', { lines: [{ partId: chance.pick(parts), quantity: 5000, costFen: 50_000 }] })
  if (dice < 8) return of('orderPart.issue', { id: order, lines: [one] })
  if (dice < 13) return of('orderPart.use', { id: order, lines: [one] })
  if (dice < 15) return of('orderPart.takeBackUse', { ...one, reason: commandId })
  if (dice < 17) return of('orderPart.giveBack', { id: order, lines: [{ ...one, condition: 'good' }] })
  if (dice < 19)
    return of('orderPart.giveBack', { id: order, lines: [{ ...one, condition: 'defective', fault: '花屏' }] })
  return of('orderPart.returnOld', { id: order, lines: [{ ...one, fault: '旧件' }] })
}

/** Each command that was kept wrote its one entry, its one document and its one tag, and nothing else did. */
const COUNTS: readonly (readonly [what: string, method: string, rows: string])[] = [
  ['issues', 'orderPart.issue', `order_part_entry where quantity_of = 'issued'`],
  ['issue documents', 'orderPart.issue', `stock_document where kind = 'issue'`],
  ['uses', 'orderPart.use', `order_part_entry where quantity_of = 'used' and quantity > 0`],
  [
    'uses taken back',
    'orderPart.takeBackUse',
    `order_part_entry where quantity_of = 'used' and quantity < 0`,
  ],
  ['returns', 'orderPart.giveBack', `order_part_entry where quantity_of like 'returned%'`],
  ['return documents', 'orderPart.giveBack', `stock_document where kind = 'return'`],
  ['old parts', 'orderPart.returnOld', `order_part_entry where quantity_of = 'oldReturned'`],
]

const missing = (dir: string, done: readonly Sent[]): string[] => {
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  const number = (sql: string): number => db.prepare(sql).pluck().get() as number
  const rows = (sql: string): string[] => db.prepare(sql).pluck().all() as string[]
  try {
    const kept = new Set(rows('select command_id from command_record'))
    const lost = done.filter(({ commandId }) => !kept.has(commandId)).map(({ method }) => `${method} is lost`)
    const counted = COUNTS.flatMap(([what, method, from]) => {
      const commands = number(
        `select count(*) from command_record where method = '${method}' and reply like '%"orderPartIds"%'`,
      )
      const written = number(`select count(*) from ${from}`)
      return commands === written ? [] : [`${written} ${what} of ${commands} commands`]
    })
    const unlike = rows(
      `select l.id from order_part l where l.used <> (select coalesce(sum(c.quantity), 0) from charge_line c
         where c.order_part_id = l.id and c.active = 1)
       or l.issued - l.used - l.returned_good - l.returned_defective < 0
       or l.used <> (select coalesce(sum(e.quantity), 0) from order_part_entry e
         where e.order_part_id = l.id and e.quantity_of = 'used')`,
    )
    const balances = rows(
      `select b.part_id from stock_balance b where b.quantity <> (select coalesce(sum(m.quantity), 0)
         from stock_movement m where m.part_id = b.part_id and m.place_id = b.place_id)`,
    )
    return [
      ...lost,
      ...counted,
      ...unlike.map((id) => `the line ${id} does not add up`),
      ...balances.map((id) => `the balance of ${id} is not its movements`),
    ]
  } finally {
    db.close()
  }
}

it(
  `G1 PRT-1 PRT-2 PRT-4 SRV-2 of ${KILLS} kills in the middle of commands on parts none loses, halves or doubles one`,
  { timeout: 600_000 },
  async () => {
    const cli = await builtCli()
    const dir = tempDir()
    const chance = createChance(20_261_123)
    const shop = await stocked(dir, cli)
    const done: Sent[] = []
    const { problems, refused, repeated } = await killInTheMiddle({
      ...{ dir, cli, kills: KILLS, chance, tolerated: TOLERATED },
      next: () => nextCommand(chance, shop),
      done: (sent) => void done.push(sent),
      missing: () => missing(dir, done),
    })
    const check = await runCounter(['check', '--data', dir], { cli })
    process.stdout.write(`parts kills: ${JSON.stringify({ done: done.length, refused, repeated })}\n`)
    expect([problems, check.code]).toEqual([[], 0])
    // A harness that never cuts anything off, or lets nothing through, would prove nothing.
    expect([done.length > KILLS * 2, repeated > KILLS]).toEqual([true, true])
  },
)
