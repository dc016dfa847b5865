// The storeroom of the demo shop: the catalogue, the shelves, what came in and what it cost. Every document goes
// through the one writer of the stock.
import type { Shop } from '#shared/contract/shop.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { addPackage, addPart, addServiceItem } from '#core/catalogue/index.ts'
import type { Writing } from '#core/command/context.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { addPlace, addWarehouse, bagOf, homeWarehouse, post, transitOf } from '#core/stock/index.ts'
import type { Leg, NewDocument, Posted } from '#core/stock/index.ts'
import type { Book } from './book.ts'
import { GOODS, PACKAGES, WORKS } from './goods.ts'
import type { Good } from './goods.ts'
import type { Chance } from './random.ts'
import type { Hired } from './team.ts'

/** A part of the catalogue, where it lies, and what is there of it. */
export type Kept = Good & { readonly id: string; readonly placeId: string; there: number; numbers: string[] }

export type Desk = Readonly<{
  shop: Shop
  services: Writing['services']
  chance: Chance
  /** Ids made meanwhile do not come from the chance of the shop's life: with or without parts it is the same. */
  aside: <T>(work: () => T) => T
}>

export type Storeroom = Readonly<{
  goods: readonly Kept[]
  /** Ids of the service items, by their codes. */
  works: ReadonlyMap<string, string>
  writing: (book: Book) => Writing
  /** A document that must go through. */
  posted: (book: Book, document: NewDocument, legs: readonly Leg[]) => Posted
  /** So many pieces come in from the wholesaler. */
  receive: (book: Book, lines: readonly (readonly [good: Kept, pieces: number])[]) => void
  /** Serials of pieces that are taken from the shelf; it must hold them. */
  take: (good: Kept, pieces: number) => string[]
  lastDay: (book: Book) => void
}>

const DIGITS = '0123456789'
const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const DAY_MS = 86_400_000
const SUPPLIER = '顺达配件批发'

const sure = <T>(answer: T | Refused): T => {
  if (isRefused(answer)) throw new Error(`the demo shop's own parts are refused: ${JSON.stringify(answer)}`)
  return answer
}

