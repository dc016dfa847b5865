// What `counter check` proves about a database. Each check says how much it looked at and what it found; the
// strongest replays the outbox and compares every replicated field with the tables.
import type { Check } from '#shared/contract/system.ts'
import { parseNumber } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { AuditRow, OutboxRow } from '#core/command/chain.ts'
import { CHAIN_START, auditHash, outboxHash } from '#core/command/chain.ts'
import { ENTITIES } from '#core/db/entities.ts'
import type { EntityName } from '#core/db/entities.ts'
import { linesThatDoNotAddUp } from '#core/order-parts/index.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, SqlValue } from '#core/db/handle.ts'
import { fromRow } from '#core/db/rows.ts'
import { moneyProofs } from '#core/ledger/index.ts'
import { stockProofs } from '#core/stock/index.ts'

const MOST_PROBLEMS = 20

type Finding = { count: number; problems: string[] }

const checkOf = (name: string, finding: Finding): Check => ({
  name,
  ok: finding.problems.length === 0,
  count: finding.count,
  problems: finding.problems.slice(0, MOST_PROBLEMS),
})

export const CHECKS: readonly Readonly<{ name: string; run: (db: ReadDb) => Finding }>[] = [
  { name: 'sqlite integrity', run: (db) => sqliteIntegrity(db) },
  { name: 'foreign keys', run: (db) => foreignKeys(db) },
  { name: 'audit chain', run: (db) => auditChain(db) },
  { name: 'outbox chain and order', run: (db) => outboxChain(db) },
  { name: 'outbox equals tables', run: (db) => outboxEqualsTables(db) },
  { name: 'number uniqueness', run: (db) => numbers(db) },
  { name: 'work orders complete', run: (db) => completeOrders(db) },
  { name: 'search index', run: (db) => searchIndex(db) },
  { name: 'parts on orders', run: (db) => partsOnOrders(db) },
  ...stockProofs,
  ...moneyProofs,
]

/** Runs all checks on a database that nobody writes to meanwhile. */
export const runChecks = (db: ReadDb): Check[] =>
  CHECKS.map(({ name, run }) => {
    try {
      return checkOf(name, run(db))
    } catch (error) {
      return checkOf(name, { count: 0, problems: [(error as Error).message] })
    }
  })

/** PRT-2: every quantity of every line is the sum of its entries. */
const partsOnOrders = (db: ReadDb): Finding => ({
  count: db.value<number>(text('select count(*) from order_part_entry')) ?? 0,
  problems: linesThatDoNotAddUp(db).map(
    (row) => `part ${row.id}: ${row.quantity_of} is not the sum of its entries`,
  ),
})

const sqliteIntegrity = (db: ReadDb): Finding => {
  const rows = db.all<{ integrity_check: string }>(text('pragma integrity_check'))
  const problems = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  return { count: db.value<number>(text('pragma page_count')) ?? 0, problems }
}

const foreignKeys = (db: ReadDb): Finding => {
  const rows = db.all<{ table: string; rowid: number; parent: string }>(text('pragma foreign_key_check'))
  return {
    count: db.value<number>(text(`select count(*) from sqlite_schema where type = 'table'`)) ?? 0,
    problems: rows.map((row) => `${row.table} row ${row.rowid} refers to a missing ${row.parent}`),
  }
}

type Heads = { chain: Buffer; audit_chain: Buffer; next_seq: number; origin: string }
const headsOf = (db: ReadDb): Heads | undefined =>
  db.get<Heads>(text('select chain, audit_chain, next_seq, origin from sync_self'))

const auditChain = (db: ReadDb): Finding => {
  const problems: string[] = []
  let previous: Uint8Array = CHAIN_START
  let count = 0
  for (const row of db.iterate<AuditRow>(text('select * from audit order by seq'))) {
    count += 1
    if (row.seq !== count) problems.push(`audit row ${count} is missing before row ${row.seq}`)
    if (!Buffer.from(previous).equals(row.prev_hash))
      problems.push(`audit row ${row.seq} does not follow the row before it`)
    if (!auditHash(row.prev_hash, row).equals(row.hash)) problems.push(`audit row ${row.seq} was changed`)
    previous = row.hash
    if (problems.length >= MOST_PROBLEMS) break
  }
  const heads = headsOf(db)
  if (heads && !heads.audit_chain.equals(previous)) problems.push('the end of the audit log is missing')
  return { count, problems }
}

const outboxChain = (db: ReadDb): Finding => {
  const problems: string[] = []
  let previous: Uint8Array = CHAIN_START
  let count = 0
  for (const row of db.iterate<OutboxRow>(text('select * from outbox order by seq'))) {
    count += 1
    if (row.seq !== count) problems.push(`outbox row ${count} is missing before row ${row.seq}`)
    if (!outboxHash(previous, row).equals(row.h))
      problems.push(`outbox row ${row.seq} was changed or does not follow`)
    previous = row.h
    if (problems.length >= MOST_PROBLEMS) break
  }
  const heads = headsOf(db)
  if (heads && (!heads.chain.equals(previous) || heads.next_seq !== count + 1))
    problems.push('the end of the outbox is missing')
  return { count, problems }
}

