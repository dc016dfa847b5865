// Papers: looked at, saved as PDF, printed, and the print log (rules CLS-1, INT-16, PRN-3).
import { z } from 'zod'
import { paperCopies, paperKinds } from '#shared/domain/papers/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { id, instant } from './fields.ts'
import { language } from './shop.ts'

export const PAPER_SIZES = [
  'b5jis',
  'b5iso',
  'a4',
  'a5',
  'label60x40',
  'label50x30',
  'label40x30',
  'roll80',
  'roll58',
] as const
export const PRINT_RESULTS = ['queued', 'sent', 'printed', 'unknown', 'failed', 'saved'] as const

/** Which sheet, and of what: `paperSubjects` says whose id is meant. */
const sheet = {
  paper: z.enum(paperKinds),
  /** Of a work order, a visit, a document of the stock, a fault tag or a receipt. */
  subjectId: id,
  copy: z.enum(paperCopies).default('customer'),
}
const appearance = { paperSize: z.enum(PAPER_SIZES).optional(), language: language.optional() }

export const printJob = z.strictObject({
  id,
  paper: z.enum(paperKinds),
  copy: z.enum(paperCopies),
  subjectId: id,
  reprint: z.int(),
  printer: z.string(),
  copies: z.int(),
  result: z.enum(PRINT_RESULTS),
  message: z.string(),
  at: instant,
  who: z.string(),
})
export type PrintJob = z.infer<typeof printJob>

const unknownSubject = z.strictObject({ field: z.string() })
const noPrinter = z.strictObject({ field: z.string() })

export const printing = contract('print', {
  printers: query({
    summary: 'The printers of this computer.',
    input: z.strictObject({}),
    output: z.strictObject({
      printers: z.array(z.strictObject({ name: z.string(), isDefault: z.boolean() })),
      /** Why there is none to choose, if so. */
      problem: z.string().nullable(),
    }),
  }),
  preview: query({
    summary: 'The pages of a paper as PNG pictures in base64, just as they would print.',
    input: z.strictObject({ ...sheet, ...appearance, dpi: z.int().min(50).max(300).default(110) }),
    output: z.strictObject({
      pages: z.array(z.string()),
      widthMm: z.number(),
      /** On a roll as long as what is printed. */
      heightMm: z.number(),
      /** The shop's edited template could not be used; the built-in one was. */
      warning: z.string().nullable(),
    }),
    refusals: { unknownSubject },
  }),
  pdf: command({
    summary: 'The paper as a PDF in base64; the print log notes that it was saved.',
    input: z.strictObject({ ...sheet, ...appearance }),
    output: z.strictObject({ pdf: z.string(), fileName: z.string() }),
    refusals: { unknownSubject },
    access: may('print'),
  }),
  print: command({
    summary: 'Puts papers into the print queue. The answer comes at once; the log tells how each job ended.',
    input: z.strictObject({
      sheets: z
        .array(z.strictObject({ ...sheet, ...appearance, copies: z.int().min(1).max(20).default(1) }))
        .min(1)
        .max(60),
      /** The printer of the settings unless given. */
      printer: z.string().max(200).optional(),
    }),
    output: z.strictObject({ jobs: z.array(id) }),
    refusals: { unknownSubject, noPrinter },
    access: may('print'),
  }),
  jobs: query({
    summary:
      'What was printed of an order with its parts, or of a visit, or the latest of all; newest first (rule PRN-3).',
    input: z.strictObject({ subjectId: id.optional(), limit: z.int().min(1).max(500).default(50) }),
    output: z.strictObject({ jobs: z.array(printJob) }),
  }),
})
