// Adding and changing an entry of the catalogue: what all kinds have in common.
import type { Writing } from '#core/command/context.ts'
import type { SqlValue } from '#core/db/handle.ts'
import type { Fields } from '#core/db/rows.ts'

type Kind = 'part' | 'serviceItem' | 'package'
export type Local = Record<string, SqlValue>

/** Answers the row's id and rowid. */
export const add = (
  ctx: Writing,
  kind: Kind,
  fields: Fields,
  local: Local,
): Readonly<{ id: string; rowid: number }> => {
  const id = ctx.newId()
  const rowid = ctx.insert(kind, id, { ...fields, active: true, createdAt: ctx.now }, `${kind}.added`, local)
  ctx.audit({ action: `${kind}.added`, object: kind, objectId: id })
  ctx.changed(kind)
  return { id, rowid }
}

/** What differs from before. */
export const differing = (before: object, wanted: Readonly<Record<string, unknown>>): Fields => {
  const fields: Fields = {}
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    if (JSON.stringify(value) === JSON.stringify(before[key as keyof typeof before])) continue
    fields[key] = value as Fields[string]
  }
  return fields
}

/** Writes what differs, with old and new in the audit log; nothing when nothing does. */
export const write = (
  ctx: Writing,
  kind: Kind,
  before: Readonly<{ id: string }>,
  fields: Fields,
  local: Local,
): void => {
  const names = Object.keys(fields)
  if (names.length === 0) return
  ctx.update(kind, before.id, fields, `${kind}.changed`, local)
  ctx.audit({
    action: `${kind}.changed`,
    object: kind,
    objectId: before.id,
    details: Object.fromEntries(
      names.map((name) => [name, [before[name as keyof typeof before] ?? null, fields[name] ?? null]]),
    ),
  })
  ctx.changed(kind, `${kind}:${before.id}`)
}
