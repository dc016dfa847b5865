// The one label of an order that lists, cards and papers show, from its row.
import type { StateLabel } from '#shared/domain/work-order/labels.ts'
import { stateLabel } from '#shared/domain/work-order/labels.ts'
import type { OrderRow } from './repository.ts'

const DAY_MS = 86_400_000

export type Labelled = Pick<OrderRow, 'state' | 'service' | 'return_by' | 't2' | 'ready_at'>

/** `termDays`: after so many days a ready machine counts as unclaimed (CLS-2). */
export const labelOf = (row: Labelled, now: number, termDays: number): StateLabel =>
  stateLabel(
    { state: row.state, service: row.service, returnBy: row.return_by },
    {
      notified: row.t2 !== null,
      pickupOverdue: row.ready_at !== null && row.ready_at + termDays * DAY_MS < now,
    },
  )
