import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
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
