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
  db.pragma('cache_size = -16384')
  return db
}

type Watch<T> = Readonly<{
  /** What was noted since it was asked last. */
  taken: () => T[]
  stop: () => void
}>

type Statement = Database.Statement<unknown[]>

/** Lets every statement that this process prepares from now on pass through `seen`. */
const watchStatements = (seen: (statement: Statement, sql: string) => void): (() => void) => {
  const { prototype } = Database as unknown as { prototype: Database.Database }
  const prepare = prototype.prepare
  prototype.prepare = function watched(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Statement
    seen(statement, sql)
    return statement
  } as typeof prepare
  return () => {
    prototype.prepare = prepare
  }
}

const noting = <T>(): { note: (one: T) => void; taken: () => T[] } => {
  let noted: T[] = []
  return {
    note: (one) => noted.push(one),
    taken: () => {
      const since = noted
      noted = []
      return since
    },
  }
}

/**
 * Notes every changing statement that any connection of this process runs, with its values: what a command
 * really writes, whatever layers it goes through. Only connections opened afterwards are seen.
 */
export const watchWrites = (): Watch<Write> => {
  const { note, taken } = noting<Write>()
  const stop = watchStatements((statement, sql) => {
    if (statement.reader || /^(begin|commit|rollback)/i.test(sql)) return
    const run = statement.run.bind(statement)
    statement.run = (...bindings: unknown[]) => {
      note({ sql, bindings: bindings.map((one) => (Buffer.isBuffer(one) ? Buffer.from(one) : one)) })
      return run(...bindings)
    }
  })
  return { taken, stop }
}

export type Read = Readonly<{ sql: string; bindings: readonly unknown[]; how: 'get' | 'all' }>

/** The same for what is read. */
export const watchReads = (): Watch<Read> => {
  const { note, taken } = noting<Read>()
  const stop = watchStatements((statement, sql) => {
    if (!statement.reader) return
    for (const how of ['get', 'all'] as const) {
      const run = statement[how].bind(statement)
      statement[how] = ((...bindings: unknown[]) => {
        note({ sql, bindings, how })
        return run(...bindings)
      }) as never
    }
  })
  return { taken, stop }
}

/** Runs reads with statements that are prepared once. */
export const createReader = (db: Database.Database): ((reads: readonly Read[]) => void) => {
  const statement = keeping(db)
  return (reads) => {
    for (const { sql, bindings, how } of reads) statement(sql)[how](...bindings)
  }
}

const keeping = (db: Database.Database): ((sql: string) => Statement) => {
  const kept = new Map<string, Statement>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const made = db.prepare<unknown[]>(sql)
    kept.set(sql, made)
    return made
  }
}

/** Runs the writes of one command in one durable transaction with statements that are prepared once. */
export const createReplayer = (db: Database.Database): ((writes: readonly Write[]) => void) => {
  const statement = keeping(db)
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
  return (writes) => {
    begin.run()
    for (const { sql, bindings } of writes) statement(sql).run(...bindings)
    commit.run()
  }
}
