// The papers of a saved visit: into the queue at once when the shop wants that and has a printer, and how each ended.
import { useState } from 'react'
import type { Settings } from '#shared/contract/shop.ts'
import { sheetsOf } from '#shared/domain/intake/index.ts'
import type { Sheet } from '#shared/domain/intake/index.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import type { SavedVisit } from './use-save.ts'

export type PaperState = Readonly<{
  total: number
  waiting: number
  printed: number
  /** What the printer said about the ones that failed. */
  failed: readonly string[]
  unknown: number
}>

const NO_JOBS: readonly string[] = []

export const usePapers = (settings: Settings | undefined) => {
  const print = useCoreCommand('print.print')
  const [jobs, setJobs] = useState(NO_JOBS)
  const answer = useCoreQuery('print.jobs', { limit: 100 }, { skip: jobs.length === 0, keepPrevious: true })
  const mine = answer.value?.jobs.filter(({ id }) => jobs.includes(id)) ?? []
  const state: PaperState = {
    total: jobs.length,
    waiting: jobs.length - mine.filter(({ result }) => result !== 'queued').length,
    printed: mine.filter(({ result }) => result === 'printed' || result === 'sent').length,
    failed: mine.filter(({ result }) => result === 'failed').map(({ message }) => message),
    unknown: mine.filter(({ result }) => result === 'unknown').length,
  }
  return {
    state,
    busy: print.busy,
    problem: print.problem,
    sheets: (saved: SavedVisit): readonly Sheet[] =>
      sheetsOf(saved, settings ?? { printLabels: false, labelPrinter: '' }),
    /** Queues the sheets; false when they were refused. */
    run: async (sheets: readonly Sheet[]): Promise<boolean> => {
      setJobs(NO_JOBS)
      const outcome = await print.run({ sheets: [...sheets] })
      if (outcome.ok) setJobs(outcome.value.jobs)
      return outcome.ok
    },
    forget: (): void => {
      setJobs(NO_JOBS)
      print.forget()
    },
  }
}
export type Papers = ReturnType<typeof usePapers>
