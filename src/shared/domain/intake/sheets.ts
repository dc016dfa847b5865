// Which papers a saved visit asks for (rules INT-10, INT-16): the repair order for customer and bench, one slip,
// and labels where there is a printer for them.
import type { Params } from '#shared/contract/index.ts'

export type Sheet = Params<'print.print'>['sheets'][number]
type Saved = Readonly<{ visitId: string; orders: readonly Readonly<{ id: string }>[] }>
type PrintSettings = Readonly<{ printLabels: boolean; labelPrinter: string }>

/** Labels come out of a label printer only: on a page printer each would waste a sheet and stop for paper. */
export const printsLabels = ({ printLabels, labelPrinter }: PrintSettings): boolean =>
  printLabels && labelPrinter !== ''

export const sheetsOf = ({ visitId, orders }: Saved, settings: PrintSettings): Sheet[] => [
  ...orders.flatMap(({ id }): Sheet[] => [
    { paper: 'repairOrder', subjectId: id, copy: 'customer' },
    { paper: 'repairOrder', subjectId: id, copy: 'bench' },
  ]),
  { paper: 'pickupSlip', subjectId: visitId },
  ...(printsLabels(settings)
    ? orders.flatMap(({ id }): Sheet[] => [
        { paper: 'deviceLabel', subjectId: id },
        { paper: 'accessoryLabel', subjectId: id },
      ])
    : []),
]
