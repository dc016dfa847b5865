// What a step of a life writes beside the order: dispatches, service records, calls, hand-overs (as the commands
// of the counter do), and the order's own columns that say so.
import type { CommandFields, CommandName, OrderEvent } from '#shared/domain/work-order/index.ts'
import { RESULTS } from '#shared/domain/service/index.ts'
import type { FaultCode } from '#shared/domain/service/index.ts'
import { PER_UNIT } from '#shared/kernel/quantity.ts'
import type { Fields } from '#core/db/rows.ts'
import type { Book } from './book.ts'
import type { Life } from './lives.ts'
import { answered, quoted } from './quote-rows.ts'
import type { PartWork } from './part-work.ts'
import type { Chance } from './random.ts'
import type { Hired } from './team.ts'

const DAY_MS = 86_400_000

export type Written = Readonly<{ columns: Fields; rows: readonly ((book: Book) => void)[] }>

export type Step = Readonly<{
  life: Life
  event: OrderEvent
  fields: CommandFields
  by: Hired
  now: number
  /** A picture that stands for every signature. */
  signature: string
  vendors: readonly string[]
  shelves: readonly string[]
  parts: PartWork
}>

const NOTHING: Written = { columns: {}, rows: [] }

const FAULTS: readonly FaultCode[] = [
  'power',
  'display',
  'storage',
  'cooling',
  'battery',
  'paperFeed',
  'other',
]

const dispatched = (chance: Chance, { life, by, now }: Step): Written => {
  const position = life.dispatches + 1
  life.dispatches = position
  const helper = chance.happens(0.12)
  return {
    columns: { primaryId: life.technician.id, dispatches: position },
    rows: [
      (book) => {
        life.dispatchId = book.newId()
        book.insert(
          'dispatch',
          life.dispatchId,
          {
            orderId: life.id,
            position,
            target: 'own',
            direction: 'out',
            purpose: 'repair',
            state: 'open',
            since: now,
            byUpper: false,
            createdAt: now,
            createdBy: by.id,
          },
          'dispatch.made',
        )
        const people = helper ? [life.technician, life.assistant] : [life.technician]
        for (const [index, person] of people.entries()) {
          if (index > 0 && person.id === life.technician.id) continue
          book.insert(
            'dispatchMember',
            book.newId(),
            {
              dispatchId: life.dispatchId,
              staffId: person.id,
              part: index === 0 ? 'primary' : 'assistant',
            },
            'dispatchMember.added',
          )
        }
      },
    ],
  }
}

const toVendor = (chance: Chance, { life, fields, by, now, vendors }: Step): Written => {
  const expectedReturn = fields.expectedReturn ?? now + 7 * DAY_MS
  const position = life.dispatches + 1
  life.dispatches = position
  const vendorId = chance.pick(vendors)
  return {
    columns: { backBy: expectedReturn, vendorSlipAt: now, dispatches: position },
    rows: [
      (book) => {
        life.vendorDispatchId = book.newId()
        book.insert(
          'dispatch',
          life.vendorDispatchId,
          {
            orderId: life.id,
            position,
            target: 'vendor',
            direction: 'out',
            purpose: 'repair',
            state: 'received',
            since: now,
            byUpper: false,
            vendorId,
            expectedReturn,
            createdAt: now,
            createdBy: by.id,
          },
          'dispatch.received',
        )
        moveMachine(book, life, { placeKind: 'vendor', placeId: vendorId })
      },
    ],
  }
}

const moveMachine = (
  book: Book,
  life: Life,
  to: Readonly<{ placeKind: string; placeId: string | null }>,
): void => {
  const from = life.place ?? { placeKind: 'counter', placeId: null }
  const place = { ...to, since: book.now, staffId: book.actor.staffId }
  if (life.custodyId === undefined) {
    life.custodyId = book.newId()
    book.insert('custody', life.custodyId, { orderId: life.id, item: 'machine', ...place }, 'custody.moved')
  } else book.update('custody', life.custodyId, place, 'custody.moved')
  book.insert(
    'custodyMove',
    book.newId(),
    {
      orderId: life.id,
      item: 'machine',
      fromKind: from.placeKind,
      fromId: from.placeId,
      toKind: to.placeKind,
      toId: to.placeId,
      remark: '',
      at: book.now,
      staffId: book.actor.staffId,
    },
    'custodyMove.made',
  )
  life.place = to
}

const moveDispatch =
  (id: (life: Life) => string | undefined, life: Life, changes: Fields) =>
  (book: Book): void => {
    const dispatch = id(life)
    if (dispatch === undefined) return
    book.update('dispatch', dispatch, { ...changes, since: book.now }, `dispatch.${String(changes['state'])}`)
  }

/** What makers pay for an hour of work. */
const WARRANTY_WORK_FEN = 8_000

/** What is left of the price of the repair beside its part. */
const labourPrice = ({ due }: Life, partFen: number): Fields => {
  const priceFen = due === 0 ? WARRANTY_WORK_FEN : Math.max(0, due - partFen)
  return { quantity: PER_UNIT, priceFen, amountFen: priceFen, waived: false }
}

