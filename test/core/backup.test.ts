// Backups, going back to one, and numbers that never repeat through all of it.
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { openDriver } from '#core/db/driver.ts'
import { machine, startCore, startShop, signIn } from '#test/support/core.ts'
import type { TestConnection } from '#test/support/core.ts'

let made = 0
/** Takes in one machine; answers all numbers given out. */
const takeIn = async (who: TestConnection): Promise<string[]> => {
  made += 1
  const { number, orders } = await who.value('visit.create', {
    customer: { new: { name: `客户 ${made}`, phones: [] } },
    machines: [machine({ device: { new: { category: '手机', serial: `SN-${made}` } } })],
  })
  return [number, ...orders.map((order) => order.number)]
}

const takeInMany = async (who: TestConnection, count: number): Promise<string[]> => {
  const numbers: string[] = []
  for (let i = 0; i < count; i += 1) numbers.push(...(await takeIn(who)))
  return numbers
}

describe('a backup', () => {
  it('is whole, verified, and listed with what it holds', async () => {
    const { manager, dir } = await startShop()
    await takeInMany(manager, 3)
    const { file, orders } = await manager.value('backup.make', {})
    expect(orders).toBe(3)
    const copy = openDriver(`${dir}/backups/${file}`, { readonly: true })
    expect(copy.prepare('select count(*) from work_order').pluck().get()).toBe(3)
    copy.close()
    expect((await manager.value('backup.list', {})).backups).toMatchObject([
      { file, orders: 3, reason: 'asked', present: true },
    ])
  })

  it('of another computer is listed as found once it lies in the folder, and can be gone back to', async () => {
    const old = await startShop()
    const numbers = await takeIn(old.manager)
    const { file } = await old.manager.value('backup.make', {})
    const fresh = await startShop()
    copyFileSync(`${old.dir}/backups/${file}`, `${fresh.dir}/backups/from-old-pc.db`)
    expect((await fresh.manager.value('backup.list', {})).backups).toMatchObject([
      { file: 'from-old-pc.db', reason: 'found', orders: null, present: true },
    ])
    expect(await fresh.manager.value('backup.restore', { file: 'from-old-pc.db' })).toMatchObject({
      orders: 1,
    })
    expect(
      (await fresh.manager.value('order.list', { view: 'all' })).orders.map((order) => order.number),
    ).toEqual([numbers[1]])
  })

  it('that is damaged is refused and the present data stay', async () => {
    const { manager, dir } = await startShop()
    const numbers = await takeIn(manager)
    writeFileSync(`${dir}/backups/broken.db`, 'SQLite format 3\0garbage')
    expect(await manager.refusal('backup.restore', { file: 'broken.db' })).toMatchObject({
      refusal: 'backupUnusable',
      field: 'file',
    })
    expect(await manager.refusal('backup.restore', { file: '../counter.db' })).toMatchObject({
      refusal: 'backupUnusable',
    })
    expect((await manager.value('order.list', { view: 'all' })).orders.map((order) => order.number)).toEqual([
      numbers[1],
    ])
  })

  it('WO-6 no number repeats after going back to an older backup and on', async () => {
    const { manager, dir, core } = await startShop()
    const before = await takeInMany(manager, 5)
    const { file } = await manager.value('backup.make', {})
    const lost = await takeInMany(manager, 30)
    const { orders, keptAs } = await manager.value('backup.restore', { file })
    expect(orders).toBe(5)
    expect(readdirSync(dir)).toContain(keptAs)
    const after = await takeInMany(manager, 30)
    expect(new Set([...before, ...lost, ...after]).size).toBe(before.length + lost.length + after.length)
    await core.drain()
    expect(checkFolder(dir, Date.now()).filter((check) => !check.ok)).toEqual([])
  })

  it('WO-6 no number repeats when a backup is put into a new folder, without anything else of the old one', async () => {
    const { manager, dir, core } = await startShop()
    const before = await takeInMany(manager, 5)
    const { file } = await manager.value('backup.make', {})
    const lost = await takeInMany(manager, 25)
    await core.drain()
    const elsewhere = await startCore()
    await elsewhere.core.drain()
    for (const tail of ['', '-wal', '-shm']) rmSync(`${elsewhere.dir}/counter.db${tail}`, { force: true })
    copyFileSync(`${dir}/backups/${file}`, `${elsewhere.dir}/counter.db`)
    const restored = await startCore(elsewhere.dir)
    const window = restored.connect()
    await signIn(window, '1001')
    const after = await takeInMany(window, 25)
    expect(new Set([...before, ...lost, ...after]).size).toBe(before.length + lost.length + after.length)
  })

  it('WO-6 no number repeats when an older copy of the database file is put back by hand', async () => {
    const shop = await startShop()
    await takeInMany(shop.manager, 3)
    await shop.core.drain()
    copyFileSync(`${shop.dir}/counter.db`, `${shop.dir}/by-hand.db`)
    const second = await startCore(shop.dir)
    const window = second.connect()
    await signIn(window, '1001')
    const lost = await takeInMany(window, 40)
    await second.core.drain()
    copyFileSync(`${shop.dir}/by-hand.db`, `${shop.dir}/counter.db`)
    const third = await startCore(shop.dir)
    const back = third.connect()
    await signIn(back, '1001')
    const after = await takeInMany(back, 40)
    expect(after.filter((number) => lost.includes(number))).toEqual([])
  })

  it('WO-6 numbers are given in order and a clean restart leaves none out', async () => {
    const shop = await startShop()
    const [first] = await takeIn(shop.manager)
    const again = await shop.restart()
    const window = again.connect(shop.manager.token() ?? '')
    const numbers = await takeIn(window)
    const sequence = (number = '') => Number(number.split('-')[2]?.slice(2))
    expect(sequence(first)).toBe(1)
    // Sequences whose check character could be misread are left out by design, never a whole block.
    expect(sequence(numbers[0])).toBeLessThan(8)
  })
})
