// How an order comes into being (INT-1): each entry with the state it starts in and what that says about
// the machine. No command leads here; a closed order is linked by a comeback, never reopened.
import type { Order, Origin, Purpose, ReturnBy, Service } from './order.ts'
import { type Problem, problem, type Refusal, toRefusal } from './refusals.ts'
import { STATE_OF, type Short, type State } from './states.ts'

type EntryInfo = Readonly<{
  zh: string
  en: string
  to: Short
  /** The machine is in hand: the service is a drop-off. */
  inHand: boolean
  /** The state in which the linked older order must be; null when none is linked. */
  links: 'closed' | 'cancelled' | null
}>

const info = (
  zh: string,
  en: string,
  to: Short,
  inHand = false,
  links: EntryInfo['links'] = null,
): EntryInfo => ({ zh, en, to, inHand, links })

export const ENTRIES = {
  acceptWalkIn: info('到店受理', 'accept walk-in', 'PD', true),
  acceptByPhone: info('电话受理', 'accept by phone', 'AC'),
  submitRequest: info('网络报修', 'online request', 'PR'),
  incomingDispatch: info('上级派单到达', 'dispatch from above arrives', 'PB'),
  createPlanned: info('计划工单', 'planned order', 'AC'),
  createComeback: info('返修受理', 'accept comeback', 'PD', true, 'closed'),
  reissue: info('改派新单', 'reissued order', 'PB', false, 'cancelled'),
} as const satisfies Record<string, EntryInfo>

export type EntryName = keyof typeof ENTRIES
export const ENTRY_NAMES = Object.keys(ENTRIES) as readonly EntryName[]

export type EntryFacts = Readonly<{
  origin: Origin
  /** Ignored where the machine is in hand. */
  service: Service
  purpose?: Purpose
  returnBy?: ReturnBy
  /** The customer refused the fee: no order, a row on the customer (INT-4). */
  feeRefused?: boolean
  /** State of the order that this one links: the closed one of a comeback, the cancelled one of a reissue. */
  linked?: State
}>

export type Entered = Readonly<{ ok: true; order: Order }> | Readonly<{ ok: false; refusal: Refusal }>

const no = (entry: EntryName, found: Problem): Entered => ({
  ok: false,
  refusal: toRefusal(found, entry, null),
})

/** The new order of an entry, or why there is none. */
export const enter = (entry: EntryName, facts: EntryFacts): Entered => {
  const { to, inHand, links }: EntryInfo = ENTRIES[entry]
  if (facts.feeRefused === true) return no(entry, problem('feeRefused', [], [{ task: 'customerNote' }]))
  if (links !== null && facts.linked === undefined)
    return no(
      entry,
      problem('linkedOrderMissing', ['linkedOrder'], [{ entry: 'acceptWalkIn' }], { needs: links }),
    )
  if (links !== null && facts.linked !== undefined && facts.linked !== links)
    return no(
      entry,
      problem('linkedOrderNotFinal', ['linkedOrder'], [{ action: 'remark' }], {
        needs: links,
        state: facts.linked,
      }),
    )
  const service = inHand ? 'dropOff' : facts.service
  return {
    ok: true,
    order: {
      state: STATE_OF[to],
      stack: [],
      service,
      origin: facts.origin,
      machine: inHand ? 'here' : service === 'dropOff' ? 'expected' : 'withCustomer',
      purpose: facts.purpose ?? 'repair',
      returnBy: facts.returnBy ?? 'pickUp',
      cancelApproved: false,
      suspendedBy: null,
      reassignRequested: false,
      outcome: null,
    },
  }
}
