// The bare peer: better-sqlite3 itself, the same build that the core uses, and a way to see what the core writes.
import Database from 'better-sqlite3'

export type Write = Readonly<{ sql: string; bindings: readonly unknown[] }>

/** A connection with the core's settings and nothing of the core around it. */
export const openBare = (file: string, readonly = false): Database.Database => {
  const db = new Database(file, { readonly, fileMustExist: true })
  if (!readonly) {
    db.pragma('journal_mode = WAL')
    db.pragma('secure_delete = ON')
    db.pragma('journal_size_limit = 67108864')
    db.exec('begin immediate; update opened set at = unixepoch(); commit')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
  }
  db.pragma('trusted_schema = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -65536')
  db.pragma('mmap_size = 268435456')
  return db
}

/**
 * Notes every changing statement that any connection of this process runs, with its values, until `stop`:
 * what a command really writes, whatever layers it goes through. Only connections opened afterwards are seen.
 */
export const watchWrites = (): { taken: () => Write[]; stop: () => void } => {
  const { prototype } = Database as unknown as { prototype: Database.Database }
  const prepare = prototype.prepare
  let writes: Write[] = []
  prototype.prepare = function watched(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement<unknown[]>
    if (statement.reader || /^(begin|commit|rollback)/i.test(sql)) return statement
    const run = statement.run.bind(statement)
    statement.run = (...bindings: unknown[]) => {
      writes.push({ sql, bindings: bindings.map((one) => (Buffer.isBuffer(one) ? Buffer.from(one) : one)) })
      return run(...bindings)
    }
    return statement
  } as typeof prepare
  return {
    taken: () => {
      const since = writes
      writes = []
      return since
    },
    stop: () => {
      prototype.prepare = prepare
    },
  }
}

/** Runs the writes of one command in one durable transaction with statements that are prepared once. */
export const createReplayer = (db: Database.Database): ((writes: readonly Write[]) => void) => {
  const kept = new Map<string, Database.Statement<unknown[]>>()
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
  const statement = (sql: string): Database.Statement<unknown[]> => {
    const known = kept.get(sql)
    if (known) return known
    const made = db.prepare<unknown[]>(sql)
    kept.set(sql, made)
    return made
  }
  return (writes) => {
    begin.run()
    for (const { sql, bindings } of writes) statement(sql).run(...bindings)
    commit.run()
  }
}
