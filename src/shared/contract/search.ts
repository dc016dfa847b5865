// One field that finds everything (rule INT-5, WO-8): telephone, last four, name, initials, serial, any code.
import { z } from 'zod'
import { placeRef } from './custody.ts'
import { contract, query } from './define.ts'
import { id, instant } from './fields.ts'
import { orderState } from './order-command.ts'

export const customerHit = z.strictObject({
  kind: z.literal('customer'),
  id,
  name: z.string(),
  company: z.string(),
  phones: z.array(z.string()),
  openOrders: z.int(),
  lastOrderAt: z.int(),
})
export const orderHit = z.strictObject({
  kind: z.literal('order'),
  id,
  number: z.string(),
  state: orderState,
  customerName: z.string(),
  device: z.string(),
  createdAt: instant,
  /** By a code: the thing that the code stands for (its label's, or the machine) and where it is (rule CLS-7). */
  where: z.strictObject({ item: z.string(), name: z.string(), place: placeRef }).nullable(),
})
export const deviceHit = z.strictObject({
  kind: z.literal('device'),
  id,
  customerId: id,
  customerName: z.string(),
  device: z.string(),
  serial: z.string(),
})
export const visitHit = z.strictObject({
  kind: z.literal('visit'),
  id,
  number: z.string(),
  customerId: id,
  customerName: z.string(),
  orders: z.array(z.strictObject({ id, number: z.string(), state: orderState, device: z.string() })),
  createdAt: instant,
})
export const placeHit = z.strictObject({
  kind: z.literal('place'),
  id,
  code: z.string(),
  name: z.string(),
  placeKind: z.enum(['shelf', 'bench']),
  holds: z.int(),
})
export const loanerHit = z.strictObject({
  kind: z.literal('loaner'),
  id,
  code: z.string(),
  name: z.string(),
  /** Whoever has it; null while it is in the house. */
  lentTo: z.strictObject({ orderId: id, number: z.string(), customerName: z.string() }).nullable(),
})
export const hit = z.discriminatedUnion('kind', [
  customerHit,
  orderHit,
  deviceHit,
  visitHit,
  placeHit,
  loanerHit,
])
export type Hit = z.infer<typeof hit>

export const searches = contract('search', {
  find: query({
    summary:
      'Finds customers, orders, machines, visits, places and loaners by any key, the latest order first.',
    input: z.strictObject({
      text: z.string().max(200),
      limit: z.int().min(1).max(50).default(20),
      /** Only these kinds; all unless given. */
      kinds: z.array(z.enum(['customer', 'order', 'device', 'visit', 'place', 'loaner'])).optional(),
    }),
    output: z.strictObject({
      hits: z.array(hit),
      /** A code of ours that was mistyped: its check character does not fit. */
      wrongCheckCharacter: z.boolean(),
    }),
  }),
})
