// Rows in and out: booleans are 0/1 and lists are JSON text in the tables, values everywhere else.
import type { JsonValue } from '#shared/kernel/result.ts'
import { columnOf, entityShape } from './entities.ts'
import type { EntityName } from './entities.ts'
import type { SqlValue } from './handle.ts'

export type Fields = Record<string, JsonValue | undefined>

/** A field's value as it is stored. Undefined means null. */
export const toStored = (value: JsonValue | undefined): SqlValue => {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'object') return JSON.stringify(value)
  return value
}

/** An entity's row as fields: only what replicates. */
export const fromRow = (entity: EntityName, row: Record<string, SqlValue>): Record<string, JsonValue> => {
  const shape = entityShape(entity)
  const fields: Record<string, JsonValue> = {}
  for (const field of shape.fields) {
    fields[field] = fromStored(row[columnOf(field)] ?? null, shape, field)
  }
  return fields
}

const fromStored = (value: SqlValue, shape: ReturnType<typeof entityShape>, field: string): JsonValue => {
  if (value === null) return null
  if (shape.booleans?.includes(field)) return value === 1
  if (shape.json?.includes(field)) return JSON.parse(value as string) as JsonValue
  return value as JsonValue
}
