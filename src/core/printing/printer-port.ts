// One way to reach a printer: CUPS where there is one, the window's process elsewhere.
import type { PaperSize } from '#shared/domain/papers/index.ts'
import { sheetSize } from '#shared/domain/papers/index.ts'
import type { HostPrinter } from '#shared/host/printer.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { createCupsPrinters } from '#core/print/index.ts'
import type { PaperTask } from '#core/worker/tasks.ts'
import type { WorkerPool } from '#core/worker/pool.ts'

export type PortJob = Readonly<{ title: string; printer: string; copies: number; paperSize: PaperSize }>
export type PortOutcome = Readonly<{ result: 'sent' | 'printed' | 'unknown' | 'failed'; message: string }>

export type PrinterPort = Readonly<{
  list(): Promise<{ printers: { name: string; isDefault: boolean }[]; problem: string | null }>
  print(job: PortJob, task: PaperTask, pool: WorkerPool): Promise<PortOutcome>
}>

/** Pages for a printer without a spooler of its own are pictures this fine. */
const HOST_DPI = 300

export const hostPort = (host: HostPrinter): PrinterPort => ({
  list: async () => ({ printers: [...(await host.list())], problem: null }),
  print: async (job, task, pool) => {
    const { pages, heightMm } = await pool.run('preview', { ...task, dpi: HOST_DPI })
    const { w, h } = sheetSize(job.paperSize, heightMm)
    return host.print({
      jobId: job.title,
      pages: pages.map((page) => Buffer.from(page).toString('base64')),
      widthMm: w,
      heightMm: h,
      printer: job.printer,
      copies: job.copies,
    })
  },
})

export const cupsPort = (): PrinterPort => {
  const cups = createCupsPrinters()
  return {
    list: async () => {
      const printers = await cups.list()
      return isRefused(printers)
        ? { printers: [], problem: printers.refused.refusal }
        : { printers, problem: null }
    },
    print: async (job, task, pool) => {
      const { pdf, heightMm } = await pool.run('render', task)
      const outcome = await cups.print({ ...job, pdf, heightMm })
      return isRefused(outcome)
        ? { result: 'failed', message: outcome.refused.refusal }
        : { result: outcome.result, message: outcome.reason ?? '' }
    },
  }
}
