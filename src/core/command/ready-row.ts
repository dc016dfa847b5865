// An entity's new row made ready for its two places: the values that its table stores and the text that its operation
// carries, both from one object (docs/adr/0011). It needs no database, so very many rows are made ready before the
// transaction that writes them.
import { hashedFields } from './chain.ts'
import { columnOf, entityShape } from '#core/db/entities.ts'
import type { EntityName } from '#core/db/entities.ts'
import { sql } from '#core/db/handle.ts'
import type { SqlValue } from '#core/db/handle.ts'
import { toStored } from '#core/db/rows.ts'
import type { Fields } from '#core/db/rows.ts'

type Local = Readonly<Record<string, SqlValue>>

type InsertPlan = Readonly<{
  entity: EntityName
  text: string
  /** Nothing in every column. */
  blank: readonly SqlValue[]
  idAt: number
  /** Where the value of each field stands among the bound ones; and of each local column. */
  fields: readonly (readonly [field: string, at: number])[]
  locals: readonly (readonly [column: string, at: number])[]
}>

export type ReadyRow = Readonly<{
  plan: InsertPlan
  /** What is bound; the id is still open. */
  values: SqlValue[]
  /** The operation's fields: those that have a value. */
  fields: string
  /** The same as it stands in what is hashed. */
  hashed: Uint8Array
}>

const NONE: Local = {}
const plans = new Map<EntityName, InsertPlan[]>()

/**
 * How to insert an entity with these local columns: SQL built by knex once, and where each value is bound. Knex sorts
 * an insert's columns by name.
 */
const makePlan = (entity: EntityName, localColumns: readonly string[]): InsertPlan => {
  const { table, fields } = entityShape(entity)
  const columns = [...new Set(['id', ...localColumns, ...fields.map(columnOf)])].sort()
  const at = (column: string): number => columns.indexOf(column)
  return {
    entity,
    text: sql(table)
      .insert(Object.fromEntries(columns.map((column) => [column, 0])))
      .toSQL()
      .toNative().sql,
    blank: columns.map(() => null),
    idAt: at('id'),
    fields: fields.map((field) => [field, at(columnOf(field))] as const),
    locals: localColumns.map((column) => [column, at(column)] as const),
  }
}

const isFor = ({ locals }: InsertPlan, names: readonly string[]): boolean =>
  locals.length === names.length && locals.every(([column], i) => column === names[i])

const planFor = (entity: EntityName, local: Local): InsertPlan => {
  const names = Object.keys(local)
  const known = plans.get(entity)
  for (const plan of known ?? []) if (isFor(plan, names)) return plan
  const made = makePlan(entity, names)
  if (known) known.push(made)
  else plans.set(entity, [made])
  return made
}

/** `local` columns stay here (search keys) and are in no operation. */
export const readyRow = (entity: EntityName, fields: Fields, local: Local = NONE): ReadyRow => {
  const plan = planFor(entity, local)
  const values = plan.blank.slice()
  const kept: Fields = {}
  for (const [field, at] of plan.fields) {
    const value = fields[field]
    if (value === undefined || value === null) continue
    kept[field] = value
    values[at] = toStored(value)
  }
  for (const [column, at] of plan.locals) values[at] = local[column] ?? null
  const text = JSON.stringify(kept)
  return { plan, values, fields: text, hashed: hashedFields(text) }
}
