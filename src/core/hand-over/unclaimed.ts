// Ready machines whose term is over (rule CLS-2), with what the contact ledger can prove.
import type { z } from 'zod'
import type { handOvers } from '#shared/contract/hand-over.ts'
import type { QueryContext } from '#core/command/context.ts'
import { attemptsOf } from '#core/contact/index.ts'
import { readCustomer } from '#core/customers/index.ts'
import { readyBefore } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { deviceText, thingsOf } from './things.ts'

const DAY_MS = 86_400_000

export const unclaimed = (ctx: QueryContext): z.output<typeof handOvers.procedures.unclaimed.output> => {
  const termDays = readSettings(ctx.db).pickupTermDays
  const orders = readyBefore(ctx.db, ctx.now - termDays * DAY_MS).map((row) => {
    const readyAt = row.ready_at ?? row.state_since
    const notices = attemptsOf(ctx.db, row.id).filter(({ at }) => at >= readyAt)
    const machine = thingsOf(ctx.db, row).items.find(({ item }) => item === 'machine')
    return {
      id: row.id,
      number: row.number,
      ver: row.ver,
      state: row.state,
      customerName: readCustomer(ctx.db, row.customer_id)?.name ?? '',
      device: deviceText(ctx.db, row),
      readyAt,
      t2: row.t2,
      days: Math.floor((ctx.now - readyAt) / DAY_MS),
      notices: notices.length,
      lastNotice: notices[0]?.at ?? null,
      place: machine?.place ?? { kind: 'counter' as const, id: null, name: '' },
    }
  })
  return { termDays, orders }
}
