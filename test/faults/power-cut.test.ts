// Power cuts (faults P1, P2; goals G2, G3): every write and sync of a real core is recorded, disks are built as a cut
// at any moment may leave them, and whatever had been acknowledged by then has to be on each of them, whole.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import { closedShop } from '#test/support/core.ts'
import { serveCounter } from '#test/support/counter-process.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'
import { missing as missingFrom } from './support/ledger.ts'
import type { Sent } from './support/ledger.ts'
import { cut, happen, newDisk } from './support/power-cut.ts'
import { createChance } from './support/random.ts'
import { createShim, shimMissing } from './support/shim.ts'
import { learn, nextCommand } from './support/work.ts'

const IMAGES = 300
const missing = shimMissing()
if (missing) process.stdout.write(`skipped: power cuts, because ${missing}\n`)

const databaseFiles = (dir: string): Record<string, Buffer> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name === 'counter.db' || name === 'counter.db-wal')
      .map((name) => [name, readFileSync(`${dir}/${name}`)]),
  )

describe.skipIf(missing)('a power cut at any moment', () => {
  it(`G2 P1 P2 of ${IMAGES} cuts during work and checkpoints none loses or halves what was acknowledged`, async () => {
    const dir = await closedShop()
    const shim = createShim(dir, tempDir())
    const before = databaseFiles(dir)
    const counter = serveCounter(dir, { cli: await builtCli(), env: shim.env })
    onTestFinished(() => counter.kill())
    await counter.signIn()
    const chance = createChance(7)
    const known = { orders: [], photos: [], made: 0 }
    const byId = new Map<number, Sent>()
    for (let id = 2; id < 160; id += 1) {
      const sent = nextCommand(chance, known)
      const { id: answered, result, error } = await counter.ask(sent.method, sent.params, sent.commandId)
      if (error) throw new Error(JSON.stringify(error))
      sent.answer = result
      learn(known, sent)
      byId.set(answered as number, sent)
    }
    expect(await counter.end()).toBe(0)

    const record = shim.record().filter((one) => !('file' in one) || /^counter\.db(-wal)?$/.test(one.file))
    const moments = new Set(Array.from({ length: IMAGES }, () => chance.upTo(record.length)))
    const disk = newDisk(before)
    const acknowledged: Sent[] = []
    const problems: string[] = []
    const folder = `${tempDir()}/image`
    let images = 0
    for (const [moment, operation] of record.entries()) {
      happen(disk, operation)
      if (operation.op === 'A') {
        for (const line of operation.text.split('\n').filter(Boolean)) {
          const sent = byId.get((JSON.parse(line) as { id: number }).id)
          if (sent) acknowledged.push(sent)
        }
      }
      if (!moments.has(moment)) continue
      cut(disk, folder, chance)
      images += 1
      const lost = missingFrom(`${folder}/counter.db`, acknowledged, () => true).filter(
        (one) => !one.includes(': body'),
      )
      const db = openDriver(`${folder}/counter.db`, { readonly: true })
      const integrity = db.pragma('integrity_check(3)', { simple: true })
      db.close()
      if (integrity !== 'ok') problems.push(`${moment}: ${String(integrity)}`)
      problems.push(...lost.slice(0, 2).map((one) => `${moment}: ${one}`))
    }
    process.stdout.write(
      `power cuts: ${images} images of ${record.length} operations, ${acknowledged.length} acknowledged\n`,
    )
    expect(problems).toEqual([])
    expect([acknowledged.length, images > IMAGES * 0.6]).toEqual([byId.size, true])
    const syncs = record.filter((one) => one.op === 'S' && one.file === 'counter.db').length
    expect(syncs).toBeGreaterThan(0)
  })

  it('G29 each acknowledged command was synced before its answer', async () => {
    const dir = await closedShop()
    const shim = createShim(dir, tempDir())
    const counter = serveCounter(dir, { cli: await builtCli(), env: shim.env })
    onTestFinished(() => counter.kill())
    await counter.signIn()
    const known = { orders: [], photos: [], made: 0 }
    const chance = createChance(3)
    for (let n = 0; n < 30; n += 1) {
      const sent = nextCommand(chance, known)
      sent.answer = await counter.value(sent.method, sent.params, sent.commandId)
      learn(known, sent)
    }
    await counter.kill()
    let writes = 0
    let syncs = 0
    const unsynced: string[] = []
    for (const one of shim.record()) {
      if (one.op === 'W' && one.file === 'counter.db-wal') {
        writes += 1
        syncs = 0
      } else if (one.op === 'S' && one.file === 'counter.db-wal') syncs += 1
      else if (one.op === 'A') {
        if (writes === 0 || syncs === 0) unsynced.push(one.text)
        writes = 0
      }
    }
    expect(unsynced).toEqual([])
  })

  it.each([
    ['NORMAL', true],
    ['FULL', false],
  ])('G3 the test itself: with synchronous = %s it reports a loss: %s', (synchronous, expected) => {
    const dir = tempDir()
    mkdirSync(`${dir}/data`)
    const shim = createShim(`${dir}/data`, dir)
    const script = fileURLToPath(new URL('support/insert-rows.ts', import.meta.url))
    const env = { ...process.env, ...shim.env }
    const args = [script, `${dir}/data/counter.db`, synchronous, '400']
    expect(spawnSync(process.execPath, args, { env }).status).toBe(0)
    const record = shim.record().filter((one) => !('file' in one) || /^counter\.db(-wal)?$/.test(one.file))
    const firstRow = record.findIndex((one) => one.op === 'A')
    const chance = createChance(11)
    const disk = newDisk({})
    let said = 0
    let images = 0
    let losses = 0
    for (const [moment, operation] of record.entries()) {
      happen(disk, operation)
      if (operation.op === 'A') said = Number(operation.text.trim().split('\n').at(-1))
      if (moment < firstRow || moment % 5 > 0) continue
      cut(disk, `${dir}/image`, chance)
      images += 1
      if (rowsOf(`${dir}/image/counter.db`) < said) losses += 1
    }
    process.stdout.write(`synchronous ${synchronous}: ${losses} of ${images} images lost acknowledged rows\n`)
    expect(expected ? losses / images > 0.3 : losses === 0).toBe(true)
  })
})

const rowsOf = (file: string): number => {
  try {
    const db = openDriver(file, { mustExist: true })
    try {
      return db.prepare('select coalesce(max(n), 0) from made').pluck().get() as number
    } finally {
      db.close()
    }
  } catch {
    return -1
  }
}
