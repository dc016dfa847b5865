// What makes an answered command durable stands on every connection (findings Q1, Q2; goal G29).
import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REQUIRED_PRAGMAS, assertDurable, openReader, openWriter } from '#core/db/connection.ts'
import type { Driver } from '#core/db/driver.ts'
import { closedShop } from '#test/support/core.ts'
import { tempDir } from '#test/support/temp-dir.ts'

const settingsOf = (db: Driver): Record<string, unknown> =>
  Object.fromEntries(Object.keys(REQUIRED_PRAGMAS).map((name) => [name, db.pragma(name, { simple: true })]))

const WANTED = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1, trusted_schema: 0 }

it('G29 Q2 a new database has the settings before and after its first writes, and again when reopened', () => {
  const file = `${tempDir()}/new.db`
  for (let opened = 0; opened < 3; opened += 1) {
    const db = openWriter(file)
    expect(settingsOf(db)).toEqual(WANTED)
    db.exec('create table if not exists t (x); insert into t values (1)')
    expect(settingsOf(db)).toEqual(WANTED)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.exec('insert into t values (2)')
    expect(settingsOf(db)).toEqual(WANTED)
    db.close()
  }
})

it('G29 a shop’s database has them, and a reader can write nothing', async () => {
  const file = `${await closedShop()}/counter.db`
  const writer = openWriter(file)
  expect(settingsOf(writer)).toEqual(WANTED)
  const reader = openReader(file)
  expect(() => reader.exec('delete from draft')).toThrow('readonly')
  reader.close()
  writer.close()
})

it.each(Object.keys(REQUIRED_PRAGMAS).filter((name) => name !== 'journal_mode'))(
  'G29 a connection without the right %s is not used',
  (name) => {
    const db = openWriter(`${tempDir()}/x.db`)
    db.pragma(`${name} = ${name === 'trusted_schema' ? 'ON' : 'OFF'}`)
    expect(() => assertDurable(db)).toThrow(name)
    db.close()
  },
)

it('Q9 what was deleted is not in the files after a checkpoint', () => {
  const folder = tempDir()
  const file = `${folder}/x.db`
  const db = openWriter(file)
  db.exec(`create table t (x text); insert into t values ('13800138000')`)
  db.pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(file).includes('13800138000')).toBe(true)
  db.exec('delete from t')
  db.pragma('wal_checkpoint(TRUNCATE)')
  const traces = readdirSync(folder).filter((name) =>
    readFileSync(`${folder}/${name}`).includes('13800138000'),
  )
  expect(traces).toEqual([])
  db.close()
})
