// From the queue to the log: what was printed, how it ended, and what that means for the order.
import { expect, it, onTestFinished } from 'vitest'
import { fakeCups } from '#test/print/fake-cups.ts'
import { textOf } from '#test/print/pdf-tools.ts'
import { machine, startCore, startShop, visit } from '#test/support/core.ts'
import type { TestConnection } from '#test/support/core.ts'

/** Waits for the event that says how a job ended. */
const ended = async (window: TestConnection, subjectId: string) => {
  for (;;) {
    const { jobs } = await window.value('print.jobs', { subjectId })
    if (jobs.length > 0 && jobs.every((job) => job.result !== 'queued')) return jobs
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const shopWithPrinter = async () => {
  const cups = fakeCups()
  const before = { ...process.env }
  Object.assign(process.env, cups.env)
  onTestFinished(() => {
    Object.assign(process.env, before)
    cups.remove()
  })
  const shop = await startShop()
  await shop.manager.value('shop.changeSettings', { printer: 'Front' })
  const { orders, visitId } = await shop.manager.value(
    'visit.create',
    visit({ machines: [machine({ accessories: [{ name: '电源', count: 1 }] })] }),
  )
  return { ...shop, cups, visitId, orderId: orders[0]?.id ?? '' }
}

it('CLS-1 a repair order that was printed is recorded as printed; before, it is not', async () => {
  const { manager, orderId } = await shopWithPrinter()
  const printed = async () => (await manager.value('order.get', { id: orderId })).printedAt !== null
  expect(await printed()).toBe(false)
  await manager.value('print.print', { sheets: [{ paper: 'repairOrder', subjectId: orderId }] })
  await ended(manager, orderId)
  expect(await printed()).toBe(true)
  const { log } = await manager.value('order.log', { id: orderId })
  expect(log.at(-1)).toMatchObject({
    action: 'order.paperPrinted',
    who: '王店长',
    changes: { paper: [null, 'repairOrder'] },
  })
})

it('PRN-3 every print is logged with who, when, printer, copies and result; a second one is a reprint', async () => {
  const { manager, visitId, clock } = await shopWithPrinter()
  const sheets = [{ paper: 'pickupSlip' as const, subjectId: visitId, copies: 2 }]
  await manager.value('print.print', { sheets })
  await ended(manager, visitId)
  clock.now += 1000
  await manager.value('print.print', { sheets })
  const jobs = await ended(manager, visitId)
  expect(jobs).toMatchObject([
    {
      paper: 'pickupSlip',
      printer: 'Front',
      copies: 2,
      reprint: 1,
      who: '王店长',
      result: 'printed',
      at: clock.now,
    },
    {
      paper: 'pickupSlip',
      printer: 'Front',
      copies: 2,
      reprint: 0,
      who: '王店长',
      result: 'printed',
      at: clock.now - 1000,
    },
  ])
})

it('CLS-1 a print that failed leaves the order unprinted and says why', async () => {
  const { manager, orderId } = await shopWithPrinter()
  await manager.value('print.print', {
    sheets: [{ paper: 'repairOrder', subjectId: orderId }],
    printer: 'nowhere',
  })
  expect(await ended(manager, orderId)).toMatchObject([{ result: 'failed', message: 'unknownPrinter' }])
  expect((await manager.value('order.get', { id: orderId })).printedAt).toBe(null)
})

it('without a printer the papers are refused and the visit stays', async () => {
  const { manager } = await startShop()
  const { orders } = await manager.value('visit.create', visit())
  const subjectId = orders[0]?.id ?? ''
  expect(await manager.refusal('print.print', { sheets: [{ paper: 'repairOrder', subjectId }] })).toEqual({
    refusal: 'noPrinter',
    field: 'printer',
  })
  expect(await manager.refusal('print.preview', { paper: 'pickupSlip', subjectId })).toEqual({
    refusal: 'unknownSubject',
    field: 'subjectId',
  })
})

it('the preview shows the page as it would print', async () => {
  const { manager } = await startShop()
  const { orders } = await manager.value('visit.create', visit())
  const { pages, widthMm, heightMm, warning } = await manager.value('print.preview', {
    paper: 'repairOrder',
    subjectId: orders[0]?.id ?? '',
  })
  expect({ pages: pages.length, widthMm, heightMm, warning }).toEqual({
    pages: 1,
    widthMm: 182,
    heightMm: 257,
    warning: null,
  })
  expect(
    Buffer.from(pages[0] ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})

it('INT-9 no paper carries the passcode', async () => {
  const { manager } = await startShop()
  const { orders, visitId } = await manager.value(
    'visit.create',
    visit({ machines: [machine({ passcode: 'Pw-13572468' })] }),
  )
  for (const [paper, subjectId] of [
    ['repairOrder', orders[0]?.id ?? ''],
    ['pickupSlip', visitId],
    ['deviceLabel', orders[0]?.id ?? ''],
  ] as const) {
    for (const copy of ['customer', 'bench', 'counter'] as const) {
      const { pdf } = await manager.value('print.pdf', { paper, subjectId, copy })
      expect(textOf(Buffer.from(pdf, 'base64'))).not.toContain('13572468')
    }
  }
})

it('PRN-3 a job that was under way when the program ended is unknown and is not printed again by itself', async () => {
  const { manager, orderId, dir, core, cups } = await shopWithPrinter()
  await core.drain()
  const { openDriver } = await import('#core/db/driver.ts')
  const db = openDriver(`${dir}/counter.db`)
  db.prepare(
    `insert into print_job (id, paper, copy, subject, subject_id, reprint, printer, paper_size, copies, result, at, staff_id)
     select '019a2a7e-1111-7000-8000-000000000002', 'repairOrder', 'customer', 'workOrder', ?, 0, 'Front', 'b5jis', 1, 'queued', 1, id from staff`,
  ).run(orderId)
  db.close()
  const again = await startCore(dir)
  const window = again.connect(manager.token() ?? '')
  expect((await window.value('print.jobs', { subjectId: orderId })).jobs).toMatchObject([
    { result: 'unknown', message: 'interrupted' },
  ])
  expect(cups.calls()).toEqual([])
})
