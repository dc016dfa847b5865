// Orders that wait for their review, the longest waiting first, each with its proof (rule CLS-5).
import type { z } from 'zod'
import type { ReviewLine, reviews } from '#shared/contract/review.ts'
import { decide } from '#shared/domain/work-order/decide.ts'
import { missingProof } from '#shared/domain/work-order/proofs.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { orderOf, readFacts } from '#core/lifecycle/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { waitingForReview } from '#core/orders/index.ts'

type Input = z.output<typeof reviews.procedures.queue.input>
type Output = z.output<typeof reviews.procedures.queue.output>

const cursorOf = (row: OrderRow): string => `${row.state_since}.${row.id}`

const parseCursor = (cursor: string | undefined): { since: number; id: string } => {
  const [since, id = ''] = (cursor ?? '').split('.')
  return { since: Number(since) || 0, id }
}

export const queue = (ctx: QueryContext, { after, limit }: Input): Output => {
  const found = waitingForReview(ctx.db, parseCursor(after), limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    orders: page.map((row) => lineOf(ctx, row)),
    next: found.length > limit && last ? cursorOf(last) : null,
  }
}

const lineOf = (ctx: QueryContext, row: OrderRow): ReviewLine => {
  const facts = readFacts(ctx, row)
  const device = readDevice(ctx.db, row.device_id)
  const decision = decide(orderOf(row), { name: 'approveClose', by: ctx.actor.roles, fields: {} }, facts)
  return {
    id: row.id,
    number: row.number,
    ver: row.ver,
    customerName: readCustomer(ctx.db, row.customer_id)?.name ?? '',
    device: device
      ? [device.category, device.brand, device.model].filter((word) => word !== '').join(' ')
      : '',
    outcome: row.outcome,
    primary: row.primary_id === null ? '' : ctx.services.staffName(row.primary_id),
    stateSince: row.state_since,
    proofs: [...facts.proofs],
    missing: row.outcome === null ? [] : [...missingProof(row.outcome, facts.proofs)],
    problem: decision.ok ? null : decision.refusal.refusal,
    ownWork: facts.reviewsOwnWork,
  }
}
