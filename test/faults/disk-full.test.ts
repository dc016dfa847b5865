// A full disk (faults D1, D2, D7): nothing is acknowledged that is not there, everything can be read, and work goes
// on without a restart when there is room again.
import { cpSync, readdirSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { closedShop, connectTo, machine, signIn, startCore, visit } from '#test/support/core.ts'
import { runCounter, serveCounter } from '#test/support/counter-process.ts'
import { builtCli } from './support/built-cli.ts'
import { smallDisk, smallDiskMissing } from './support/small-disk.ts'

const missing = smallDiskMissing()
if (missing) process.stdout.write(`skipped: full disks, because ${missing}\n`)

const shopOnSmallDisk = async () => {
  const disk = smallDisk()
  const dir = `${disk.dir}/data`
  cpSync(await closedShop(), dir, { recursive: true })
  return { disk, dir }
}

const draft = (n: number) => ({
  id: '0190f5fe-7c00-7a00-8000-0000000000d1',
  form: 'intake' as const,
  title: '张三',
  body: { n, text: '字'.repeat(2000) },
  schemaVersion: 1,
})

const intake = (n: number) => ({
  ...visit({ customer: { new: { name: `客户${n}`, phones: [] } } }),
  machines: [machine({ device: { new: { category: '手机', serial: `SN-${n}` } } })],
})

describe.skipIf(missing)('a full disk', () => {
  it('D1 takes no order and no draft, says so, shows everything, and works again without a restart', async () => {
    const { disk, dir } = await shopOnSmallDisk()
    const counter = serveCounter(dir, { cli: await builtCli() })
    onTestFinished(() => counter.kill())
    await counter.signIn()
    const { orders } = await counter.value<{ orders: { id: string }[] }>('visit.create', intake(0))
    disk.fill()
    expect((await counter.ask('visit.create', intake(1), 'c-1')).error?.data).toEqual({
      refusal: 'diskNearlyFull',
      freeMiB: 0,
    })
    // The log has some room of its own left: what still fits is acknowledged, and stays.
    const id = orders[0]?.id ?? ''
    const refusedAtLast = async (method: string, params: (n: number) => unknown) => {
      for (let n = 0; n < 2000; n += 1) {
        const { error } = await counter.ask(method, params(n), `${method}-${n}`)
        if (error) return { done: n, refusal: error.data }
      }
      return { done: 2000, refusal: undefined }
    }
    const { done, refusal } = await refusedAtLast('order.remark', (n) => ({
      id,
      text: `${n} ${'字'.repeat(1900)}`,
    }))
    expect(refusal).toEqual({ refusal: 'storage', state: 'full' })
    disk.fill()
    expect((await refusedAtLast('draft.save', draft)).refusal).toEqual({ refusal: 'storage', state: 'full' })
    expect(await counter.value('system.health')).toMatchObject({ storage: 'full', freeMiB: 0 })
    const { log } = await counter.value<{ log: unknown[] }>('order.log', { id })
    expect(log).toHaveLength(1 + done)
    expect(await counter.value('search.find', { text: '客户0' })).toMatchObject({ hits: [{ name: '客户0' }] })
    disk.free()
    await counter.value('draft.save', draft(1), 'd-1')
    await counter.value('visit.create', intake(1), 'c-1')
    await counter.value('order.remark', { id, text: '有空间了' })
    expect(await counter.end()).toBe(0)
    expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
  })

  it('D2 at the start opens for reading, deletes nothing, and takes orders as soon as there is room', async () => {
    const { disk, dir } = await shopOnSmallDisk()
    const first = await startCore(dir)
    const window = first.connect()
    await signIn(window, '1001')
    await window.value('visit.create', intake(0))
    const token = window.token() ?? ''
    await first.core.drain()
    const before = readdirSync(dir)
    disk.fill()
    const second = await startCore(dir)
    const again = connectTo(second.core, token)
    expect((await again.value('order.list', { view: 'all' })).orders).toHaveLength(1)
    expect((await again.value('shop.get', {})).storage).toBe('full')
    expect(await again.refusal('draft.save', draft(1))).toEqual({ refusal: 'storage', state: 'full' })
    expect(readdirSync(dir)).toEqual(expect.arrayContaining(before))
    disk.free()
    const { number } = await again.value('visit.create', intake(1))
    expect(number).toMatch(/^SZ01-/)
    await second.core.drain()
    expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
  })

  it('D7 a disk that is read-only refuses the start in plain words and in both languages', async () => {
    const { disk, dir } = await shopOnSmallDisk()
    disk.remount('ro')
    const { code, stdout, stderr } = await runCounter(['serve', '--data', dir], { cli: await builtCli() })
    disk.remount('rw')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/数据没有改动.*(只读|权限).*nothing was changed.*(read-only|rights)/s)
  })
})
