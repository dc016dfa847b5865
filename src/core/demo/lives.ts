// The life of each order after intake: one command of its course after the other, each decided by the table.
import type { Actor, Facts, Order } from '#shared/domain/work-order/index.ts'
import { apply, COMMAND_INFO, decide, EVENT_NAMES, isFinal } from '#shared/domain/work-order/index.ts'
import type { Fields } from '#core/db/rows.ts'
import type { LogEntry } from '#core/command/recorder.ts'
import type { Book } from './book.ts'
import type { Course } from './courses.ts'
import { fieldsOf } from './courses.ts'
import type { Belonging } from './guests.ts'
import type { MoneyWork } from './money-work.ts'
import type { PartWork } from './part-work.ts'
import type { Chance } from './random.ts'
import type { Hired } from './team.ts'
import { anyWith } from './team.ts'
import { writtenBy } from './work-rows.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** An order that is not finished yet. */
export type Life = {
  readonly id: string
  readonly number: string
  readonly customer: string
  readonly belonging: Belonging
  readonly madeAt: number
  readonly due: number
  readonly technician: Hired
  readonly course: Course
  /** The step of the course that comes next. */
  step: number
  order: Order
  ver: number
  printed: boolean
  quote: Facts['quote']
  settled: Facts['settled']
  nextContactBy: number | null
  readonly customerId: string
  /** Helps where a job needs two. */
  readonly assistant: Hired
  dispatches: number
  dispatchId?: string
  vendorDispatchId?: string
  custodyId?: string
  quoteId?: string
  quoteLines?: string[]
  /** Where the machine was put; at the counter unless moved. */
  place?: Readonly<{ placeKind: string; placeId: string | null }>
}

/** Who gives the next command of the course. */
export const whoIsNext = (chance: Chance, team: readonly Hired[], life: Life): Hired => {
  const [command] = life.course[life.step] as Course[number]
  if (command === 'print') return anyWith(chance, team, 'clerk')
  const who: readonly Actor[] = COMMAND_INFO[command].who
  if (who.includes('technician')) return life.technician
  // An entry mistake is noticed at the desk, but only the manager takes a dispatched or later order back.
  if (who.includes('manager') || who.includes('reviewer')) return anyWith(chance, team, 'manager')
  const role = who.find((actor) => team.some((one) => one.roles.some((has) => has === actor)))
  return anyWith(chance, team, role as Hired['roles'][number])
}

/** What a step changes on the order, and what the log says about it. */
export type Deed = Readonly<{
  at: number
  by: Hired
  kind: string
  fields: Fields
  entry: Pick<LogEntry, 'action' | 'changes' | 'remark'>
  /** Further rows: dispatches, records, calls. */
  rows: readonly ((book: Book) => void)[]
}>

/** The repair order left the printer, as the print queue records it. */
const printOrder = (life: Life, at: number, by: Hired): Deed => {
  life.printed = true
  return {
    at,
    by,
    kind: 'order.printed',
    fields: { printedAt: at, papersOutdated: false },
    entry: {
      action: 'order.paperPrinted',
      changes: { paper: [null, 'repairOrder'], copy: [null, 'shop'], reprint: [null, 0] },
    },
    rows: [],
  }
}

export type StepFacts = Readonly<{
  now: number
  /** When the step after this one is likely. */
  following: number
  /** The picture that stands for every signature. */
  signature: string
  vendors: readonly string[]
  shelves: readonly string[]
  parts: PartWork
  money: MoneyWork
}>

