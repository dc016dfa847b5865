// What becomes of parts in the life of an order: planned, asked for, issued, used; old and defective ones go back with a
// tag. Each step writes what the counter's commands write.
import { costOf } from '#shared/domain/parts/index.ts'
import type { CommandFields, CommandName } from '#shared/domain/work-order/index.ts'
import { addLine, logParts, quantitiesOf, writeEntry } from '#core/order-parts/index.ts'
import type { LineRow, NewLine } from '#core/order-parts/index.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { homePlace } from '#core/stock/index.ts'
import type { Book } from './book.ts'
import type { Course } from './courses.ts'
import type { Life } from './lives.ts'
import { serialLike } from './storeroom.ts'
import type { Desk, Kept, Storeroom } from './storeroom.ts'
import type { Hired } from './team.ts'

const DAY_MS = 86_400_000
const ONE = 1000
/** Of the orders that wait for no part and were not quoted. */
const WITH_PART = 0.35

type Job = {
  readonly good: Kept
  line?: LineRow
  serials: string[]
  requestId?: string
  tag?: string
}

export type PartWork = Readonly<{
  /** What this order will need; undefined for work without parts. Always the same for the same order. */
  needed: (life: Life) => Kept | undefined
  /** The id of a service item. */
  work: (code: string) => string
  after: (
    book: Book,
    life: Life,
    step: Readonly<{ command: CommandName; fields: CommandFields; by: Hired }>,
  ) => void
}>

const has = (course: Course, command: CommandName): boolean => course.some(([one]) => one === command)

