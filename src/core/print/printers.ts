// What the program asks of a printer, whatever the system: a list, and a job with an honest end.
import { refuse } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'
import type { PaperSize } from '#shared/domain/papers/index.ts'

export type Printer = { name: string; isDefault: boolean }

/** `title` shows in the system's queue: a paper's kind and number, never a customer's name. */
export type PrintRequest = {
  pdf: Uint8Array
  printer: string
  copies: number
  paperSize: PaperSize
  /** How long a roll is. */
  heightMm?: number
  title: string
}

/**
 * How a job ended (PRN-3). `printed`: it left the queue. `sent`: the queue took it and cannot say more.
 * `unknown`: it was still in the queue when time was up, or the queue stopped answering; it may still
 * come out, so printing again may print twice. `failed`: nothing was handed over. `reason` is for the log.
 */
export type PrintOutcome = {
  result: 'sent' | 'printed' | 'unknown' | 'failed'
  jobId?: string
  reason?: string
}

/** noPrintProgram: CUPS is not installed; printSystemDown: it does not answer (`detail` says what it said). */
export type PrinterRefusal = Refused<'noPrintProgram' | 'printSystemDown' | 'unknownPrinter' | 'wrongCopies'>

/** CUPS here; Windows and mac print through Electron, behind the same two functions. */
export type PrinterAdapter = {
  list: () => Promise<Printer[] | PrinterRefusal>
  /** Answers when the job has left the queue or time is up; `signal` stops the watching, not the job. */
  print: (request: PrintRequest, signal?: AbortSignal) => Promise<PrintOutcome | PrinterRefusal>
}

export const mostCopies = 20

/** The refusals that need no printer to see. */
export const checkRequest = ({ copies, printer }: PrintRequest): PrinterRefusal | undefined => {
  if (!Number.isInteger(copies) || copies < 1 || copies > mostCopies)
    return refuse('wrongCopies', { field: 'copies', least: 1, most: mostCopies })
  // A name is an argument of a program: it may not look like an option or break a line of its answer.
  if (!/^[^-\s/\\?'"#][^\s/\\?'"#]{0,126}$/u.test(printer))
    return refuse('unknownPrinter', { field: 'printer', printer })
  return undefined
}
