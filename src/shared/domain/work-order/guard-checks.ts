// The checks that guards are made of. A check reads the order, the facts and, when the command is really
// given, its fields; it answers null or what is missing and the way out.
import { type Actor, isOwn } from './actors.ts'
import type { Facts } from './facts.ts'
import type { CommandFields, FieldName } from './fields.ts'
import { inOurCare, type Order } from './order.ts'
import { type Problem, problem, type WayOut } from './refusals.ts'

export type Ask = Readonly<{
  order: Order
  facts: Facts
  actors: ReadonlySet<Actor>
  /** Null while the window only asks whether to show the button. */
  fields: CommandFields | null
}>

export type Check = (ask: Ask) => Problem | null
export type Needs = (ask: Ask) => readonly FieldName[]
/** The first check that fails refuses; `needs` are fields beside the fixed ones of the command. */
export type Guard = Readonly<{ checks?: readonly Check[]; needs?: Needs }>

/** A check that fails when its condition holds. */
export const when =
  (fails: (ask: Ask) => boolean, found: (ask: Ask) => Problem): Check =>
  (ask) =>
    fails(ask) ? found(ask) : null

const isDropOff = ({ order }: Ask) => order.service === 'dropOff'

// Machine

export const machineHere = (...wayOut: readonly WayOut[]): Check =>
  when(
    ({ order }) => order.machine !== 'here',
    ({ order }) =>
      problem('machineNotHere', ['machine'], [{ action: 'custody' }, ...wayOut], { machine: order.machine }),
  )

/** Nothing of the customer's may be in our care: not here, not at a vendor, not at another branch. */
export const noMachineInCare = (...wayOut: readonly WayOut[]): Check =>
  when(
    ({ order }) => inOurCare(order.machine),
    ({ order }) => problem('machineHere', ['machine'], wayOut, { machine: order.machine }),
  )

/** Our machine is at the vendor or another branch: closing the work now would lose it. */
export const machineBack: Check = when(
  ({ order }) => order.machine === 'atVendor' || order.machine === 'atBranch',
  ({ order }) =>
    problem(
      'machineAway',
      ['machine'],
      [order.machine === 'atVendor' ? { command: 'vendorReturn' } : { action: 'custody' }],
      { machine: order.machine },
    ),
)

export const machineOnlyAtVendor: Check = when(
  ({ order }) => order.machine !== 'atVendor',
  ({ order }) =>
    problem('machineAlreadyHere', ['machine'], [{ command: 'acceptQuote' }], { machine: order.machine }),
)

// Service and origin

export const onSite = (...wayOut: readonly WayOut[]): Check =>
  when(isDropOff, () => problem('onSiteOnly', ['service'], wayOut))

export const dropOff = (...wayOut: readonly WayOut[]): Check =>
  when(
    (ask) => !isDropOff(ask),
    () => problem('dropOffOnly', ['service'], wayOut),
  )

export const ownOrder: Check = when(
  ({ order }) => !isOwn(order),
  ({ order }) =>
    problem('ownOrdersOnly', ['origin'], [{ command: 'requestCancel' }], { origin: order.origin }),
)

export const orderFromAbove: Check = when(
  ({ order }) => isOwn(order),
  ({ order }) =>
    problem('ordersFromAboveOnly', ['origin'], [{ command: 'cancel' }], { origin: order.origin }),
)

// Promises (CLK-3, CLK-4)

/** A dropped-off machine that is not ready has no T3x, only a next contact time. */
const isKept = ({ order }: Ask, becomesUnready: boolean) =>
  order.service === 'dropOff' && (becomesUnready || order.state !== 'readyForPickup')

/** The time to promise, from the second one on with its type and reason, for parts with their numbers. */
export const promiseNeeds =
  (becomesUnready = false): Needs =>
  (ask) => {
    const kept = isKept(ask, becomesUnready)
    const later = (kept ? ask.facts.nextContacts : ask.facts.appointments) > 0
    return [
      kept ? 'nextContactBy' : 'appointmentAt',
      ...(later ? (['promiseType', 'reason'] as const) : []),
      ...(later && ask.fields?.promiseType === 'parts' ? (['requestNo', 'partCode'] as const) : []),
    ]
  }

/** CLK-3: T31 stays empty while a dropped-off machine is kept and not finished. */
export const noPromiseBeforeReady = (becomesUnready = false): Check =>
  when(
    (ask) => isKept(ask, becomesUnready) && ask.fields?.appointmentAt !== undefined,
    () => problem('promiseBeforeReady', ['nextContactBy'], [{ field: 'nextContactBy' }]),
  )

// Parts, money, items

export const noPartsInHand: Check = when(
  ({ facts }) => facts.partsInHand > 0,
  ({ facts }) =>
    problem('partsInHand', ['partsInHand'], [{ task: 'returnParts' }, { task: 'declareParts' }], {
      pieces: facts.partsInHand,
    }),
)

/** The manager let the order go on with a part that nobody can give back (PRT-12). */
export const noPartsInHandUnlessWaived: Check = (ask) => (ask.facts.partsWaived ? null : noPartsInHand(ask))

export const settledOrNothingDue: Check = when(
  ({ facts }) => facts.due > 0 && facts.settled === 'no',
  ({ facts }) => problem('unpaid', ['settled'], [{ command: 'settle' }], { due: facts.due }),
)

export const itemsAccounted: Check = when(
  ({ facts }) => facts.itemsUnaccounted.length > 0,
  ({ facts }) =>
    problem('itemsUnaccounted', ['itemsUnaccounted'], [{ action: 'custody' }, { command: 'sendBack' }], {
      items: [...facts.itemsUnaccounted],
    }),
)

// Paper

/** CLS-1: no service starts unprinted, except with the recorded reason "system failure". */
export const repairOrderPrinted: Check = when(
  ({ facts, fields }) => facts.repairOrder === 'no' && fields?.printException !== 'systemFailure',
  () => problem('repairOrderNotPrinted', ['repairOrder'], [{ action: 'print' }, { field: 'printException' }]),
)

// Quote

export const quoteSent: Check = when(
  ({ facts }) => facts.quote !== 'sent',
  ({ facts }) => problem('noOpenQuote', ['quote'], [{ command: 'sendQuote' }], { quote: facts.quote }),
)
