// Shifts at the counter's drawer: what is there, cash in and out, counting, closing, confirming.
import { shifts } from '#shared/contract/shift.ts'
import { implement, prepared } from '#core/command/registry.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'
import { openWithoutSale, payIn, payOut } from './cash-moves.ts'
import { close, confirm, nextPerson } from './close.ts'
import { count } from './count.ts'
import { current, report } from './show.ts'

export const shiftEntries = implement(shifts, {
  current,
  report: (ctx, { id }) => report(ctx, id),
  payIn,
  payOut,
  openDrawer: openWithoutSale,
  count,
  close: prepared<typeof shifts.procedures.close, PersonWithPassword | null>({
    prepare: nextPerson,
    run: close,
  }),
  confirm,
})
