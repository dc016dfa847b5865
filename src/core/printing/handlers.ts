// Looking at papers, saving them, and putting them into the print queue.
import { printing } from '#shared/contract/printing.ts'
import type { Settings } from '#shared/contract/shop.ts'
import { fitsOn, paperForms, paperSubjects, sheetSize } from '#shared/domain/papers/index.ts'
import type { PaperLanguage, PaperSize } from '#shared/domain/papers/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { quoteSince } from '#core/quotes/index.ts'
import { readSettings } from '#core/shop/index.ts'
import type { PaperTask } from '#core/worker/tasks.ts'
import { recordPrinted, tagsOf } from './queue.ts'
import { insertJob, listJobs, timesPrinted } from './repository.ts'
import type { JobRow } from './repository.ts'
import { subjectOf } from './subjects.ts'

type Asked = Readonly<{
  paper: JobRow['paper']
  subjectId: string
  copy: JobRow['copy']
  paperSize?: PaperSize | undefined
  language?: PaperLanguage | undefined
}>

const sizeFor = (asked: Asked, settings: Settings): PaperSize => {
  if (asked.paperSize && fitsOn(asked.paper, asked.paperSize)) return asked.paperSize
  if (asked.paper === 'receipt') return settings.receiptSize
  return paperForms[asked.paper] === 'label' ? settings.labelSize : settings.paperSize
}

/** Labels and receipts may have a printer of their own. */
const ownPrinter = (paper: Asked['paper']): 'labelPrinter' | 'receiptPrinter' | 'printer' =>
  paper === 'receipt' ? 'receiptPrinter' : paperForms[paper] === 'label' ? 'labelPrinter' : 'printer'

/** Each version of a quote is a paper of its own (QUO-2): the first print of a new one is no reprint. */
const reprintOf = (ctx: QueryContext, paper: Asked['paper'], copy: string, subjectId: string): number =>
  timesPrinted(ctx.db, paper, copy, subjectId, paper === 'quote' ? quoteSince(ctx.db, subjectId) : 0)

const taskFor = (ctx: QueryContext, asked: Asked): PaperTask | Refused => {
  const copy = asked.paper === 'repairOrder' ? asked.copy : 'customer'
  const task = ctx.services.printing.task({
    ...asked,
    copy,
    paperSize: sizeFor(asked, readSettings(ctx.db)),
    language: asked.language ?? ctx.shop?.paperLanguage ?? 'zh-CN',
    reprint: reprintOf(ctx, asked.paper, copy, asked.subjectId),
  })
  return task ?? refuse('unknownSubject', { field: 'subjectId' })
}

const numberOf = (ctx: QueryContext, asked: Asked): string =>
  subjectOf(ctx.db, asked.paper, asked.subjectId)?.number ?? ''

export const printingEntries = implement(printing, {
  printers: (ctx) => ctx.services.printing.printers.list(),

  preview: async (ctx, input) => {
    const task = taskFor(ctx, input)
    if (isRefused(task)) return task
    const { pages, heightMm, warning } = await ctx.services.printing.preview(task, input.dpi)
    const { w, h } = sheetSize(task.paperSize, heightMm)
    return {
      pages: pages.map((page) => Buffer.from(page).toString('base64')),
      widthMm: w,
      heightMm: h,
      warning,
    }
  },

  pdf: prepared<typeof printing.procedures.pdf, { pdf: Uint8Array; task: PaperTask }>({
    prepare: async (ctx, input) => {
      const task = taskFor(ctx, input)
      if (isRefused(task)) return task
      const { pdf } = await ctx.services.printing.render(task)
      return { pdf, task }
    },
    run: (ctx, input, { pdf, task }) => {
      const id = ctx.newId()
      const job = {
        id,
        paper: input.paper,
        copy: task.copy,
        subject: paperSubjects[input.paper],
        subject_id: input.subjectId,
        order_id: subjectOf(ctx.db, input.paper, input.subjectId)?.orderId ?? null,
        reprint: reprintOf(ctx, input.paper, task.copy, input.subjectId),
        printer: '',
        paper_size: task.paperSize,
        copies: 1,
        result: 'saved',
        at: ctx.now,
        staff_id: ctx.actor.staffId,
      } as const
      insertJob(ctx.db, job)
      recordPrinted(ctx, job)
      ctx.audit({
        action: 'print.saved',
        object: job.subject,
        objectId: input.subjectId,
        details: { paper: input.paper },
      })
      ctx.changed(...tagsOf(job))
      return {
        pdf: Buffer.from(pdf).toString('base64'),
        fileName: `${input.paper}-${numberOf(ctx, input)}.pdf`,
      }
    },
  }),

  print: (ctx, input) => {
    const settings = readSettings(ctx.db)
    const jobs: string[] = []
    for (const [index, sheet] of input.sheets.entries()) {
      const subject = subjectOf(ctx.db, sheet.paper, sheet.subjectId)
      if (!subject) return refuse('unknownSubject', { field: `sheets.${index}.subjectId` })
      // Nothing was left with the machine: there is no such label, and that is no mistake.
      if (sheet.paper === 'accessoryLabel' && readOrderRow(ctx.db, sheet.subjectId)?.accessories === '[]')
        continue
      const own = ownPrinter(sheet.paper)
      const printer = input.printer ?? (settings[own] || settings.printer)
      if (printer === '') return refuse('noPrinter', { field: own })
      const copy = sheet.paper === 'repairOrder' ? sheet.copy : 'customer'
      const id = ctx.newId()
      insertJob(ctx.db, {
        id,
        paper: sheet.paper,
        copy,
        subject: paperSubjects[sheet.paper],
        subject_id: sheet.subjectId,
        order_id: subject.orderId,
        reprint: reprintOf(ctx, sheet.paper, copy, sheet.subjectId),
        printer,
        paper_size: sizeFor(sheet, settings),
        copies: sheet.copies,
        result: 'queued',
        at: ctx.now,
        staff_id: ctx.actor.staffId,
      })
      jobs.push(id)
      ctx.changed(...tagsOf({ subject_id: sheet.subjectId, order_id: subject.orderId }))
    }
    ctx.audit({
      action: 'print.queued',
      object: 'printJob',
      objectId: jobs[0] ?? '',
      details: { jobs: jobs.length },
    })
    ctx.changed('print')
    ctx.afterCommit(() => ctx.services.printing.kick())
    return { jobs }
  },

  jobs: (ctx, input) => ({ jobs: listJobs(ctx.db, input.subjectId, input.limit) }),
})
