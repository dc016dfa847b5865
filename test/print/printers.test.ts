// Printing through CUPS, against programs that stand for it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCupsPrinters } from '#core/print/index.ts'
import type { PrintRequest } from '#core/print/index.ts'
import { fakeCups } from './fake-cups.ts'
import type { FakeCups } from './fake-cups.ts'

let fake: FakeCups
beforeEach(() => {
  fake = fakeCups()
})
afterEach(() => fake.remove())

const job: PrintRequest = {
  pdf: Buffer.from('%PDF-1.3 a paper'),
  printer: 'Front',
  copies: 2,
  paperSize: 'b5jis',
  title: '维修单 SZ01-261122-10019-Z; $(reboot) `x`',
}
const waiting = 'Front-12                root              1024   Sun Nov 22 14:03:00 2026\n'
const other = 'Front-11                root              1024   Sun Nov 22 14:02:00 2026\n'
const cups = (followMs = 400) => createCupsPrinters({ env: fake.env, followMs, pollMs: 10 })

it('lists the printers and which is the default', async () => {
  expect(await cups().list()).toEqual([
    { name: 'Front', isDefault: true },
    { name: 'Labels', isDefault: false },
  ])
})

it('PRN-2 hands over the paper in its exact size, unscaled, as arguments without a shell', async () => {
  const outcome = await cups().print(job)
  const [[language, ...args] = []] = fake.calls()
  const exactly = ['-o', 'media=Custom.182x257mm', '-o', 'print-scaling=none', '-n', '2']
  expect([outcome, language, args.slice(0, -1), fake.printed().toString()]).toEqual([
    { result: 'printed', jobId: 'Front-12' },
    'C',
    ['-d', 'Front', '-t', '维修单 SZ01-261122-10019-Z    reboot   x ', ...exactly, '--'],
    '%PDF-1.3 a paper',
  ])
})

it('PRN-3 a job counts as printed when it has left the queue, not when lp took it', async () => {
  fake.answer({ polls: [other + waiting, waiting, other] })
  expect(await cups().print(job)).toEqual({ result: 'printed', jobId: 'Front-12' })
})

it('PRN-3 a job that stays in the queue, or a queue that stops answering, is unknown', async () => {
  fake.answer({ polls: Array.from({ length: 200 }, () => waiting) })
  const stuck = await cups(60).print(job)
  fake.answer({ isDead: true })
  const silent = await cups(60).print(job)
  expect([stuck, silent]).toEqual([
    { result: 'unknown', jobId: 'Front-12', reason: 'still in the queue' },
    { result: 'unknown', jobId: 'Front-12', reason: 'the queue did not answer' },
  ])
})

it('PRN-3 an answer of lp without a job id is sent, a refusal of lp is failed', async () => {
  fake.answer({ lp: '' })
  const sent = await cups().print(job)
  fake.answer({ lp: 'lp: Error - unsupported document-format.\n', lpCode: 1 })
  const failed = await cups().print(job)
  expect([sent, failed]).toEqual([
    { result: 'sent' },
    { result: 'failed', reason: 'lp: Error - unsupported document-format.' },
  ])
})

it('an unknown printer, a wrong count and an option for a name are refused before anything is sent', async () => {
  const refused = [
    await cups().print({ ...job, printer: 'Nowhere' }),
    await cups().print({ ...job, copies: 0 }),
    await cups().print({ ...job, copies: 21 }),
    await cups().print({ ...job, printer: '-h evil' }),
  ]
  expect([refused, fake.calls()]).toEqual([
    [
      {
        refused: {
          refusal: 'unknownPrinter',
          field: 'printer',
          printer: 'Nowhere',
          known: ['Front', 'Labels'],
        },
      },
      { refused: { refusal: 'wrongCopies', field: 'copies', least: 1, most: 20 } },
      { refused: { refusal: 'wrongCopies', field: 'copies', least: 1, most: 20 } },
      { refused: { refusal: 'unknownPrinter', field: 'printer', printer: '-h evil' } },
    ],
    [],
  ])
})

it('a computer without CUPS, and CUPS that is not running, each say so', async () => {
  const without = createCupsPrinters({ env: { PATH: '/nowhere' } })
  const absent = [await without.list(), await without.print(job)]
  fake.answer({ printers: '', isRunning: false })
  const down = await cups().list()
  fake.answer({ printers: '', isRunning: true })
  expect([absent, down, await cups().list()]).toEqual([
    [
      { refused: { refusal: 'noPrintProgram', program: 'lpstat' } },
      { refused: { refusal: 'noPrintProgram', program: 'lpstat' } },
    ],
    { refused: { refusal: 'printSystemDown', detail: 'scheduler is not running' } },
    [],
  ])
})

it('stops watching when told to, without calling the job printed', async () => {
  fake.answer({ polls: Array.from({ length: 200 }, () => waiting) })
  const stop = new AbortController()
  const outcome = cups(60_000).print(job, stop.signal)
  stop.abort()
  expect(await outcome).toMatchObject({ result: 'unknown', jobId: 'Front-12' })
})
