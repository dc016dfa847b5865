// Going back to a backup, killed at any file operation (faults P3, D15): the present database or the backup, whole.
import { cpSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openReader } from '#core/db/connection.ts'
import { checkFolder } from '#core/check/check-folder.ts'
import { closedShop, machine, visit } from '#test/support/core.ts'
import { runCounter, serveCounter } from '#test/support/counter-process.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'
import { createShim, shimMissing } from './support/shim.ts'

const missing = shimMissing()
if (missing) process.stdout.write(`skipped: killed restores, because ${missing}\n`)

const POINTS = 10

const intake = (n: number) => ({
  ...visit({ customer: { new: { name: `客户${n}`, phones: [] } } }),
  machines: [machine({ device: { new: { category: '手机', serial: `SN-${n}` } } })],
})

/** Three orders, a backup of one of them, the last stand only in the log. */
const shopWithBackup = async () => {
  const dir = await closedShop()
  const cli = await builtCli()
  const counter = serveCounter(dir, { cli })
  onTestFinished(() => counter.kill())
  await counter.signIn()
  await counter.value('visit.create', intake(1))
  const { file } = await counter.value<{ file: string }>('backup.make')
  await counter.value('visit.create', intake(2))
  await counter.value('visit.create', intake(3))
  await counter.kill()
  return { dir, file, cli }
}

const ordersOf = (dir: string): unknown => {
  const db = openReader(`${dir}/counter.db`)
  const orders = db.prepare('select count(*) from work_order').pluck().get()
  db.close()
  return orders
}

describe.skipIf(missing)('a restore', () => {
  it(`P3 D15 killed at ${POINTS} operations leaves the old or the new database, and can be done again`, async () => {
    const { dir: original, file, cli } = await shopWithBackup()
    const restore = async (skip: number) => {
      const dir = tempDir()
      cpSync(original, dir, { recursive: true })
      const shim = createShim(dir, tempDir())
      shim.plan({ operation: 'any', error: 'KILL', path: '*', skip })
      const { code } = await runCounter(['restore', '--data', dir, '--file', file], { cli, env: shim.env })
      return { dir, code }
    }
    // How many operations there are: found by doubling until nothing is killed any more.
    let operations = 8
    while ((await restore(operations)).code === null) operations *= 2
    const left = new Set<unknown>()
    for (let point = 0; point < POINTS; point += 1) {
      const { dir } = await restore(Math.floor((operations * point) / POINTS))
      left.add(ordersOf(dir))
      expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
      expect((await runCounter(['restore', '--data', dir, '--file', file], { cli })).code).toBe(0)
      expect(ordersOf(dir)).toBe(1)
    }
    process.stdout.write(
      `killed restores: of ${operations / 2} to ${operations} operations, left ${[...left].join(' or ')} orders\n`,
    )
    expect(left).toEqual(new Set([3, 1]))
  })
})
