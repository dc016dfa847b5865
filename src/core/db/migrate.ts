// Brings a shop's database to this program's schema: forward only, one transaction each, a verified copy
// before, and a plain refusal for a database that a newer program has already changed.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Knex } from 'knex'
import { MIGRATIONS } from '#db/migrations/index.ts'
import type { Migration } from '#db/migrations/migration.ts'
import { openReader } from './connection.ts'
import type { Driver } from './driver.ts'

export class NewerDatabase extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `这个数据库已由更新版本的程序升级过（${unknown.join('、')}），本版本不会改动它。请安装新版本后再打开，数据完好。 / ` +
        `This database was upgraded by a newer program (${unknown.join(', ')}). It was not touched. Install that version to open it; the data is whole.`,
    )
  }
}

export class AlteredMigration extends Error {
  constructor(id: string) {
    super(`migration ${id} was applied with other statements than this program carries; refusing to go on`)
  }
}

/** A fingerprint of what a migration does; stored when it is applied. */
export const migrationChecksum = (migration: Migration): string =>
  createHash('sha256').update(JSON.stringify(migration.up)).digest('hex')

type Applied = { name: string; sha256: string | null }

const appliedMigrations = (db: Driver): Applied[] => {
  const has = db.prepare(`select count(*) from sqlite_schema where name = 'knex_migrations'`).pluck().get()
  if (!has) return []
  return db
    .prepare(
      `select m.name, c.sha256 from knex_migrations m left join migration_checksum c on c.id = m.name order by m.id`,
    )
    .all() as Applied[]
}

/**
 * The migrations a database still needs. Throws `NewerDatabase` or `AlteredMigration`; reads only.
 * A missing file needs all of them.
 */
export const pendingMigrations = (
  file: string,
  all: readonly Migration[] = MIGRATIONS,
): { pending: readonly Migration[]; applied: number } => {
  if (!existsSync(file)) return { pending: all, applied: 0 }
  // Reading only: a file that is refused stays as it is, to the byte.
  const db = openReader(file)
  try {
    const applied = appliedMigrations(db)
    const known = new Map(all.map((m) => [m.id, m]))
    const unknown = applied.filter((a) => !known.has(a.name)).map((a) => a.name)
    if (unknown.length > 0) throw new NewerDatabase(unknown)
    for (const row of applied) {
      if (row.sha256 !== migrationChecksum(known.get(row.name) as Migration))
        throw new AlteredMigration(row.name)
    }
    const done = new Set(applied.map((a) => a.name))
    return { pending: all.filter((m) => !done.has(m.id)), applied: applied.length }
  } finally {
    db.close()
  }
}

/** Applies what is missing, one transaction a migration. `beforeFirst` makes the safety copy of a used database. */
export const migrate = async (
  file: string,
  options: { beforeFirst?: (firstPending: string) => void; migrations?: readonly Migration[] } = {},
): Promise<readonly string[]> => {
  const all = options.migrations ?? MIGRATIONS
  const { pending, applied } = pendingMigrations(file, all)
  if (pending.length === 0) return []
  if (applied > 0) options.beforeFirst?.((pending[0] as Migration).id)

  // Few starts migrate; the others need not load it.
  const { default: knexFactory } = await import('knex')
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    log: SILENT,
    pool: { min: 1, max: 1, afterCreate: prepareConnection },
    migrations: { migrationSource: source(all), disableMigrationsListValidation: false },
  })
  try {
    await knex.raw(
      'create table if not exists migration_checksum (id text primary key, sha256 text not null) strict',
    )
    for (const migration of pending) {
      // Foreign keys can only be switched outside a transaction.
      await knex.raw(`pragma foreign_keys = ${migration.rebuildsReferenced ? 'OFF' : 'ON'}`)
      await knex.migrate.up()
    }
  } finally {
    await knex.destroy()
  }
  return pending.map((m) => m.id)
}

// What fails is thrown; knex would also print it, and stdout may be a wire that carries messages.
const SILENT = {
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
  deprecate: () => undefined,
}

const prepareConnection = (
  connection: Driver,
  done: (error: Error | null, connection: Driver) => void,
): void => {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('secure_delete = ON')
  done(null, connection)
}

const source = (all: readonly Migration[]): Knex.MigrationSource<Migration> => ({
  getMigrations: async () => [...all],
  getMigrationName: (migration) => migration.id,
  getMigration: async (migration) => ({
    config: { transaction: true },
    up: async (trx: Knex) => {
      for (const statement of migration.up) await trx.raw(statement)
      const broken = (await trx.raw('pragma foreign_key_check')) as unknown[]
      if (broken.length > 0)
        throw new Error(`migration ${migration.id} would leave ${broken.length} broken references`)
      await trx('migration_checksum').insert({ id: migration.id, sha256: migrationChecksum(migration) })
    },
    down: async () => {
      throw new Error('migrations go forward only; restore the copy made before instead')
    },
  }),
})
