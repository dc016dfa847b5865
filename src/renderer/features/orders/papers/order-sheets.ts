// The papers of an order: which there are, when each left the printer last, and which people now hold in a
// version that is no longer true (rule INT-15).
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { PrintJob } from '#shared/contract/printing.ts'
import type { Sheet } from '../../../components/paper-preview.tsx'

export type OrderSheet = Sheet & Readonly<{ key: string }>

const sheet = (paper: Sheet['paper'], subjectId: string, copy?: Sheet['copy']): OrderSheet => ({
  key: copy === undefined ? paper : `${paper}.${copy}`,
  paper,
  subjectId,
  ...(copy === undefined ? {} : { copy }),
})

/** In the order of their digits. Nothing left with the machine: no label for it. */
export const sheetsOf = ({
  id,
  visitId,
  accessories,
}: Pick<OrderDetail, 'id' | 'visitId' | 'accessories'>) => [
  sheet('repairOrder', id, 'customer'),
  sheet('repairOrder', id, 'bench'),
  sheet('repairOrder', id, 'counter'),
  sheet('pickupSlip', visitId),
  sheet('deviceLabel', id),
  ...(accessories.length > 0 ? [sheet('accessoryLabel', id)] : []),
]

const isOf = (job: PrintJob, { paper, subjectId, copy }: Sheet): boolean =>
  job.paper === paper && job.subjectId === subjectId && (copy === undefined || job.copy === copy)

/** The latest job of each sheet by its key; failed ones brought nothing onto paper. `jobs`: newest first. */
export const lastJobs = (
  sheets: readonly OrderSheet[],
  jobs: readonly PrintJob[],
): ReadonlyMap<string, PrintJob> =>
  new Map(
    sheets.flatMap((one) => {
      const job = jobs.find((candidate) => isOf(candidate, one) && candidate.result !== 'failed')
      return job ? [[one.key, job] as const] : []
    }),
  )

/** What Ctrl+P offers: what has to be printed anew, else what was never printed and is always given, else the order. */
export const proposedSheets = (
  order: Pick<OrderDetail, 'printedAt' | 'papersOutdated'>,
  sheets: readonly OrderSheet[],
  last: ReadonlyMap<string, PrintJob>,
): readonly string[] => {
  const printed = sheets.filter(({ key }) => last.has(key)).map(({ key }) => key)
  if (order.papersOutdated && printed.length > 0) return printed
  const usual = ['repairOrder.customer', 'repairOrder.bench', 'pickupSlip']
  const missing = usual.filter((key) => !last.has(key))
  return order.printedAt === null && missing.length > 0 ? missing : ['repairOrder.customer']
}
