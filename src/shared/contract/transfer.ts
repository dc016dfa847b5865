// A warehouse asks another one for parts (rule PRT-9): answered by a transfer (`stock.transferSend` with the request),
// refused with a reason, or taken back. What arrives is confirmed by the transfer itself.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { TRANSFER_REQUEST_STATES } from '#shared/domain/stock/index.ts'
import { command, contract, query } from './define.ts'
import { cursor, id, instant, pageSize, prose, proseRequired } from './fields.ts'
import { MOST, amount, field, ofPart, stockRefusals, transferRequestOver } from './stock-shapes.ts'

export const transferRequest = z.strictObject({
  id,
  number: z.string(),
  /** Who is asked, and who asks. */
  fromWarehouseId: id,
  fromWarehouse: z.string(),
  toWarehouseId: id,
  toWarehouse: z.string(),
  state: z.enum(TRANSFER_REQUEST_STATES),
  reason: z.string(),
  at: instant,
  who: z.string(),
  lines: z.array(
    z.strictObject({
      ...ofPart,
      spec: z.string(),
      serialTracked: z.boolean(),
      quantity: amount,
      /** What lies in bins of the warehouse that is asked. */
      sellable: amount,
      /** What the transfer that answered took along. */
      sent: amount,
    }),
  ),
  document: z.strictObject({ id, number: z.string() }).nullable(),
  /** Why not. */
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string(),
})
export type TransferRequest = z.infer<typeof transferRequest>

const requestRefusals = { unknownTransferRequest: field, transferRequestOver }

export const transfers = contract('transfer', {
  list: query({
    summary: 'Requests between warehouses, the open ones only or all, the newest first.',
    input: z.strictObject({
      onlyOpen: z.boolean().default(false),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({ requests: z.array(transferRequest), next: cursor.nullable() }),
    access: may('seeStock'),
  }),
  ask: command({
    summary: 'A warehouse asks another one for parts (rule PRT-9).',
    input: z.strictObject({
      fromWarehouseId: id,
      toWarehouseId: id,
      lines: z
        .array(z.strictObject({ partId: id, quantity: z.int().min(1).max(MOST) }))
        .min(1)
        .max(500),
      reason: prose(300).default(''),
    }),
    output: z.strictObject({ requestId: id, number: z.string() }),
    refusals: {
      unknownWarehouse: field,
      sameWarehouse: field,
      unknownPart: field,
      partInactive: stockRefusals.partInactive,
      quantityNotAllowed: stockRefusals.quantityNotAllowed,
      lineTwice: field,
    },
    access: may('manageStock'),
  }),
  refuse: command({
    summary: 'The warehouse that was asked does not send anything, and says why.',
    input: z.strictObject({ requestId: id, reason: proseRequired(300) }),
    output: z.strictObject({}),
    refusals: requestRefusals,
    access: may('manageStock'),
  }),
  withdraw: command({
    summary: 'The warehouse that asked does not need it any more.',
    input: z.strictObject({ requestId: id, reason: prose(300).default('') }),
    output: z.strictObject({}),
    refusals: requestRefusals,
    access: may('manageStock'),
  }),
})
