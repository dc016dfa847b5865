// One core per data folder (faults P5, P6): a second start says so in plain words and touches nothing.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { closedShop } from '#test/support/core.ts'
import { runCounter, serveCounter } from '#test/support/counter-process.ts'
import { tempDir } from '#test/support/temp-dir.ts'

// Each start of a process is a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folderHash = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )

it('P5 any command on a folder in use is refused in both languages, and no file changes', async () => {
  const dir = await closedShop()
  const first = serveCounter(dir)
  onTestFinished(() => first.kill())
  await first.signIn()
  const before = folderHash(dir)
  const commands = [
    ['serve'],
    ['call', 'shop.get'],
    ['init', '--shop', 'x', '--branch', 'SZ01', '--admin', '1'],
    ['check'],
    ['backup'],
    ['restore', '--file', 'x.db'],
  ]
  for (const args of commands) {
    const second = await runCounter([...args, '--data', dir])
    expect([args[0], second.code, second.stdout]).toEqual([args[0], 2, ''])
    expect(second.stderr).toContain('正被另一个维修前台使用')
    expect(second.stderr).toContain(`in use by another Repair Counter (process ${first.pid}`)
    expect(folderHash(dir)).toEqual(before)
  }
  expect(await first.value('order.counts')).toMatchObject({ counts: { all: 0 } })
})

it('P5 of many racing starts on a new folder exactly one lives; the others say why', async () => {
  const dir = tempDir()
  const racers = Array.from({ length: 20 }, () => serveCounter(dir))
  onTestFinished(() => Promise.all(racers.map((racer) => racer.kill())).then(() => undefined))
  const answered = racers.map((racer) =>
    racer.value('shop.get').then(
      () => 'lives',
      () => (racer.stderr().includes('in use by another Repair Counter') ? 'refused' : racer.stderr()),
    ),
  )
  expect((await Promise.all(answered)).toSorted()).toEqual([
    'lives',
    ...Array.from({ length: 19 }, () => 'refused'),
  ])
})

it('P5 a folder whose owner was killed opens at once', async () => {
  const dir = await closedShop()
  const first = serveCounter(dir)
  await first.signIn()
  await first.kill()
  const second = serveCounter(dir)
  onTestFinished(() => second.kill())
  expect(await second.value('shop.get')).toMatchObject({ shop: { name: '华强北快修' } })
})
