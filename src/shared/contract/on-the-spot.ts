// Repaired while the customer waits (rule INT-7): one command made of others.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract } from './define.ts'
import { dispatches } from './dispatch.ts'
import { id } from './fields.ts'
import { handOvers, signature, taker } from './hand-over.ts'
import { orderState } from './order-command.ts'
import { printing } from './printing.ts'
import { recordInput, services } from './service.ts'
import { settleRefusals, spotSettlement } from './settlement.ts'
import { visits } from './visits.ts'

const { create } = visits.procedures

export const spots = contract('spot', {
  repair: command({
    summary:
      'Repaired on the spot: taken in, printed, dispatched, received, completed, settled, handed over and signed, all or nothing and by the same commands (rule INT-7).',
    input: z.strictObject({
      ...create.input.shape,
      machines: create.input.shape.machines.max(1, 'one machine'),
      record: recordInput,
      /** Who did it; whoever calls unless given. */
      doneBy: id.optional(),
      taker,
      signature,
      /** What is paid now; left out when nothing is due. */
      settlement: spotSettlement.optional(),
      /** The repair order goes to the printer, or the system failure is recorded (rule CLS-1). */
      paper: z.enum(['print', 'systemFailure']).default('print'),
    }),
    output: z.strictObject({
      visitId: id,
      orderId: id,
      number: z.string(),
      state: orderState,
      ver: z.int(),
    }),
    refusals: {
      ...create.refusals,
      ...printing.procedures.print.refusals,
      ...dispatches.procedures.assign.refusals,
      ...services.procedures.complete.refusals,
      ...settleRefusals,
      ...handOvers.procedures.handOver.refusals,
    },
    access: may('takeIn'),
  }),
})
