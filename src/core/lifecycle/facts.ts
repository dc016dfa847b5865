// Reads the facts that the guards of the table ask for, in the transaction of the command that asks.
import type { Facts } from '#shared/domain/work-order/facts.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'
import type { QueryContext } from '#core/command/context.ts'
import { failedAttempts, hasReached, noticesSince } from '#core/contact/index.ts'
import { itemsAway } from '#core/custody/index.ts'
import { branchDispatch, currentDispatch } from '#core/dispatch/index.ts'
import { proofsOf } from '#core/hand-over/index.ts'
import { hasJob } from '#core/own-jobs/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { touchedByOthers } from '#core/orders/index.ts'
import { standing, waiverOf } from '#core/order-parts/index.ts'
import { quoteFacts } from '#core/quotes/index.ts'
import { didTheWork } from '#core/service/index.ts'
import { moneyFacts } from '#core/settlement/index.ts'
import { mayCombineDuties, readSettings } from '#core/shop/index.ts'

export type Asking = Pick<QueryContext, 'db' | 'now' | 'actor'>

const DAY_MS = 86_400_000
/** Notices to the customer before an unclaimed machine may be disposed of. */
const NOTICES_NEEDED = 3

export const readFacts = ({ db, now, actor }: Asking, row: OrderRow): Facts => {
  const settings = readSettings(db)
  const branch = branchDispatch(db, row.id)
  const current = currentDispatch(db, row.id)
  const parts = standing(db, row.id)
  const termOver = row.ready_at !== null && row.ready_at + settings.pickupTermDays * DAY_MS < now
  const { quote, overLimit } = quoteFacts(db, row, now)
  return {
    now,
    t1: row.t1,
    madeAt: row.created_at,
    // Until headquarters is connected the manager decides what it would (REP-6).
    enrolled: false,
    side: branch === undefined ? 'none' : branch.direction === 'in' ? 'receiver' : 'sender',
    sentByUpper: branch?.by_upper === 1,
    mayRefuseUpper: settings.mayRefuseUpper,
    dispatchProcessed: current !== undefined && current.state !== 'open',
    onTheJob: hasJob({ db, actor }, row.id),
    repairOrder: row.printed_at !== null ? 'printed' : row.print_waiver !== null ? 'systemFailure' : 'no',
    vendorSlipPrinted: row.vendor_slip_at !== null,
    partsInHand: Math.ceil(parts.inHand / PER_UNIT),
    oldPartsOwed: Math.ceil(parts.owed / PER_UNIT),
    partsWaived: (parts.inHand > 0 || parts.owed > 0) && waiverOf(db, row.id) !== undefined,
    ...moneyFacts(db, row.id),
    skipZeroSettlement: settings.skipZeroSettlement,
    overLimit,
    quote,
    appointments: row.appointments ?? 0,
    // The promise of intake is the first one.
    nextContacts: Math.max(row.next_contacts ?? 0, row.next_contact_by === null ? 0 : 1),
    failedAttempts: failedAttempts(db, row.id),
    callRecorded: hasReached(db, row.id),
    evidence: row.promised_at !== null && row.promised_at < now ? ['promisedTimePassed'] : [],
    touchedBy: [
      ...(parts.moved > 0 ? (['part'] as const) : []),
      ...(touchedByOthers(db, row.id, row.created_by) ? (['secondPerson'] as const) : []),
    ],
    alarms: 0,
    itemsUnaccounted: itemsAway(db, row),
    unclaimed: {
      enabled: settings.disposeUnclaimed,
      termOver,
      noticesComplete: row.ready_at !== null && noticesSince(db, row.id, row.ready_at) >= NOTICES_NEEDED,
    },
    proofs: proofsOf(db, row.id),
    reviewsOwnWork: didTheWork(db, row.id, actor.staffId),
    samePersonReview: mayCombineDuties(db),
  }
}
