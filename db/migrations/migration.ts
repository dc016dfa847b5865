// The shape of a migration: an id that never changes once released, and DDL statements run in order.

export type Migration = Readonly<{
  /** Four digits and a name; contiguous. */
  id: string
  /** One statement each; the schema is written in SQL because STRICT tables are beyond the schema builder. */
  up: readonly string[]
  /** Rebuilding a table that others refer to: foreign keys are off while it runs and checked before the commit. */
  rebuildsReferenced?: boolean
}>

/** Triggers under which rows of a table are neither changed nor deleted. Part of released migrations: the text stays. */
export const appendOnly = (table: string): string[] => [
  `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
  `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, '${table} is append-only'); end`,
]
