// One warehouse asks another for parts, and gets one answer: a transfer, a refusal with a reason, or it takes the
// request back (rule PRT-9).
import type { z } from 'zod'
import type { TransferRequest, transfers } from '#shared/contract/transfer.ts'
import type { TransferRequestState } from '#shared/domain/stock/index.ts'
import { fitsDecimals } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { nextNumber } from '#core/numbering/index.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { readNumbers } from './look.ts'
import { readWarehouse } from './repository-places.ts'
import { partRow, partRows } from './repository-look.ts'
import type { RequestRow } from './repository-requests.ts'
import * as rows from './repository-requests.ts'

type Asked = Readonly<{ partId: string; quantity: number }>

export const linesOf = (row: RequestRow): readonly Asked[] => JSON.parse(row.lines) as Asked[]

const lineProblem = (ctx: CommandContext, lines: readonly Asked[]): Refused | undefined => {
  const seen = new Set<string>()
  for (const [index, { partId, quantity }] of lines.entries()) {
    const field = `lines.${index}`
    const part = partRow(ctx.db, partId)
    if (!part) return refuse('unknownPart', { field: `${field}.partId` })
    if (part.active === 0) return refuse('partInactive', { field: `${field}.partId`, part: part.name })
    if (!fitsDecimals(quantity, part.decimals))
      return refuse('quantityNotAllowed', {
        field: `${field}.quantity`,
        because: 'fraction',
        unit: part.unit,
      })
    if (seen.has(partId)) return refuse('lineTwice', { field: `${field}.partId` })
    seen.add(partId)
  }
  return undefined
}

export const ask = (
  ctx: CommandContext,
  input: z.output<typeof transfers.procedures.ask.input>,
): { requestId: string; number: string } | Refused => {
  for (const field of ['fromWarehouseId', 'toWarehouseId'] as const)
    if (readWarehouse(ctx.db, input[field])?.active !== 1) return refuse('unknownWarehouse', { field })
  if (input.fromWarehouseId === input.toWarehouseId)
    return refuse('sameWarehouse', { field: 'fromWarehouseId' })
  const problem = lineProblem(ctx, input.lines)
  if (problem) return problem
  const requestId = ctx.newId()
  const number = nextNumber(ctx)
  const { fromWarehouseId, toWarehouseId, lines, reason } = input
  ctx.insert(
    'transferRequest',
    requestId,
    {
      ...{ number, fromWarehouseId, toWarehouseId, state: 'open', lines, reason },
      ...{ at: ctx.now, staffId: ctx.actor.staffId },
      ...{ documentId: null, answer: '', answeredAt: null, answeredBy: null },
    },
    'transferRequest.asked',
  )
  told(ctx, requestId, 'asked', number)
  return { requestId, number }
}

const told = (ctx: CommandContext, id: string, what: string, number: string): void => {
  ctx.audit({
    action: `transferRequest.${what}`,
    object: 'transferRequest',
    objectId: id,
    details: { number },
  })
  ctx.changed('stock')
}

const openRequest = (ctx: CommandContext, id: string): RequestRow | Refused => {
  const row = rows.readTransferRequest(ctx.db, id)
  if (!row) return refuse('unknownTransferRequest', { field: 'requestId' })
  return row.state === 'open'
    ? row
    : refuse('transferRequestOver', { field: 'requestId', number: row.number })
}

/** The open request that this transfer may answer: between the same warehouses, with something that was asked for. */
export const requestToAnswer = (
  ctx: CommandContext,
  id: string,
  way: Readonly<{ from: string; to: string }>,
  lines: readonly Readonly<{ partId: string }>[],
): RequestRow | Refused => {
  const row = openRequest(ctx, id)
  if (isRefused(row)) return row
  const asked = new Set(linesOf(row).map(({ partId }) => partId))
  const fits = row.from_warehouse_id === way.from && row.to_warehouse_id === way.to
  return fits && lines.some(({ partId }) => asked.has(partId))
    ? row
    : refuse('otherRequest', { field: 'requestId' })
}

/** Nobody answers it a second time. */
export const answerRequest = (
  ctx: CommandContext,
  row: RequestRow,
  state: Exclude<TransferRequestState, 'open'>,
  answer: string,
  documentId: string | null = null,
): void => {
  const change = { state, answer, documentId, answeredAt: ctx.now, answeredBy: ctx.actor.staffId }
  ctx.update('transferRequest', row.id, change, `transferRequest.${state}`)
  told(ctx, row.id, state, row.number)
}

export const endRequest = (
  ctx: CommandContext,
  { requestId, reason }: Readonly<{ requestId: string; reason: string }>,
  state: 'refused' | 'withdrawn',
): Record<string, never> | Refused => {
  const row = openRequest(ctx, requestId)
  if (isRefused(row)) return row
  answerRequest(ctx, row, state, reason)
  return {}
}

const amounts = (found: readonly { part_id: string; quantity: number }[]): ReadonlyMap<string, number> =>
  new Map(found.map(({ part_id, quantity }) => [part_id, quantity]))

const requestSeen = ({ db }: Pick<QueryContext, 'db'>, row: RequestRow): TransferRequest => {
  const asked = linesOf(row)
  const ids = asked.map(({ partId }) => partId)
  const parts = new Map(partRows(db, ids).map((part) => [part.id, part]))
  const there = amounts(rows.sellableIn(db, row.from_warehouse_id, ids))
  const sent =
    row.document_id === null ? new Map<string, number>() : amounts(rows.sentWith(db, row.document_id))
  return {
    id: row.id,
    number: row.number,
    fromWarehouseId: row.from_warehouse_id,
    fromWarehouse: row.from_warehouse,
    toWarehouseId: row.to_warehouse_id,
    toWarehouse: row.to_warehouse,
    state: row.state,
    reason: row.reason,
    at: row.at,
    who: row.who,
    lines: asked.flatMap(({ partId, quantity }) => {
      const part = parts.get(partId)
      if (!part) return []
      const { code, name, unit, decimals, spec } = part
      const serialTracked = part.serial_tracked === 1
      const amount = { quantity, sellable: there.get(partId) ?? 0, sent: sent.get(partId) ?? 0 }
      return [{ ...{ partId, code, name, unit, decimals, spec, serialTracked }, ...amount }]
    }),
    document: row.document_id === null ? null : { id: row.document_id, number: row.document_number ?? '' },
    answer: row.answer,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by ?? '',
  }
}

export const requestsPage = (
  ctx: Pick<QueryContext, 'db'>,
  { onlyOpen, after, limit }: Readonly<{ onlyOpen: boolean; after?: string | undefined; limit: number }>,
) => {
  const [at = Number.MAX_SAFE_INTEGER, rowid = Number.MAX_SAFE_INTEGER] = readNumbers(after, 2) ?? []
  const found = rows.listTransferRequests(ctx.db, { onlyOpen, before: { at, rowid }, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    requests: page.map((row) => requestSeen(ctx, row)),
    next: found.length > limit && last ? `${last.at}.${last.rowid}` : null,
  }
}