export const serialLike = (chance: Chance, pattern: string): string =>
  pattern.replace(/[#?]/g, (sign) => chance.text(sign === '#' ? DIGITS : LETTERS, 1))

const writingOf = (book: Book, { shop, services }: Desk): Writing => ({
  ...book,
  now: book.now,
  actor: book.actor,
  shop,
  services,
  changed: () => undefined,
})

/** Writes the catalogue and the shelves, and what came in before the shop opened its door. */
export const openStoreroom = (book: Book, desk: Desk, keeper: Hired, technician: Hired): Storeroom => {
  const { chance } = desk
  const writing = (with_: Book) => writingOf(with_, desk)
  book.as(keeper.id)
  const ctx = writing(book)
  const home = homeWarehouse(ctx)
  const shelves = ['A', 'B', 'C'].map(
    (code) =>
      sure(
        addPlace(ctx, {
          warehouseId: home.id,
          kind: 'bin',
          code: `${home.code}-${code}`,
          name: `${code} 架`,
        }),
      ).id,
  )
  const goods = GOODS.map((good, index) => catalogued(ctx, good, shelves[index % shelves.length] ?? ''))
  const works = new Map(
    WORKS.map((work) => [work.code, sure(addServiceItem(ctx, { ...work, prices: {} })).id]),
  )
  const idOf = (code: string): string => works.get(code) ?? goods.find((good) => good.code === code)?.id ?? ''
  for (const { items, ...named } of PACKAGES)
    sure(
      addPackage(ctx, {
        ...named,
        items: items.map(([code, pieces, yuan]) => ({
          kind: works.has(code) ? 'serviceItem' : 'part',
          id: idOf(code),
          quantity: pieces * 1000,
          priceFen: yuan === null ? null : yuan * 100,
        })),
      }),
    )
  const supplierId = ctx.newId()
  ctx.insert(
    'partner',
    supplierId,
    {
      name: SUPPLIER,
      contact: '黄经理',
      phone: '0755-83112288',
      address: '深圳市福田区华强北路 2006 号',
      repairVendor: false,
      categories: [],
      usualDays: 3,
      remark: '电脑、打印机配件',
      active: true,
      createdAt: ctx.now,
    },
    'partner.added',
  )

  const posted: Storeroom['posted'] = (with_, document, legs) => sure(post(writing(with_), document, legs))
  const receive: Storeroom['receive'] = (with_, lines) => {
    const legs = lines.map(([good, pieces]) => {
      const serials =
        good.serials === '' ? [] : Array.from({ length: pieces }, () => serialLike(chance, good.serials))
      good.there += pieces
      good.numbers.push(...serials)
      return {
        partId: good.id,
        placeId: good.placeId,
        quantity: pieces * 1000,
        serials,
        // The wholesaler's price moves a little.
        valueFen: Math.round((good.costFen * pieces * chance.between(94, 106)) / 100),
      }
    })
    posted(
      with_,
      { kind: 'receipt', partnerId: supplierId, reason: `送货单 ${chance.text(DIGITS, 8)}` },
      legs,
    )
  }
  const take: Storeroom['take'] = (good, pieces) => {
    good.there -= pieces
    return good.numbers.splice(0, good.serials === '' ? 0 : pieces)
  }
  /** Some small things for the technician's bag. */
  const pack = (with_: Book) => {
    const bag = sure(bagOf(writing(with_), technician.id, home.id))
    const legs = ['CMOS-2032', 'GREASE-4', 'FUSE-T'].flatMap((code): Leg[] => {
      const good = goods.find((one) => one.code === code)
      if (!good || good.there < 4) return []
      take(good, 2)
      return [
        { partId: good.id, placeId: good.placeId, quantity: -2000 },
        { partId: good.id, placeId: bag, quantity: 2000 },
      ]
    })
    posted(with_, { kind: 'transfer', reason: '技术员领用常备件' }, legs)
  }

  const opening = goods.map((good) => [good, good.pieces] as const)
  for (let from = 0; from < opening.length; from += 15) receive(book, opening.slice(from, from + 15))
  pack(book)

  return {
    goods,
    works,
    writing,
    posted,
    receive,
    take,
    lastDay: (with_) =>
      desk.aside(() => {
        with_.as(keeper.id)
        const now = writing(with_)
        // Something is on its way to the small store, and the screen that the shelf lacks is late.
        const other = sure(addWarehouse(now, { code: 'FT', name: '福田小库' }))
        const paper = goods.find(({ code }) => code === 'PAPER-A4')
        if (paper && paper.there >= 5) {
          take(paper, 5)
          posted(with_, { kind: 'transfer', reason: '补福田小库' }, [
            { partId: paper.id, placeId: paper.placeId, quantity: -5000 },
            { partId: paper.id, placeId: transitOf(now, other), quantity: 5000 },
          ])
        }
        const screen = goods.find(({ code }) => code === 'SCR-TV55')
        with_.insert(
          'partRequest',
          now.newId(),
          {
            number: nextNumber(now),
            orderId: null,
            orderPartId: null,
            partId: screen?.id ?? '',
            quantity: 2000,
            source: 'headquarters',
            partnerId: null,
            expectedAt: now.now - 3 * DAY_MS,
            state: 'open',
            reason: '补货',
            at: now.now - 12 * DAY_MS,
            staffId: keeper.id,
          },
          'partRequest.made',
        )
      }),
  }
}

const catalogued = (ctx: Writing, good: Good, placeId: string): Kept => {
  const { pieces: _pieces, costFen: _cost, into: _into, serials, minimum, yieldCount, ...words } = good
  const part = sure(
    addPart(ctx, {
      ...words,
      models: [...good.models],
      kind: yieldCount === null ? 'part' : 'consumable',
      decimals: 0,
      serialTracked: serials !== '',
      barcode: null,
      // Who buys for a company or to sell on pays less for what is dear.
      prices:
        good.priceFen >= 20_000
          ? {
              company: Math.round(good.priceFen * 0.0095) * 100,
              peer: Math.round(good.priceFen * 0.0088) * 100,
            }
          : {},
      minimum: minimum * 1000,
      warrantyDays: good.serials === '' ? 90 : 365,
      feeApart: good.code.startsWith('SCR-TV'),
      yieldCount,
    }),
  )
  return { ...good, id: part.id, placeId, there: 0, numbers: [] }
}
