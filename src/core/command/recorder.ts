// What a command may do to the books: change an entity (row and outbox operation from one object), write
// the service log, write the audit log. All inside the command's one transaction.
import type { JsonValue } from '#shared/kernel/result.ts'
import { ENTITY_SCHEMA_VERSION, columnOf, entityShape } from '#core/db/entities.ts'
import type { EntityName } from '#core/db/entities.ts'
import { sql, text } from '#core/db/handle.ts'
import type { SqlValue, WriteDb } from '#core/db/handle.ts'
import { toStored } from '#core/db/rows.ts'
import type { Fields } from '#core/db/rows.ts'
import { auditHash, hashedFields, outboxHashOfReady } from './chain.ts'
import { readyRow } from './ready-row.ts'
import type { ReadyRow } from './ready-row.ts'

export type Change = readonly [from: JsonValue, to: JsonValue]
export type LogSubject = 'workOrder' | 'visit' | 'customer' | 'device'
export type LogEntry = Readonly<{
  subject: LogSubject
  subjectId: string
  /** The fact's name, worded by the window: `order.accepted`. */
  action: string
  changes?: Readonly<Record<string, Change>> | undefined
  remark?: string | undefined
}>
export type AuditEntry = Readonly<{
  action: string
  object: string
  objectId: string
  details?: Readonly<Record<string, JsonValue>>
}>

export type Recorder = Readonly<{
  /** Inserts the entity's row and appends its operation. `local` columns stay here (search keys). Answers the rowid. */
  insert(
    entity: EntityName,
    id: string,
    fields: Fields,
    kind: string,
    local?: Record<string, SqlValue>,
  ): number
  /** What `insert` does, with a row made ready before; each is inserted once. */
  insertRow(row: ReadyRow, id: string, kind: string): number
  /** Updates only the given fields, in row and operation alike. Throws if there is no such row. */
  update(
    entity: EntityName,
    id: string,
    changes: Fields,
    kind: string,
    local?: Record<string, SqlValue>,
  ): void
  log(entry: LogEntry): void
  audit(entry: AuditEntry): void
  /** Writes the chain heads; called once, just before the commit. */
  finish(): void
}>

type Self = {
  origin: string
  hlc: number
  next_seq: number
  chain: Uint8Array
  audit_chain: Uint8Array
  /** Of the last row of the audit log. */
  audit_seq: number
}

const SELECT_HEADS = `select origin, hlc, next_seq, chain, audit_chain,
  (select coalesce(max(seq), 0) from audit) as audit_seq from sync_self`
const INSERT_OUTBOX = `insert into outbox (seq, origin, hlc, entity, entity_id, kind, owner_epoch, base_ver, sv, fields, h)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const INSERT_AUDIT = `insert into audit (seq, at, staff_id, terminal, action, object, object_id, details, prev_hash, hash)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const updatePlans = new Map<string, string>()

/** How to update these columns of an entity, by the columns' names in the order of their values; built by knex once. */
const updatePlan = (table: string, columns: readonly string[]): string => {
  const key = `${table}(${columns.join()})`
  const known = updatePlans.get(key)
  if (known !== undefined) return known
  const made = sql(table)
    .where({ id: '' })
    .update(Object.fromEntries(columns.map((column) => [column, 0])))
    .toSQL()
    .toNative().sql
  updatePlans.set(key, made)
  return made
}

export const createRecorder = (
  db: WriteDb,
  by: Readonly<{ now: number; staffId: string | null; terminal: string; newId: () => string }>,
): Recorder => {
  let loaded: Self | undefined

  /** The chain heads, read at the first use: setting up the shop makes them inside its own command. */
  const heads = (): Self => {
    loaded ??= db.get<Self>(text(SELECT_HEADS))
    if (!loaded) throw new Error('the shop is not set up: there is no origin yet')
    return loaded
  }

  const operation = (
    entity: string,
    entityId: string,
    kind: string,
    fields: string,
    hashed: Uint8Array,
  ): void => {
    const self = heads()
    self.hlc = Math.max(self.hlc + 1, by.now * 1000)
    const row = {
      seq: self.next_seq,
      origin: self.origin,
      hlc: self.hlc,
      entity,
      entity_id: entityId,
      kind,
      owner_epoch: 0,
      base_ver: 0,
      sv: ENTITY_SCHEMA_VERSION,
    }
    self.chain = outboxHashOfReady(self.chain, row, hashed)
    db.run(
      text(
        INSERT_OUTBOX,
        row.seq,
        row.origin,
        row.hlc,
        entity,
        entityId,
        kind,
        row.owner_epoch,
        row.base_ver,
        row.sv,
        fields,
        self.chain,
      ),
    )
    self.next_seq += 1
  }

  const insertRow: Recorder['insertRow'] = (row, id, kind) => {
    row.values[row.plan.idAt] = id
    const { lastRowid } = db.run({ text: row.plan.text, bindings: row.values })
    operation(row.plan.entity, id, kind, row.fields, row.hashed)
    return lastRowid
  }
  const insert: Recorder['insert'] = (entity, id, fields, kind, local) =>
    insertRow(readyRow(entity, fields, local), id, kind)

  return {
    insert,
    insertRow,
    update: (entity, id, changes, kind, local = {}) => {
      const shape = entityShape(entity)
      const columns = Object.keys(local)
      const values: SqlValue[] = Object.values(local)
      for (const [field, value] of Object.entries(changes)) {
        if (!shape.fields.includes(field)) throw new Error(`${entity} has no field ${field}`)
        columns.push(columnOf(field))
        values.push(toStored(value))
      }
      const { changes: touched } = db.run(text(updatePlan(shape.table, columns), ...values, id))
      if (touched !== 1) throw new Error(`${entity} ${id} to change is not there`)
      const changed = JSON.stringify(changes)
      operation(entity, id, kind, changed, hashedFields(changed))
    },
    log: (entry) => {
      insert(
        'serviceLog',
        by.newId(),
        {
          subject: entry.subject,
          subjectId: entry.subjectId,
          at: by.now,
          staffId: by.staffId,
          terminal: by.terminal,
          action: entry.action,
          changes: entry.changes as JsonValue | undefined,
          remark: entry.remark,
        },
        `log.${entry.action}`,
      )
    },
    audit: (entry) => {
      const self = heads()
      self.audit_seq += 1
      const row = {
        seq: self.audit_seq,
        at: by.now,
        staff_id: by.staffId,
        terminal: by.terminal,
        action: entry.action,
        object: entry.object,
        object_id: entry.objectId,
        details: JSON.stringify(entry.details ?? {}),
      }
      const previous = self.audit_chain
      self.audit_chain = auditHash(previous, row)
      db.run(
        text(
          INSERT_AUDIT,
          row.seq,
          row.at,
          row.staff_id,
          row.terminal,
          row.action,
          row.object,
          row.object_id,
          row.details,
          previous,
          self.audit_chain,
        ),
      )
    },
    finish: () => {
      if (!loaded) return
      db.run(
        text(
          'update sync_self set hlc = ?, next_seq = ?, chain = ?, audit_chain = ?',
          loaded.hlc,
          loaded.next_seq,
          loaded.chain,
          loaded.audit_chain,
        ),
      )
    },
  }
}
