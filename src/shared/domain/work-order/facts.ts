// The facts that the guards of the table read beside the order itself (docs/transitions.md §3). The core
// reads them from its tables in the same transaction; the window gets them with the order.
import type { CancelEvidence } from './cancel-reasons.ts'
import type { Proof } from './proofs.ts'

export type QuoteStanding = 'none' | 'sent' | 'accepted' | 'rejected' | 'expired'

export type Facts = Readonly<{
  /** UTC milliseconds of the command. */
  now: number
  /** T1: when the report or dispatch arrived, UTC milliseconds. */
  t1: number
  /** When the order was made here, UTC milliseconds; the clerk's own cancel is measured from it (CAN-1). */
  madeAt: number

  /** Whether this shop belongs to a headquarters; if not, the manager decides what HQ would (REP-6). */
  enrolled: boolean
  /** This counter's side of the branch dispatch under which the order stands; `none` without one. */
  side: 'none' | 'sender' | 'receiver'
  /** The unit that sent the order here is above us (not an equal branch). */
  sentByUpper: boolean
  /** HQ's policy lets this branch refuse what an upper unit sent (WO-9). */
  mayRefuseUpper: boolean
  /** The open dispatch has been acted on by its receiver (received, confirmed), as far as is known here. */
  dispatchProcessed: boolean

  /** The person works on the order's present dispatch, as primary or assistant (STF-2: technicians, own jobs). */
  onTheJob: boolean

  /** The repair order before service: printed, waived for a recorded system failure, or not (CLS-1). */
  repairOrder: 'printed' | 'systemFailure' | 'no'
  /** The vendor's hand-over slip is printed (DSP-7). */
  vendorSlipPrinted: boolean

  /** Pieces issued and neither used nor returned (PRT-2). */
  partsInHand: number
  /** Old parts owed back without a return document (PRT-12). */
  oldPartsOwed: number
  /** A manager's written waiver lets the order close with parts in hand or old parts owed (PRT-12). */
  partsWaived: boolean

  /** Amount due and not yet settled, integer fen. */
  due: number
  /** How the order's present amount was settled. */
  settled: 'no' | 'paid' | 'onAccount'
  /** Setting SET-4: nothing due skips settlement. */
  skipZeroSettlement: boolean
  /** Money of the customer that we keep for this order (deposit, payment), integer fen. */
  moneyKept: number
  /** Charges exceed the accepted quote or the agreed limit without a new confirmation (QUO-5). */
  overLimit: boolean
  /** The standing of the newest quote version. */
  quote: QuoteStanding

  /** Appointments (T31 …) already on the order, and next contact times already promised. */
  appointments: number
  nextContacts: number
  /** Failed attempts in the contact ledger. */
  failedAttempts: number
  /** A call or a ledger row proves the talk with the customer. */
  callRecorded: boolean
  /** What supports a cancel reason (CAN-2), as far as it is on file. */
  evidence: readonly CancelEvidence[]
  /** Who or what touched the order besides the clerk who made it (CAN-1). */
  touchedBy: readonly ('part' | 'money' | 'secondPerson')[]
  /** Alerts since the order was made or last resumed from the alarm (CLK-9). */
  alarms: number

  /** Names of machines, accessories, loaners whose place is unknown or not the customer's (CLS-7). */
  itemsUnaccounted: readonly string[]
  /** The term for unclaimed machines: setting on, term over, notices in the ledger. */
  unclaimed: Readonly<{ enabled: boolean; termOver: boolean; noticesComplete: boolean }>

  /** Proof on file for the review (docs/transitions.md §6). */
  proofs: readonly Proof[]
  /** The person who reviews also did or reported the work; allowed by setting only (CLS-5). */
  reviewsOwnWork: boolean
  samePersonReview: boolean
}>