export const createPartWork = (store: Storeroom, { chance, aside }: Desk, keeper: Hired): PartWork => {
  const jobs = new Map<string, Job | null>()

  const jobOf = (life: Life): Job | null => {
    const known = jobs.get(life.id)
    if (known !== undefined) return known
    const fitting =
      has(life.course, 'sendToVendor') || has(life.course, 'cancel') ? [] : goodsFor(store, life)
    const isSure = has(life.course, 'requestParts') || has(life.course, 'sendQuote')
    const good =
      fitting.length > 0 && (isSure || chance.happens(WITH_PART)) ? chance.pick(fitting) : undefined
    const job = good === undefined ? null : { good, serials: [] }
    jobs.set(life.id, job)
    return job
  }

  const plan = (book: Book, life: Life, job: Job): LineRow => {
    if (job.line) return job.line
    const ctx = store.writing(book)
    const { good } = job
    const line: NewLine = {
      orderId: life.id,
      position: 1,
      partId: good.id,
      code: good.code,
      name: good.name,
      unit: good.unit,
      boughtInCostFen: null,
      oldReturnable: good.oldReturnable,
      priceFen: good.priceFen,
      payer: life.due === 0 ? 'maker' : 'customer',
      warrantyDays: 90,
      misfitReason: null,
    }
    job.line = addLine(ctx, line, ONE)
    logParts(ctx, life.id, 'planned', [{ name: good.name, quantity: ONE }])
    return job.line
  }

  const issue = (book: Book, life: Life, job: Job): void => {
    const line = plan(book, life, job)
    const { good } = job
    book.as(keeper.id)
    if (good.there < 1) store.receive(book, [[good, Math.max(2, good.minimum + 1)]])
    job.serials = store.take(good, 1)
    const leg = {
      partId: good.id,
      placeId: good.placeId,
      quantity: -ONE,
      serials: job.serials,
      orderPartId: line.id,
    }
    const { documentId, legs } = store.posted(book, { kind: 'issue', orderId: life.id }, [leg])
    const ctx = store.writing(book)
    job.line = writeEntry(ctx, line, {
      of: 'issued',
      quantity: ONE,
      costFen: -(legs[0]?.valueFen ?? 0),
      documentId,
      newSerials: job.serials,
    })
    logParts(ctx, life.id, 'issued', [{ name: good.name, quantity: ONE }])
  }

  const tag = (book: Book, life: Life, job: Job, what: 'old' | 'defective', serial: string): void => {
    const ctx = store.writing(book)
    job.tag = ctx.newId()
    ctx.insert(
      'faultTag',
      job.tag,
      {
        what,
        quantity: ONE,
        serial,
        fault: what === 'old' ? '故障旧件' : '上机不识别',
        placeId: what === 'old' ? null : homePlace(ctx, 'defective'),
        number: nextNumber(ctx),
        orderId: life.id,
        orderPartId: job.line?.id ?? null,
        partId: job.good.id,
        at: ctx.now,
        staffId: ctx.actor.staffId,
        printedAt: ctx.now,
        sentAt: null,
        waybill: null,
      },
      'faultTag.made',
    )
  }

  /** A part that comes back: a good one to its shelf, one that never worked to the defective ones, with a tag. */
  const giveBack = (book: Book, life: Life, job: Job, isGood: boolean): void => {
    const { good, serials } = job
    if (!job.line || job.line.issued <= job.line.used + job.line.returned_good + job.line.returned_defective)
      return
    book.as(keeper.id)
    const ctx = store.writing(book)
    const costFen = costOf(quantitiesOf(job.line), job.line.cost_fen, ONE)
    const placeId = isGood ? good.placeId : homePlace(ctx, 'defective')
    const { documentId } = store.posted(book, { kind: 'return', orderId: life.id }, [
      { partId: good.id, placeId, quantity: ONE, serials, valueFen: costFen, orderPartId: job.line.id },
    ])
    const of = isGood ? 'returnedGood' : 'returnedDefective'
    job.line = writeEntry(ctx, job.line, {
      of,
      quantity: ONE,
      costFen: -costFen,
      documentId,
      newSerials: serials,
    })
    if (isGood) {
      good.there += 1
      good.numbers.push(...serials)
    } else tag(book, life, job, 'defective', serials[0] ?? '')
    logParts(ctx, life.id, of, [{ name: good.name, quantity: ONE }])
    job.serials = []
  }

  const returnOld = (book: Book, life: Life, job: Job): void => {
    if (!job.line || job.line.old_owed <= job.line.old_returned) return
    book.as(keeper.id)
    const ctx = store.writing(book)
    job.line = writeEntry(ctx, job.line, { of: 'oldReturned', quantity: ONE, reason: '故障旧件' })
    tag(book, life, job, 'old', '')
    logParts(ctx, life.id, 'oldReturned', [{ name: job.good.name, quantity: ONE }])
  }

  const use = (book: Book, life: Life, job: Job): void => {
    if (job.line && job.line.used > 0) return
    if (job.serials.length === 0 && (job.line?.issued ?? 0) === 0) issue(book, life, job)
    if (chance.happens(0.06)) {
      giveBack(book, life, job, false)
      issue(book, life, job)
    }
    const { good, serials } = job
    if (!job.line) return
    const ctx = store.writing(book)
    const oldSerials = serials.map(() => serialLike(chance, good.serials))
    job.line = writeEntry(ctx, job.line, { of: 'used', quantity: ONE, newSerials: serials, oldSerials })
    if (good.oldReturnable) job.line = writeEntry(ctx, job.line, { of: 'oldOwed', quantity: ONE, oldSerials })
    logParts(ctx, life.id, 'used', [{ name: good.name, quantity: ONE }])
    // What was quoted is charged already.
    if (life.quoteLines === undefined)
      ctx.insert(
        'chargeLine',
        ctx.newId(),
        {
          orderId: life.id,
          orderPartId: job.line.id,
          position: 2,
          kind: 'part',
          text: good.name,
          quantity: ONE,
          priceFen: good.priceFen,
          amountFen: good.priceFen,
          waived: false,
          payer: life.due === 0 ? 'maker' : 'customer',
          warrantyDays: 90,
          active: true,
        },
        'chargeLine.made',
      )
  }

  const request = (book: Book, life: Life, job: Job, expectedAt: number): void => {
    const line = plan(book, life, job)
    const ctx = store.writing(book)
    job.requestId = ctx.newId()
    ctx.insert(
      'partRequest',
      job.requestId,
      {
        number: nextNumber(ctx),
        orderId: life.id,
        orderPartId: line.id,
        partId: job.good.id,
        quantity: ONE,
        source: job.good.repairFeeFen === null ? 'purchase' : 'headquarters',
        partnerId: null,
        // One in three suppliers promises too much.
        expectedAt: chance.happens(0.35) ? ctx.now + DAY_MS : expectedAt,
        state: 'open',
        reason: '',
        at: ctx.now,
        staffId: ctx.actor.staffId,
      },
      'partRequest.made',
    )
  }

  const arrived = (book: Book, life: Life, job: Job): void => {
    if (job.requestId === undefined) return
    book.as(keeper.id)
    store.receive(book, [[job.good, 1]])
    book.update('partRequest', job.requestId, { state: 'arrived' }, 'partRequest.arrived')
    issue(book, life, job)
  }

  const sendTag = (book: Book, job: Job): void => {
    if (job.tag === undefined || job.line?.returned_defective !== 0 || !chance.happens(0.6)) return
    const waybill = `SF${chance.text('0123456789', 12)}`
    book.update('faultTag', job.tag, { sentAt: book.now, waybill }, 'faultTag.sent')
  }

  const write = (book: Book, life: Life, job: Job, command: CommandName, fields: CommandFields): void => {
    const isPlain = !has(life.course, 'sendQuote') && !has(life.course, 'requestParts')
    switch (command) {
      case 'receive':
        if (!isPlain) return
        plan(book, life, job)
        if (chance.happens(0.6)) issue(book, life, job)
        return
      case 'acceptQuote':
        return issue(book, life, job)
      case 'requestParts':
        return request(book, life, job, fields.expectedDate ?? book.now + 7 * DAY_MS)
      case 'partsReady':
        return arrived(book, life, job)
      case 'complete':
        use(book, life, job)
        if (chance.happens(0.5)) returnOld(book, life, job)
        return
      case 'handOver':
        giveBack(book, life, job, true)
        if (chance.happens(0.5)) returnOld(book, life, job)
        return
      case 'approveClose':
        returnOld(book, life, job)
        return sendTag(book, job)
      case 'handBack':
        return giveBack(book, life, job, true)
      default:
        return
    }
  }

  return {
    needed: (life) => jobOf(life)?.good,
    work: (code) => store.works.get(code) ?? '',
    after: (book, life, { command, fields, by }) => {
      const job = jobOf(life)
      if (job === null) return
      aside(() => write(book, life, job, command, fields))
      book.as(by.id)
    },
  }
}

/** What goes into this machine and is not dearer than the whole repair. */
const goodsFor = ({ goods }: Storeroom, { belonging, due }: Life): Kept[] =>
  goods.filter(
    ({ into, priceFen }) => into.includes(belonging.kind.category) && (due === 0 || priceFen <= due),
  )
