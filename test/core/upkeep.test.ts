// What the core does by itself while nobody looks.
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openCore } from '#core/core.ts'
import { createHandle } from '#core/db/handle.ts'
import { openDriver } from '#core/db/driver.ts'
import { lastHandOver } from '#core/hand-over/index.ts'
import { PASSCODE_KEPT_MS, erasePasscodes } from '#core/orders/passcodes.ts'
import { START, connectTo, machine, startShop, visit } from '#test/support/core.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it('backs up soon after the start and every four hours, and lists what it verified', async () => {
  const shop = await startShop()
  await shop.manager.value('visit.create', visit())
  const token = shop.manager.token() ?? ''
  await shop.core.drain()
  const core = await openCore({ dataDir: shop.dir, version: 'test', now: () => START, upkeep: true })
  const window = connectTo(core, token)
  const backups = async (count: number) => {
    for (;;) {
      const list = (await window.value('backup.list', {})).backups
      // Between the file's name and its row in the table a backup is only found.
      if (list.length >= count && list.every((backup) => backup.reason !== 'found'))
        return list.map(({ reason, orders, present }) => ({ reason, orders, present }))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  vi.advanceTimersByTime(30_000)
  expect(await backups(1)).toEqual([{ reason: 'start', orders: 1, present: true }])
  vi.advanceTimersByTime(4 * 3_600_000)
  expect((await backups(2)).map((backup) => backup.reason).toSorted()).toEqual(['interval', 'start'])
  expect(readdirSync(`${shop.dir}/backups`).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  await core.drain()
})

it('INT-9 a passcode is erased 30 days after the machine went home, not before', async () => {
  const { manager, core, dir } = await startShop()
  await manager.value('visit.create', visit({ machines: [machine({ passcode: '1357' })] }))
  await core.drain()
  const db = openDriver(`${dir}/counter.db`)
  const handle = createHandle(db)
  const erase = (now: number) => erasePasscodes(handle, now, (id) => lastHandOver(handle, id)?.at)
  expect(erase(START + 10 * PASSCODE_KEPT_MS)).toBe(0)
  db.prepare(`update work_order set state = 'closed', state_since = ?`).run(START)
  expect(erase(START + PASSCODE_KEPT_MS)).toBe(0)
  expect(erase(START + PASSCODE_KEPT_MS + 1)).toBe(1)
  expect(db.prepare('select count(*) from passcode').pluck().get()).toBe(0)
  db.close()
})
