import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { partsOf } from '#core/catalogue/import/add-slices.ts'
import { closedShop } from '#test/support/core.ts'
import { createWorkerPool } from './pool.ts'

const started = (events: readonly string[]): number => events.filter((name) => name === 'started').length

it('an idle worker is let go, and the next task starts another', async () => {
  const events: string[] = []
  const note = (): void => void events.push('started')
  process.on('worker', note)
  onTestFinished(() => void process.off('worker', note))
  const pool = createWorkerPool({ idleMs: 100 })
  onTestFinished(() => pool.close())
  const noSuchFile = () =>
    expect(pool.run('inspectBackup', { file: '/no/such/file' })).rejects.toThrow('directory')
  await Promise.all([noSuchFile(), noSuchFile()])
  await noSuchFile()
  expect(started(events)).toBe(1)
  await wait(300)
  await noSuchFile()
  expect(started(events)).toBe(2)
})

it('closing waits for the task that runs, begins none that waits, and the thread is gone', async () => {
  const pool = createWorkerPool()
  const made = once(process, 'worker') as Promise<[Worker]>
  const ends = Promise.allSettled([1, 2, 3].map(() => pool.run('inspectBackup', { file: '/no/such/file' })))
  const [thread] = await made
  await pool.close()
  expect(thread.threadId).toBe(-1)
  const why = (await ends).map((end) => (end.status === 'rejected' ? (end.reason as Error).message : ''))
  expect(why).toEqual(Array(3).fill(expect.stringMatching(/directory|the worker is ending/)))
  expect(why[2]).toBe('the worker is ending')
})

it('what a task hands over comes before its end, and a failure to take it is the failure of the task', async () => {
  const pool = createWorkerPool()
  onTestFinished(() => pool.close())
  const dir = await closedShop()
  const file = join(dir, 'imports', 'parts.csv')
  const rows = Array.from({ length: 600 }, (_, i) => `P-${i},螺丝`)
  writeFileSync(file, ['编码,名称', ...rows].join('\n'))
  const task = {
    database: join(dir, 'counter.db'),
    file,
    kind: 'part',
    language: 'zh-CN',
    withRows: true,
  } as const
  const codes: string[] = []
  await pool.run('planImport', task, (slice) => {
    codes.push(...[...partsOf(slice)].map(({ codeKey }) => codeKey))
  })
  expect(codes).toEqual(rows.map((_, i) => `P-${i}`))
  const failing = pool.run('planImport', task, () => {
    throw new Error('no room')
  })
  await expect(failing).rejects.toThrow('no room')
  await pool.run('planImport', task)
})