const worked = (
  chance: Chance,
  { life, fields, by, now, shelves, parts }: Step,
  unrepaired: boolean,
): Written => {
  const shelf = chance.happens(0.7) ? chance.pick(shelves) : undefined
  const result = unrepaired
    ? 'unrepaired'
    : (RESULTS.find((one) => one === fields.outcome) ?? (chance.happens(0.1) ? 'replaced' : 'repaired'))
  const warrantyDays = result === 'repaired' || result === 'replaced' ? 30 : 0
  const minutes = Math.round(chance.between(15, 240))
  return {
    columns: warrantyDays > 0 ? { warrantyUntil: now + warrantyDays * DAY_MS } : {},
    rows: [
      moveDispatch((one) => one.dispatchId, life, { state: 'finished' }),
      (book) => {
        if (shelf !== undefined) moveMachine(book, life, { placeKind: 'shelf', placeId: shelf })
      },
      (book) => {
        const recordId = book.newId()
        book.insert(
          'serviceRecord',
          recordId,
          {
            orderId: life.id,
            dispatchId: life.dispatchId ?? null,
            faultCode: chance.pick(FAULTS),
            actualFault: unrepaired ? '检测后客户放弃维修' : life.belonging.kind.category + '检测见故障',
            action: fields.action ?? '未修退机',
            result,
            minutes: unrepaired ? null : minutes,
            serials: [],
            photos: [],
            doneBy: life.technician.id,
            reportedBy: by.id,
            at: now,
          },
          'serviceRecord.made',
        )
        // What was quoted is charged already.
        if (unrepaired || life.quoteLines !== undefined) return
        book.insert(
          'chargeLine',
          book.newId(),
          {
            orderId: life.id,
            recordId,
            position: 1,
            kind: 'labour',
            text: fields.action ?? '检测维修',
            ...labourPrice(life, parts.needed(life)?.priceFen ?? 0),
            payer: life.due === 0 ? 'maker' : 'customer',
            warrantyDays,
            active: true,
          },
          'chargeLine.made',
        )
      },
    ],
  }
}

const called = ({ life, now }: Step): Written => ({
  columns: { t2: now },
  rows: [
    (book) => {
      book.insert(
        'contactAttempt',
        book.newId(),
        {
          orderId: life.id,
          customerId: life.customerId,
          channel: 'phone',
          outcome: 'reached',
          words: '已电话通知取机',
          at: now,
          staffId: book.actor.staffId,
        },
        'contactAttempt.made',
      )
    },
  ],
})

const handedOver = ({ life, now, signature }: Step): Written => ({
  columns: {},
  rows: [
    (book) => {
      if (life.custodyId !== undefined) moveMachine(book, life, { placeKind: 'customer', placeId: null })
      book.insert(
        'handOver',
        book.newId(),
        {
          orderId: life.id,
          way: 'slip',
          slip: life.number,
          takenBy: 'customer',
          proxyName: '',
          proxyPhone: '',
          identity: '',
          signature,
          signedOn: 'paper',
          waybill: '',
          deliveryProof: '',
          disposalFile: '',
          approval: '',
          configuration: [],
          differences: [],
          at: now,
          staffId: book.actor.staffId,
        },
        'handOver.made',
      )
    },
  ],
})

/** Who waits for a part sometimes asks where it stays. */
const waitingForParts = (chance: Chance, { life, fields, now }: Step): Written => {
  const backBy = fields.expectedDate ?? null
  if (!chance.happens(0.3)) return { columns: { backBy }, rows: [] }
  return {
    columns: { backBy, urges: 1 },
    rows: [
      (book) => {
        book.insert(
          'urge',
          book.newId(),
          {
            orderId: life.id,
            source: 'customer',
            words: '客户来电催问',
            at: now,
            staffId: book.actor.staffId,
          },
          'urge.made',
        )
      },
    ],
  }
}

const closed = ({ life, now }: Step): Written => ({
  columns: { closedAt: now },
  rows: [
    (book) => {
      book.insert(
        'review',
        book.newId(),
        {
          orderId: life.id,
          decision: 'closed',
          reason: '',
          alone: false,
          at: now,
          staffId: book.actor.staffId,
        },
        'review.made',
      )
    },
  ],
})

const byCommand = (chance: Chance, command: CommandName, step: Step): Written => {
  const { life, fields } = step
  switch (command) {
    case 'dispatch':
      return dispatched(chance, step)
    case 'receive':
      return {
        columns: {},
        rows: [moveDispatch((one) => one.dispatchId, life, { state: 'received' })],
      }
    case 'sendQuote':
      return quoted(step)
    case 'acceptQuote':
      return answered(step, 'accepted', '同意维修')
    case 'rejectQuote':
      return answered(step, 'rejected', '客户嫌贵，不修了')
    case 'sendToVendor':
      return toVendor(chance, step)
    case 'vendorReturn':
      return {
        columns: { backBy: null },
        rows: [
          moveDispatch((one) => one.vendorDispatchId, life, {
            state: 'returned',
            result: 'repaired',
            costFen: fields.cost ?? 0,
          }),
          (book) => moveMachine(book, life, { placeKind: 'counter', placeId: null }),
        ],
      }
    case 'complete':
      return worked(chance, step, false)
    case 'handBack':
      return worked(chance, step, true)
    case 'notify':
      return called(step)
    case 'handOver':
      return handedOver(step)
    case 'approveClose':
      return closed(step)
    case 'cancel':
      return { columns: { closedAt: step.now }, rows: [] }
    case 'suspend':
      return { columns: { suspendReason: fields.reason ?? '' }, rows: [] }
    case 'resume':
      return { columns: { suspendReason: null }, rows: [] }
    case 'requestParts':
      return waitingForParts(chance, step)
    case 'partsReady':
      return { columns: { backBy: null }, rows: [] }
    default:
      return NOTHING
  }
}

/** The times of readiness, as the one function of the counter keeps them. */
const readiness = ({ event, now }: Step): Fields => {
  if (event.to === 'readyForPickup' && event.from !== 'readyForPickup') return { readyAt: now }
  if (event.from === 'readyForPickup' && event.to === 'repeatService') return { readyAt: null, t2: null }
  return {}
}

export const writtenBy = (chance: Chance, command: CommandName, step: Step): Written => {
  const { columns, rows } = byCommand(chance, command, step)
  return { columns: { ...readiness(step), ...columns }, rows }
}
