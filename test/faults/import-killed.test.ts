// An import of very many parts, killed while it is written (fault I4): none of them is there or all are, and the same
// command afterwards takes them in once.
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { openReader } from '#core/db/connection.ts'
import { closedShop } from '#test/support/core.ts'
import { Gone, serveCounter } from '#test/support/counter-process.ts'
import { builtCli } from './support/built-cli.ts'

const PARTS = 40_000
const MIB = 1024 * 1024
/** The log of the database grows while the one transaction is written: so far it had come. */
const KILLED_AT_MIB = [1, 6, 12]

const csv = (): string =>
  `编码,名称,售价,条码\n${Array.from({ length: PARTS }, (_, i) => `P-${i},液晶显示屏 ${i % 97} 号 ${'原装高亮'.repeat(4)},${i}.50,69${1_000_000 + i}\n`).join('')}`

const partsIn = (dir: string): unknown => {
  const db = openReader(join(dir, 'counter.db'))
  try {
    return ['part', 'part_search', `outbox where entity = 'part'`].map((table) =>
      db.prepare(`select count(*) from ${table}`).pluck().get(),
    )
  } finally {
    db.close()
  }
}

it(`I4 killed while it is written, an import of ${PARTS} parts leaves none of them or all`, async () => {
  const cli = await builtCli()
  const dir = await closedShop()
  const command = 'import-of-all'
  for (const mib of KILLED_AT_MIB) {
    const counter = serveCounter(dir, { cli })
    onTestFinished(() => counter.kill())
    await counter.signIn()
    writeFileSync(join(dir, 'imports', 'parts.csv'), csv())
    const wal = join(dir, 'counter.db-wal')
    let answered = false
    const asked = counter
      .value('catalogue.import', { file: 'parts.csv' }, command)
      .then(() => (answered = true))
      .catch((error: unknown) => {
        if (!(error instanceof Gone)) throw error
      })
    while (!answered && (statSync(wal, { throwIfNoEntry: false })?.size ?? 0) < mib * MIB) await nextTurn()
    await counter.kill()
    await asked
    expect([mib, answered, partsIn(dir)]).toEqual([mib, false, [0, 0, 0]])
  }
  const again = serveCounter(dir, { cli })
  onTestFinished(() => again.kill())
  await again.signIn()
  const counts = { rows: PARTS, added: PARTS, changed: 0, unchanged: 0 }
  expect(await again.value('catalogue.import', { file: 'parts.csv' }, command)).toEqual(counts)
  await again.kill()
  expect(partsIn(dir)).toEqual([PARTS, PARTS, PARTS])
  const last = serveCounter(dir, { cli })
  onTestFinished(() => last.kill())
  await last.signIn()
  expect(await last.value('catalogue.import', { file: 'parts.csv' }, command)).toEqual(counts)
  await last.end()
  expect(partsIn(dir)).toEqual([PARTS, PARTS, PARTS])
  expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
})