const outboxEqualsTables = (db: ReadDb): Finding => {
  const problems: string[] = []
  let count = 0
  for (const [entity, shape] of Object.entries(ENTITIES) as [EntityName, (typeof ENTITIES)[EntityName]][]) {
    const replayed = replay(db, entity)
    const rows = db.iterate<Record<string, SqlValue>>(text(`select * from ${shape.table} order by id`))
    let row = rows.next()
    for (const [id, fields] of replayed) {
      count += 1
      while (!row.done && String(row.value['id']) < id) {
        problems.push(`${entity} ${String(row.value['id'])} stands in its table but in no operation`)
        row = rows.next()
      }
      if (row.done || row.value['id'] !== id) {
        problems.push(`${entity} ${id} is missing from its table`)
      } else {
        const differing = differences(fields, fromRow(entity, row.value))
        if (differing.length > 0)
          problems.push(`${entity} ${id} differs from its operations in ${differing.join(', ')}`)
        row = rows.next()
      }
      if (problems.length >= MOST_PROBLEMS) break
    }
    while (!row.done && problems.length < MOST_PROBLEMS) {
      problems.push(`${entity} ${String(row.value['id'])} stands in its table but in no operation`)
      row = rows.next()
    }
    rows.return?.()
  }
  return { count, problems }
}

/** Every entity as its operations make it, by id. */
function* replay(db: ReadDb, entity: EntityName): Generator<[string, Record<string, unknown>]> {
  let current: [string, Record<string, unknown>] | undefined
  for (const op of db.iterate<{ entity_id: string; fields: string }>(
    text('select entity_id, fields from outbox where entity = ? order by entity_id, seq', entity),
  )) {
    if (current && current[0] !== op.entity_id) {
      yield current
      current = undefined
    }
    current ??= [op.entity_id, {}]
    Object.assign(current[1], JSON.parse(op.fields))
  }
  if (current) yield current
}

const differences = (fromOperations: Record<string, unknown>, fromTable: Record<string, unknown>): string[] =>
  Object.keys(fromTable).filter(
    (field) => JSON.stringify(fromOperations[field] ?? null) !== JSON.stringify(fromTable[field] ?? null),
  )

const numbers = (db: ReadDb): Finding => {
  const problems: string[] = []
  let count = 0
  const seen = new Set<string>()
  for (const table of ['visit', 'work_order', 'stock_document', 'part_request', 'transfer_request']) {
    for (const row of db.iterate<{ number: string }>(sqlNumbers(table))) {
      count += 1
      if (seen.has(row.number)) problems.push(`the number ${row.number} was given out twice`)
      seen.add(row.number)
      if (isRefused(parseNumber(row.number))) problems.push(`the number ${row.number} does not check`)
      if (problems.length >= MOST_PROBLEMS) return { count, problems }
    }
  }
  return { count, problems }
}

const sqlNumbers = (table: string) => sql(table).select('number')

const completeOrders = (db: ReadDb): Finding => {
  const without = db.all<{ number: string }>(
    text(
      `select w.number from work_order w where not exists
         (select 1 from service_log l where l.subject_id = w.id and l.action = 'order.accepted') limit ${MOST_PROBLEMS}`,
    ),
  )
  const empty = db.all<{ number: string }>(
    text(
      `select v.number from visit v where not exists (select 1 from work_order w where w.visit_id = v.id) limit ${MOST_PROBLEMS}`,
    ),
  )
  return {
    count: db.value<number>(text('select count(*) from work_order')) ?? 0,
    problems: [
      ...without.map((row) => `order ${row.number} has no entry in the service log`),
      ...empty.map((row) => `visit ${row.number} has no order`),
    ],
  }
}

const searchIndex = (db: ReadDb): Finding => {
  const customers = db.value<number>(text('select count(*) from customer')) ?? 0
  const documents = db.value<number>(text('select count(*) from search_document')) ?? 0
  const indexed = db.value<number>(text('select count(*) from search_index')) ?? 0
  const parts = db.value<number>(text('select count(*) from part')) ?? 0
  const indexedParts = db.value<number>(text('select count(*) from part_search')) ?? 0
  return {
    count: documents + parts,
    problems: [
      ...(customers === documents && documents === indexed
        ? []
        : [`${customers} customers, ${documents} documents, ${indexed} indexed`]),
      ...(parts === indexedParts ? [] : [`${parts} parts, ${indexedParts} indexed`]),
    ],
  }
}
