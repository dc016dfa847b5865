// The shape in which an entity of the outbox is described.

export type Entity = Readonly<{
  table: string
  /** Field names that replicate; everything else in the table is local (search keys, caches). */
  fields: readonly string[]
  json?: readonly string[]
  booleans?: readonly string[]
}>
