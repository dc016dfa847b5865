// How migrations are applied, whatever they do: as one sum, with a copy before, old or new after a kill, and never
// to a database of a newer program.
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { makeDataDir } from '#core/db/data-dir.ts'
import { openDriver } from '#core/db/driver.ts'
import { AlteredMigration, NewerDatabase, migrate } from '#core/db/migrate.ts'
import { openMigrated } from '#core/db/open-migrated.ts'
import { explainStart } from '#core/host/explain-start.ts'
import { closedShop, startCore, startShop, visit } from '#test/support/core.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { ROWS_OF, rowsUpTo } from './believable-rows.ts'
import { folderAt, insertInto, rowsOf, schemaOf, withDatabase } from './database-at.ts'

const child = fileURLToPath(new URL('migrate-and-die.ts', import.meta.url))

describe('the schema', () => {
  it('is the sum of its migrations, one by one or all at once; they are numbered without a gap', async () => {
    const atOnce = await folderAt(MIGRATIONS.length)
    const oneByOne = await folderAt(0)
    for (let n = 1; n <= MIGRATIONS.length; n += 1) {
      await migrate(oneByOne.database, { migrations: MIGRATIONS.slice(0, n) })
    }
    expect(withDatabase(oneByOne.database, schemaOf)).toEqual(withDatabase(atOnce.database, schemaOf))
    expect(MIGRATIONS.map(({ id }) => id.slice(0, 4))).toEqual(
      MIGRATIONS.map((_, i) => String(i + 1).padStart(4, '0')),
    )
    expect(ROWS_OF).toHaveLength(MIGRATIONS.length)
  })

  it('has STRICT tables only', async () => {
    const dir = await folderAt(MIGRATIONS.length)
    const loose = withDatabase(dir.database, (db) =>
      db
        .prepare(
          `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
             and name not like 'sqlite_%' and name not like 'knex_%'`,
        )
        .pluck()
        .all(),
    )
    expect(loose).toEqual([])
  })

  it('that a real shop has is the same', async () => {
    const dir = await folderAt(MIGRATIONS.length)
    const ofShop = withDatabase(`${await closedShop()}/counter.db`, schemaOf)
    expect(ofShop).toEqual(withDatabase(dir.database, schemaOf))
  })
})

describe('before a used database is changed', () => {
  it('a copy is made that opens and holds every row', async () => {
    const dir = await folderAt(1)
    withDatabase(dir.database, (db) => insertInto(db, rowsUpTo(1)))
    const before = withDatabase(dir.database, rowsOf)
    const store = await openMigrated(dir)
    store.close()
    expect(readdirSync(dir.backups)).toEqual([`before-${MIGRATIONS[1]?.id}.db`])
    withDatabase(`${dir.backups}/before-${MIGRATIONS[1]?.id}.db`, (copy) => {
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(rowsOf(copy)).toEqual(before)
    })
  })

  it('a copy that was cut off does not count as one', async () => {
    const dir = await folderAt(1)
    writeFileSync(`${dir.backups}/before-${MIGRATIONS[1]?.id}.db.unfinished`, 'half a copy')
    const store = await openMigrated(dir)
    store.close()
    const integrity = withDatabase(`${dir.backups}/before-${MIGRATIONS[1]?.id}.db`, (db) =>
      db.pragma('integrity_check'),
    )
    expect(integrity).toEqual([{ integrity_check: 'ok' }])
    expect(readdirSync(dir.backups)).toHaveLength(1)
  })

  it('a new database gets no copy', async () => {
    const dir = makeDataDir(tempDir())
    const store = await openMigrated(dir)
    store.close()
    expect(readdirSync(dir.backups)).toEqual([])
  })
})

const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name.startsWith('counter.db') && !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(`${dir}/${name}`).toString('base64')]),
  )

/** A shop whose last writes stand only in the log, as after a kill. */
const killedShop = async (sql: string): Promise<string> => {
  const { manager, dir } = await startShop()
  await manager.value('visit.create', visit())
  const db = openDriver(`${dir}/counter.db`)
  db.exec(sql)
  const copy = tempDir()
  cpSync(dir, copy, { recursive: true })
  db.close()
  return copy
}

