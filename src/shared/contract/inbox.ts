// What other units told this shop. Until headquarters is connected, a message is entered by hand or by a
// script; it is applied in the same transaction and kept as it came (rules DSP-6, REP-3).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract, query } from './define.ts'
import { customerInput, deviceInput } from './customers.ts'
import { id, instant, line, lineRequired, pageSize, prose } from './fields.ts'
import { orderRefusals } from './order-command.ts'
import { accessoryInput, configurationInput } from './visits.ts'

const forOrder = { number: lineRequired(40), reason: line(300).default('') }

export const inboxMessage = z.discriminatedUnion('kind', [
  /** A job from another unit arrives: it waits for this branch's confirmation (INT-1). */
  z.strictObject({
    kind: z.literal('dispatchArrived'),
    customer: customerInput,
    device: deviceInput,
    reportedFault: lineRequired(2000),
    service: z.enum(['dropOff', 'onSite']),
    purpose: z.enum(['repair', 'handOver']).default('repair'),
    accessories: z.array(accessoryInput).max(30).default([]),
    configuration: z.array(configurationInput).max(30).default([]),
    condition: prose(1000).default(''),
    instructions: prose(500).default(''),
  }),
  /** The branch to which we sent a job took it, or did not. */
  z.strictObject({ kind: z.literal('branchConfirmed'), ...forOrder }),
  z.strictObject({ kind: z.literal('branchRefused'), ...forOrder }),
  z.strictObject({ kind: z.literal('reassignAsked'), ...forOrder }),
  /** The unit above decided what we asked for. */
  z.strictObject({ kind: z.literal('reassignApproved'), ...forOrder }),
  z.strictObject({ kind: z.literal('reassignRejected'), ...forOrder }),
  z.strictObject({ kind: z.literal('cancelApproved'), ...forOrder }),
  z.strictObject({ kind: z.literal('cancelRefused'), ...forOrder }),
  z.strictObject({ kind: z.literal('cancelledByHq'), ...forOrder }),
  z.strictObject({ kind: z.literal('urged'), ...forOrder }),
])
export type InboxMessage = z.infer<typeof inboxMessage>

export const inboxes = contract('inbox', {
  put: command({
    summary: 'Enters what another unit says and does it at once; the same id is done only once.',
    input: z.strictObject({
      id: id.optional(),
      /** The branch code of who says it. */
      sender: lineRequired(12),
      message: inboxMessage,
    }),
    output: z.strictObject({ id, orderId: id.nullable(), number: z.string() }),
    refusals: {
      ...orderRefusals,
      unknownSender: z.strictObject({ field: z.string() }),
      unknownNumber: z.strictObject({ field: z.string() }),
      unreadablePhone: z.strictObject({ field: z.string(), given: z.string() }),
      alreadyReceived: z.strictObject({ field: z.string() }),
    },
    access: may('fillInbox'),
  }),
  list: query({
    summary: 'What came in, newest first.',
    input: z.strictObject({ limit: pageSize.default(50) }),
    output: z.strictObject({
      messages: z.array(
        z.strictObject({
          id,
          kind: line(40),
          sender: z.string(),
          orderId: id.nullable(),
          receivedAt: instant,
          result: z.string(),
        }),
      ),
    }),
  }),
})
