// Damaged, lost and foreign files (faults D7, D9, D10; goal G8): the start says what is wrong and how to go on; no
// file is deleted, overwritten or replaced by an empty one.
import { hash } from 'node:crypto'
import { cpSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { closedShop, machine, visit } from '#test/support/core.ts'
import { runCounter, serveCounter } from '#test/support/counter-process.ts'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'

const intake = (n: number) => ({
  ...visit({ customer: { new: { name: `客户${n}`, phones: [] } } }),
  machines: [machine({ device: { new: { category: '手机', serial: `SN-${n}` } } })],
})

/** A shop with a backup and five orders since, killed: the latest of them stand only in the log. */
const killedShop = async () => {
  const dir = await closedShop()
  const counter = serveCounter(dir, { cli: await builtCli() })
  onTestFinished(() => counter.kill())
  await counter.signIn()
  const numbers: string[] = []
  const takeIn = async (n: number): Promise<void> => {
    const made = await counter.value<{ number: string; orders: { number: string }[] }>(
      'visit.create',
      intake(n),
    )
    numbers.push(made.number, ...made.orders.map((order) => order.number))
  }
  await takeIn(0)
  const { file } = await counter.value<{ file: string }>('backup.make')
  for (let n = 1; n <= 5; n += 1) await takeIn(n)
  await counter.kill()
  return { dir, numbers, file }
}

const sha256 = (content: string | Buffer): string => hash('sha256', content)

/** What a start may not change; lock, holder, shared memory and an empty log are its own. */
const files = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(lock\.db|holder\.json|.*-shm)$/.test(entry.name))
      .map((entry): [string, string] => [
        entry.name,
        sha256(readFileSync(`${entry.parentPath}/${entry.name}`)),
      ])
      .filter(([name, content]) => !(name.endsWith('-wal') && content === sha256(''))),
  )

let made: ReturnType<typeof killedShop> | undefined
/** A copy of one killed shop, kept for the whole file. */
const copyOfKilled = async () => {
  const kept = await (made ??= killedShop().then((shop) => {
    const dir = `${tempDir()}-kept`
    cpSync(shop.dir, dir, { recursive: true })
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
    return { ...shop, dir }
  }))
  const dir = tempDir()
  cpSync(kept.dir, dir, { recursive: true })
  return { ...kept, dir }
}

const DAMAGES: readonly (readonly [string, (database: string) => void, RegExp])[] = [
  ['is empty', (db) => truncateSync(db, 0), /不见了或是空的.*missing or empty/s],
  ['is gone and only its log is left', (db) => rmSync(db), /不见了或是空的.*missing or empty/s],
  [
    'is gone with its log',
    (db) => ['', '-wal', '-shm'].forEach((tail) => rmSync(db + tail, { force: true })),
    /不见了或是空的.*missing or empty/s,
  ],
  [
    'is another kind of file',
    (db) => writeFileSync(db, 'PK'.repeat(50_000)),
    /已损坏.*从备份恢复.*damaged.*backup/s,
  ],
  [
    'has a damaged first page',
    (db) => {
      rmSync(`${db}-wal`)
      writeFileSync(db, Buffer.concat([Buffer.alloc(100), readFileSync(db).subarray(100)]))
    },
    /已损坏.*从备份恢复.*damaged.*backup/s,
  ],
]

describe('a database that', () => {
  it.each(DAMAGES)(
    'D10 %s is refused in plain words, nothing is touched, and a backup brings the shop back',
    async (_what, damage, words) => {
      const { dir, numbers, file } = await copyOfKilled()
      damage(`${dir}/counter.db`)
      const before = files(dir)
      const cli = await builtCli()
      const start = await runCounter(['serve', '--data', dir], { cli })
      expect([start.code, start.stdout, start.stderr]).toEqual([2, '', expect.stringMatching(words)])
      expect(files(dir)).toEqual(before)

      const restored = await runCounter(['restore', '--data', dir, '--file', file], { cli })
      expect([restored.code, restored.stderr]).toEqual([0, ''])
      const counter = serveCounter(dir, { cli })
      onTestFinished(() => counter.kill())
      await counter.signIn()
      const { number } = await counter.value<{ number: string }>('visit.create', intake(9))
      expect(numbers).not.toContain(number)
      await counter.kill()
      expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
    },
  )

  it.each<[string, (log: string) => void]>([
    ['is gone', (log) => rmSync(log)],
    ['is empty', (log) => truncateSync(log, 0)],
    ['is cut in half', (log) => truncateSync(log, Math.floor(statSync(log).size / 2))],
    ['lost its last page', (log) => truncateSync(log, statSync(log).size - 4096)],
    ['is another kind of file', (log) => writeFileSync(log, 'x'.repeat(20_000))],
  ])(
    'WO-6 D10 whose log %s is whole as of an earlier moment, and no number repeats',
    async (_what, damage) => {
      const { dir, numbers } = await copyOfKilled()
      expect(statSync(`${dir}/counter.db-wal`).size).toBeGreaterThan(8192)
      damage(`${dir}/counter.db-wal`)
      const counter = serveCounter(dir, { cli: await builtCli() })
      onTestFinished(() => counter.kill())
      await counter.signIn()
      for (let n = 20; n < 30; n += 1) {
        const one = await counter.value<{ number: string }>('visit.create', intake(n))
        expect(numbers).not.toContain(one.number)
      }
      expect(await counter.end()).toBe(0)
      expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
    },
  )

  it('D9 was cut off is refused or found by the check, and the file stays', async () => {
    const { dir } = await copyOfKilled()
    for (const tail of ['-wal', '-shm']) rmSync(`${dir}/counter.db${tail}`)
    truncateSync(`${dir}/counter.db`, Math.floor(statSync(`${dir}/counter.db`).size / 8192) * 4096)
    const before = files(dir)
    const cli = await builtCli()
    const start = await runCounter(['serve', '--data', dir], { cli })
    expect([start.code, start.stderr]).toEqual([2, expect.stringMatching(/已损坏.*damaged/s)])
    const check = await runCounter(['check', '--data', dir], { cli })
    expect([check.code, check.stdout]).toEqual([1, expect.stringContaining('FAIL')])
    expect(files(dir)).toEqual(before)
  })

  it('D7 stands where no folder can be is refused in plain words', async () => {
    const file = `${tempDir()}/file`
    writeFileSync(file, 'not a folder')
    const { code, stderr } = await runCounter(['serve', '--data', `${file}/data`], { cli: await builtCli() })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/不是目录.*not a folder/s)])
    expect(readFileSync(file, 'utf8')).toBe('not a folder')
  })
})