describe('a database', () => {
  it('of a newer program is refused in plain words, and no byte of it changes, nor of its log', async () => {
    const dir = await killedShop(
      `insert into knex_migrations (name, batch, migration_time) values ('0999-from-the-future', 99, 0)`,
    )
    const before = bytesOf(dir)
    const error = await startCore(dir).then(
      () => undefined,
      (refused: unknown) => refused,
    )
    expect(error).toBeInstanceOf(NewerDatabase)
    expect(explainStart(error)).toEqual({
      reason: 'newerDatabase',
      message: expect.stringMatching(
        /更新版本的程序升级过（0999-from-the-future）.*数据完好.*upgraded by a newer program/s,
      ),
    })
    expect(bytesOf(dir)).toEqual(before)
    expect(readdirSync(`${dir}/backups`)).toEqual([])
  })

  it('whose applied migration was altered is refused, and no byte of it changes', async () => {
    const dir = await killedShop(`update migration_checksum set sha256 = 'x' where id like '0002%'`)
    const before = bytesOf(dir)
    await expect(startCore(dir)).rejects.toBeInstanceOf(AlteredMigration)
    expect(bytesOf(dir)).toEqual(before)
  })

  it('that a migration would leave with broken references stays as it was', async () => {
    const dir = await folderAt(2)
    withDatabase(dir.database, (db) => insertInto(db, rowsUpTo(2)))
    const before = withDatabase(dir.database, rowsOf)
    const broken = { id: '0003-broken', up: ['delete from customer'], rebuildsReferenced: true }
    await expect(migrate(dir.database, { migrations: [...MIGRATIONS.slice(0, 2), broken] })).rejects.toThrow(
      'would leave',
    )
    expect(withDatabase(dir.database, rowsOf)).toEqual(before)
  })
})

describe('killed in the middle of migrating', () => {
  const POINTS = 10

  it(
    `P3 a used database is the old or a newer one at ${POINTS} points, then opens and has every row`,
    { timeout: 120_000 },
    async () => {
      const base = await folderAt(1)
      withDatabase(base.database, (db) => insertInto(db, rowsUpTo(1)))
      const before = withDatabase(base.database, rowsOf)
      const schemas = new Map<number, string[]>()
      for (let n = 1; n <= MIGRATIONS.length; n += 1) {
        schemas.set(n, withDatabase((await folderAt(n)).database, schemaOf))
      }
      const whole = spawnSync(process.execPath, [child, copyOf(base.root), '0'], { encoding: 'utf8' })
      const statements = Number(whole.stdout)
      expect([whole.status, statements > 40]).toEqual([0, true])
      const reached = new Set<number>()
      for (let point = 1; point <= POINTS; point += 1) {
        const dir = makeDataDir(copyOf(base.root))
        const { signal } = spawnSync(process.execPath, [
          child,
          dir.root,
          String(Math.floor((statements * point) / (POINTS + 1))),
        ])
        const applied = withDatabase(dir.database, (db) =>
          db.prepare('select count(*) from knex_migrations').pluck().get(),
        )
        reached.add(applied as number)
        expect([signal, withDatabase(dir.database, schemaOf)]).toEqual([
          'SIGKILL',
          schemas.get(applied as number),
        ])
        const store = await openMigrated(dir)
        store.close()
        withDatabase(dir.database, (db) => {
          expect(rowsOf(db)).toMatchObject(before)
          expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
          expect(db.pragma('foreign_key_check')).toEqual([])
        })
        withDatabase(`${dir.backups}/before-${MIGRATIONS[1]?.id}.db`, (copy) =>
          expect(rowsOf(copy)).toEqual(before),
        )
      }
      expect(reached.size).toBeGreaterThan(1)
    },
  )
})

const copyOf = (dir: string): string => {
  const copy = tempDir()
  cpSync(dir, copy, { recursive: true })
  return copy
}
