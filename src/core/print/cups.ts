// Prints through CUPS with its own programs lp and lpstat, as on Debian, UOS and Kylin.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sheetSize } from '#shared/domain/papers/index.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { checkRequest } from './printers.ts'
import type { PrinterAdapter, PrinterRefusal, PrintOutcome, PrintRequest } from './printers.ts'
import { runProgram } from './run-program.ts'
import type { ProgramEnd } from './run-program.ts'

export type CupsOptions = {
  /** Environment of the programs; PATH decides which lp runs. */
  env?: Readonly<Record<string, string | undefined>>
  /** How long a job may stay in the queue before its end counts as unknown. */
  followMs?: number
  pollMs?: number
}

const programMs = 10_000

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')

/** The arguments of lp; the size is the sheet's own, never scaled to what the driver thinks it has. */
export const lpArguments = (request: PrintRequest, file: string): string[] => {
  const { w, h } = sheetSize(request.paperSize, request.heightMm ?? 0)
  const title = request.title.replaceAll(/[^\p{L}\p{N} .:_-]/gu, ' ').slice(0, 80)
  const options = ['-o', `media=Custom.${w}x${h}mm`, '-o', 'print-scaling=none', '-n', String(request.copies)]
  return ['-d', request.printer, '-t', title, ...options, '--', file]
}

/** The job's id in lp's answer `request id is Front-12 (1 file(s))`. */
export const jobIdOf = (answer: string): string | undefined => /request id is (\S+)/.exec(answer)?.[1]

const saysDown = (end: ProgramEnd): boolean => end.code === null || /scheduler|connect|server/i.test(end.err)

/** The adapter for systems with CUPS. */
export const createCupsPrinters = (options: CupsOptions = {}): PrinterAdapter => {
  const { env = process.env, followMs = 30_000, pollMs = 500 } = options
  const run = (program: string, args: readonly string[]) =>
    runProgram(program, args, { env, timeoutMs: programMs })

  const names = async (): Promise<string[] | PrinterRefusal> => {
    const listed = await run('lpstat', ['-e'])
    if (isRefused(listed)) return listed
    const found = lines(listed.out)
    if (listed.code === 0 && found.length > 0) return found
    // No printer, or nobody there to ask: lpstat answers both with nothing and success.
    const asked = await run('lpstat', ['-r'])
    if (!isRefused(asked) && asked.code === 0 && !/not running/i.test(asked.out)) return []
    return refuse('printSystemDown', { detail: (listed.err || (isRefused(asked) ? '' : asked.out)).trim() })
  }

  /** Whether the job still waits; undefined when the queue does not answer. */
  const isWaiting = async (printer: string, jobId: string): Promise<boolean | undefined> => {
    const queue = await run('lpstat', ['-o', printer])
    if (isRefused(queue) || queue.code !== 0) return undefined
    return lines(queue.out).some((line) => line.split(/\s/, 1)[0] === jobId)
  }

  const follow = async (printer: string, jobId: string, signal?: AbortSignal): Promise<PrintOutcome> => {
    const rounds = Math.max(1, Math.ceil(followMs / pollMs))
    let last: boolean | undefined
    for (let round = 0; round < rounds; round++) {
      if (signal?.aborted) break
      last = await isWaiting(printer, jobId)
      if (last === false) return { result: 'printed', jobId }
      await wait(pollMs, undefined, { ref: false, ...(signal && { signal }) }).catch(() => undefined)
    }
    const reason = last === undefined ? 'the queue did not answer' : 'still in the queue'
    return { result: 'unknown', jobId, reason }
  }

  const submit = async (request: PrintRequest, file: string): Promise<PrintOutcome | PrinterRefusal> => {
    const end = await run('lp', lpArguments(request, file))
    if (isRefused(end)) return end
    const jobId = jobIdOf(end.out)
    if (end.code === 0) return jobId === undefined ? { result: 'sent' } : { result: 'sent', jobId }
    if (/does not exist|unknown (?:printer|destination)|not found/i.test(end.err))
      return refuse('unknownPrinter', { field: 'printer', printer: request.printer })
    if (end.code === null) return { result: 'unknown', reason: 'lp did not end' }
    if (saysDown(end)) return refuse('printSystemDown', { detail: end.err.trim() })
    return { result: 'failed', reason: end.err.trim().slice(0, 500) }
  }

  return {
    list: async () => {
      const known = await names()
      if (isRefused(known)) return known
      const asked = await run('lpstat', ['-d'])
      const chosen = isRefused(asked) ? undefined : /destination: (\S+)/.exec(asked.out)?.[1]
      return known.map((name) => ({ name, isDefault: name === chosen }))
    },
    print: async (request, signal) => {
      const wrong = checkRequest(request)
      if (wrong) return wrong
      const known = await names()
      if (isRefused(known)) return known
      if (!known.includes(request.printer))
        return refuse('unknownPrinter', { field: 'printer', printer: request.printer, known })
      const folder = await mkdtemp(join(tmpdir(), 'repair-counter-print-'))
      try {
        const file = join(folder, `${randomUUID()}.pdf`)
        await writeFile(file, request.pdf, { mode: 0o600 })
        const sent = await submit(request, file)
        if (isRefused(sent) || sent.result !== 'sent' || sent.jobId === undefined) return sent
        return await follow(request.printer, sent.jobId, signal)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}
