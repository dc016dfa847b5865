// The print queue: jobs are written by the committing command, done one after another afterwards, and every end
// is logged. The counter never waits for a printer.
import type { PaperLanguage, PaperSize } from '#shared/domain/papers/index.ts'
import type { Shop } from '#shared/contract/shop.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import type { PaperTask, Tasks } from '#core/worker/tasks.ts'
import type { WorkerPool } from '#core/worker/pool.ts'
import builtInTerms from '../../../templates/print/terms.json' with { type: 'json' }
import { paperOf } from './paper-data.ts'
import type { PrinterPort } from './printer-port.ts'
import { finishJob, queuedJobs, timesPrintedInAll } from './repository.ts'
import type { JobRow } from './repository.ts'
import { subjectOf } from './subjects.ts'

export type PrintQueue = Readonly<{
  printers: PrinterPort
  /** Starts working the queue off, if it is not being worked off. */
  kick(): void
  /** What is rendered for a sheet now; undefined if the subject does not exist. */
  task(sheet: Sheet): PaperTask | undefined
  render(task: PaperTask): Promise<Tasks['render']['output']>
  preview(task: PaperTask, dpi: number): Promise<Tasks['preview']['output']>
  idle(): Promise<void>
}>

export type Sheet = Readonly<{
  paper: JobRow['paper']
  copy: JobRow['copy']
  subjectId: string
  paperSize: PaperSize
  language: PaperLanguage
  reprint: number
}>

export type QueueNeeds = Readonly<{
  db: ReadDb
  shop: () => Shop | undefined
  pool: WorkerPool
  dataDir: string
  printers: PrinterPort
  staffName: (id: string) => string
  asSystem: (staffId: string, work: (ctx: CommandContext) => void) => void
  report: (error: unknown) => void
}>

export const createPrintQueue = (needs: QueueNeeds): PrintQueue => {
  let working: Promise<void> | undefined

  const task: PrintQueue['task'] = (sheet) => {
    const shop = needs.shop()
    if (!shop) return undefined
    const terms = readSettings(needs.db).terms
    const data = paperOf(
      {
        db: needs.db,
        shop,
        language: sheet.language,
        terms:
          terms === ''
            ? builtInTerms[sheet.language]
            : terms.split('\n').filter((line) => line.trim() !== ''),
        staffName: needs.staffName,
        reprint: sheet.reprint,
      },
      sheet.paper,
      sheet.subjectId,
    )
    return (
      data &&
      ({
        kind: sheet.paper,
        copy: sheet.copy,
        data,
        paperSize: sheet.paperSize,
        language: sheet.language,
        dataDir: needs.dataDir,
      } as PaperTask)
    )
  }

  const work = async (): Promise<void> => {
    for (let [job] = queuedJobs(needs.db); job; [job] = queuedJobs(needs.db)) await runJob(needs, task, job)
  }

  return {
    printers: needs.printers,
    task,
    render: (asked) => needs.pool.run('render', asked),
    preview: (asked, dpi) => needs.pool.run('preview', { ...asked, dpi }),
    kick: () => {
      working ??= work()
        .catch(needs.report)
        .finally(() => {
          working = undefined
        })
    },
    idle: async () => {
      await working
    },
  }
}

const runJob = async (needs: QueueNeeds, task: PrintQueue['task'], job: JobRow): Promise<void> => {
  const language = needs.shop()?.paperLanguage ?? 'zh-CN'
  let result: JobRow['result'] = 'failed'
  let message = ''
  try {
    const asked = task({
      paper: job.paper,
      copy: job.copy,
      subjectId: job.subject_id,
      paperSize: job.paper_size as PaperSize,
      language,
      reprint: job.reprint,
    })
    if (!asked) throw new Error('nothing to print')
    const outcome = await needs.printers.print(
      {
        title: `${job.paper} ${numberOf(needs.db, job)}`,
        printer: job.printer,
        copies: job.copies,
        paperSize: job.paper_size as PaperSize,
      },
      asked,
      needs.pool,
    )
    result = outcome.result
    message = outcome.message
  } catch (error) {
    message = (error as Error).message
  }
  needs.asSystem(job.staff_id, (ctx) => {
    finishJob(ctx.db, job.id, result, message, ctx.now)
    if (result === 'failed') takePrintBack(ctx, job)
    else recordPrinted(ctx, job)
    ctx.changed(...tagsOf(job))
  })
}

/** What a print changes for whoever looks at it. */
export const tagsOf = ({ subject_id, order_id }: Pick<JobRow, 'subject_id' | 'order_id'>): string[] => [
  'print',
  `print:${subject_id}`,
  ...(order_id === null ? [] : [`print:${order_id}`]),
]

/** Service may start once the repair order left the printer (rule CLS-1); a fresh print is no longer outdated. */
export const recordPrinted = (
  ctx: CommandContext,
  job: Pick<JobRow, 'subject_id' | 'order_id' | 'paper' | 'reprint' | 'copy'>,
): void => {
  if (job.paper === 'faultTag') {
    ctx.update('faultTag', job.subject_id, { printedAt: ctx.now }, 'faultTag.printed')
    ctx.changed('orderParts', `orderParts:${job.order_id ?? ''}`)
  }
  const order = job.order_id === null ? undefined : readOrderRow(ctx.db, job.order_id)
  if (!order) return
  if (job.paper === 'repairOrder') {
    ctx.update(
      'workOrder',
      order.id,
      { printedAt: order.printed_at ?? ctx.now, papersOutdated: false },
      'order.printed',
    )
    ctx.changed('workOrder')
  }
  // The machine may be handed to the vendor now (DSP-7).
  if (job.paper === 'vendorSlip')
    ctx.update('workOrder', order.id, { vendorSlipAt: ctx.now }, 'order.vendorSlipPrinted')
  ctx.log({
    subject: 'workOrder',
    subjectId: order.id,
    action: 'order.paperPrinted',
    changes: { paper: [null, job.paper], copy: [null, job.copy], reprint: [null, job.reprint] },
  })
  ctx.changed(`workOrder:${order.id}`)
}

/** An order that counted as printed while its only job stood in the queue (INT-7) is unprinted again. */
const takePrintBack = (ctx: CommandContext, job: JobRow): void => {
  if (job.paper !== 'repairOrder' || timesPrintedInAll(ctx.db, 'repairOrder', job.subject_id) > 0) return
  const order = readOrderRow(ctx.db, job.subject_id)
  if (!order || order.printed_at === null) return
  ctx.update('workOrder', job.subject_id, { printedAt: null }, 'order.printFailed')
  ctx.changed('workOrder', `workOrder:${job.subject_id}`)
}

const numberOf = (db: ReadDb, job: JobRow): string => subjectOf(db, job.paper, job.subject_id)?.number ?? ''