/** Gives the next command of the course. Throws if the table refuses: then the course is wrong. */
export const takeStep = (
  chance: Chance,
  life: Life,
  by: Hired,
  { now, following, signature, vendors, shelves, parts, money }: StepFacts,
): Deed => {
  const [command] = life.course[life.step] as Course[number]
  life.step += 1
  if (command === 'print') return printOrder(life, now, by)
  const likely = Math.min(following, now + 60 * DAY_MS) + chance.between(-8, 12) * HOUR_MS
  const promise = Math.max(likely, now + HOUR_MS)
  const { due, number, customer } = life
  const { fields, remark } = fieldsOf(chance, command, { now, promise, due, number, customer })
  const decision = decide(life.order, { name: command, by: by.roles, fields }, factsOf(life, now))
  const event = decision.ok ? decision.events[0] : undefined
  if (!event) throw new Error(`${command} is refused for ${number} in ${life.order.state}`)
  const before = life.order
  life.order = apply(before, event)
  life.ver += 1
  if (command === 'sendQuote') life.quote = 'sent'
  if (command === 'acceptQuote') life.quote = 'accepted'
  if (command === 'rejectQuote') life.quote = 'rejected'
  if (command === 'settle') life.settled = 'paid'

  const moved = life.order.state !== before.state
  const { machine, ...rest } = event.set
  const changes: Fields = { ...rest, updatedAt: now, ver: life.ver }
  if (machine !== undefined) changes['machinePlace'] = machine
  if (moved) Object.assign(changes, { state: life.order.state, stateSince: now })
  if (event.memory !== 'keep') changes['stateStack'] = life.order.stack
  const contact = nextContact(chance, life, now, promise)
  if (contact !== life.nextContactBy) changes['nextContactBy'] = life.nextContactBy = contact
  const written = writtenBy(chance, command, {
    life,
    event,
    fields,
    by,
    now,
    signature,
    vendors,
    shelves,
    parts,
  })
  Object.assign(changes, written.columns)
  const action = EVENT_NAMES[command]
  return {
    at: now,
    by,
    kind: action,
    fields: changes,
    entry: {
      action,
      changes: moved ? { state: [before.state, life.order.state] } : undefined,
      remark,
    },
    rows: [
      ...written.rows,
      (book) => parts.after(book, life, { command, fields, by }),
      (book) => money.after(book, life, command),
    ],
  }
}

export const writeDeed = (book: Book, life: Life, deed: Deed): void => {
  const isOver = isFinal(life.order.state) && life.step === life.course.length
  if (isOver) life.belonging.here = false
  book.update('workOrder', life.id, deed.fields, deed.kind)
  book.log({ subject: 'workOrder', subjectId: life.id, ...deed.entry })
  for (const write of deed.rows) write(book)
  if (isOver)
    book.audit({
      action: deed.kind,
      object: 'workOrder',
      objectId: life.id,
      details: { number: life.number },
    })
}

/** Several steps as one: all changes, and the last one's entry in the log; what lay between is not told. */
export const summedUp = (deeds: readonly Deed[]): Deed => {
  const fields: Fields = {}
  for (const deed of deeds) Object.assign(fields, deed.fields)
  return { ...(deeds.at(-1) as Deed), fields, rows: [] }
}

const READY: readonly string[] = [
  'readyForPickup',
  'pendingSettlement',
  'pendingClose',
  'closed',
  'cancelled',
]

/** Ready machines wait for nobody's call; the others get a new promise, though one in five is let slip. */
const nextContact = (chance: Chance, life: Life, now: number, promise: number): number | null => {
  if (READY.includes(life.order.state)) return null
  const kept = life.nextContactBy
  if (kept !== null && kept > now && promise <= kept) return kept
  return chance.happens(0.2) ? kept : promise
}

const factsOf = (life: Life, now: number): Facts => ({
  now,
  t1: life.madeAt,
  madeAt: life.madeAt,
  enrolled: false,
  side: 'none',
  sentByUpper: false,
  mayRefuseUpper: false,
  dispatchProcessed: false,
  repairOrder: life.printed ? 'printed' : 'no',
  vendorSlipPrinted: true,
  partsInHand: 0,
  oldPartsOwed: 0,
  partsWaived: false,
  due: life.settled === 'no' && life.quote !== 'rejected' ? life.due : 0,
  settled: life.settled,
  skipZeroSettlement: true,
  moneyKept: 0,
  overLimit: false,
  quote: life.quote,
  appointments: 0,
  nextContacts: 1,
  failedAttempts: 0,
  callRecorded: true,
  evidence: [],
  touchedBy: [],
  alarms: 0,
  itemsUnaccounted: [],
  unclaimed: { enabled: false, termOver: false, noticesComplete: false },
  proofs: ['customerSignature'],
  reviewsOwnWork: false,
  samePersonReview: false,
  onTheJob: true,
})
