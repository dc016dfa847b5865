// Moves quantities, values and serials in the working copy: first everything that leaves, at the average, then what
// arrives. What leaves and arrives within one document keeps its value (rules PRT-4, PRT-10).
import {
  DOCUMENT_DIRECTIONS,
  bringsItsCost,
  putIn,
  splitWorth,
  takeOut,
  worthOf,
  worthOfFound,
} from '#shared/domain/stock/index.ts'
import { assertFen } from '#shared/kernel/money.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { Book } from './book.ts'
import type { JudgedLeg } from './judge.ts'
import type { NewDocument, PostedLeg } from './ledger.ts'
import type { SerialSpot } from './repository.ts'
import { lastMoved, whereIs } from './repository.ts'

type Desk = Readonly<{
  db: ReadDb
  book: Book
  document: NewDocument & Readonly<{ documentId: string }>
  legs: readonly JudgedLeg[]
}>

const GONE: SerialSpot = { placeId: null, orderPartId: null }

/** The transfer that what is on the way belongs to. */
const transferOf = ({ documentId, kind, refersTo }: Desk['document']): string =>
  kind === 'transfer' ? documentId : (refersTo ?? '')

/** Everything that this document wants of the part from there, so that two lines are refused as one. */
const wantedFrom = ({ legs }: Desk, { partId, placeId }: JudgedLeg): number =>
  legs.reduce(
    (sum, leg) =>
      leg.partId === partId && leg.placeId === placeId && leg.quantity < 0 ? sum - leg.quantity : sum,
    0,
  )

const changeBalance = ({ book, document }: Desk, leg: JudgedLeg): void => {
  const { partId, placeId, quantity } = leg
  book.balances.set(book.balances.get(partId, placeId) + quantity, partId, placeId)
  if (leg.place.kind !== 'transit') return
  const transfer = transferOf(document)
  const way = book.onWay.get(transfer, partId)
  book.onWay.set({ placeId, quantity: way.quantity + quantity }, transfer, partId)
}

const notInStock = (desk: Desk, leg: JudgedLeg): Refused | undefined => {
  const { book, document } = desk
  const there = book.balances.get(leg.partId, leg.placeId)
  const inStock =
    leg.place.kind === 'transit'
      ? Math.min(there, book.onWay.get(transferOf(document), leg.partId).quantity)
      : there
  const wanted = wantedFrom(desk, leg)
  return wanted <= inStock
    ? undefined
    : refuse('notInStock', {
        field: `${leg.field}.quantity`,
        part: leg.part.name,
        place: leg.place.name,
        inStock,
        wanted,
        unit: leg.part.unit,
      })
}

const elsewhere = ({ db }: Desk, leg: JudgedLeg, serial: string, spot: SerialSpot | undefined): Refused => {
  const where = spot ? whereIs(db, spot) : ''
  const field = `${leg.field}.serials`
  return where === ''
    ? refuse('serialUnknown', { field, serial })
    : refuse('serialElsewhere', { field, serial, where })
}

/** Serials leave from the place where they are. */
const serialsOut = (desk: Desk, leg: JudgedLeg): Refused | undefined => {
  const { serials } = desk.book
  for (const serial of leg.serials) {
    const spot = serials.get(leg.partId, serial)
    if (spot?.placeId !== leg.placeId) return elsewhere(desk, leg, serial, spot)
    const onOrder = desk.document.kind === 'issue' ? (leg.orderPartId ?? null) : null
    serials.set({ placeId: null, orderPartId: onOrder }, leg.partId, serial)
  }
  return undefined
}

/** Serials arrive that have just left, come back from their order, or are nowhere. */
const serialsIn = (desk: Desk, leg: JudgedLeg): Refused | undefined => {
  const { book, document } = desk
  for (const serial of leg.serials) {
    const spot = book.serials.get(leg.partId, serial)
    const free =
      DOCUMENT_DIRECTIONS[document.kind] === 'within'
        ? leftHere(desk, leg.partId, serial) && spot?.placeId === null
        : document.kind === 'return'
          ? spot !== undefined && spot.orderPartId !== null && spot.orderPartId === leg.orderPartId
          : spot === undefined || (spot.placeId === null && spot.orderPartId === null)
    if (!free) return elsewhere(desk, leg, serial, spot)
    book.serials.set({ ...GONE, placeId: leg.placeId }, leg.partId, serial)
  }
  return undefined
}

const leftHere = ({ legs }: Desk, partId: string, serial: string): boolean =>
  legs.some((leg) => leg.partId === partId && leg.quantity < 0 && leg.serials.includes(serial))

/** Takes it out and answers what it cost. */
const moveOut = (desk: Desk, leg: JudgedLeg): number | Refused => {
  const { costs } = desk.book
  const refused = serialsOut(desk, leg)
  if (refused) return refused
  const held = costs.get(leg.partId)
  const valueFen = worthOf(held, -leg.quantity)
  costs.set(takeOut(held, -leg.quantity), leg.partId)
  changeBalance(desk, leg)
  return assertFen(-valueFen)
}

const moveIn = (desk: Desk, leg: JudgedLeg, valueFen: number): number | Refused => {
  const { costs } = desk.book
  const refused = serialsIn(desk, leg)
  if (refused) return refused
  costs.set(putIn(costs.get(leg.partId), leg.quantity, valueFen), leg.partId)
  changeBalance(desk, leg)
  return valueFen
}

/** What arrives is worth: its cost, its share of what left in the same document, or what the others cost. */
const worthOfArriving = (desk: Desk, values: ReadonlyMap<JudgedLeg, number>) => {
  const { db, book, document, legs } = desk
  const shares = new Map<JudgedLeg, number>()
  if (DOCUMENT_DIRECTIONS[document.kind] === 'within')
    for (const partId of new Set(legs.map((leg) => leg.partId))) {
      const ofPart = legs.filter((leg) => leg.partId === partId)
      const arriving = ofPart.filter((leg) => leg.quantity > 0)
      const left = ofPart.reduce((sum, leg) => sum - (values.get(leg) ?? 0), 0)
      const parts = splitWorth(
        left,
        arriving.map((leg) => leg.quantity),
      )
      for (const [index, leg] of arriving.entries()) shares.set(leg, parts[index] ?? 0)
    }
  return (leg: JudgedLeg): number => {
    const share = shares.get(leg)
    if ((leg.valueFen !== undefined) !== bringsItsCost(document.kind))
      throw new Error(`a ${document.kind} ${share === undefined ? 'says' : 'does not say'} what it cost`)
    if (leg.valueFen !== undefined) return assertFen(leg.valueFen)
    return share ?? worthOfFound(book.costs.get(leg.partId), lastMoved(db, leg.partId), leg.quantity)
  }
}

/** The movements with their values, in the order of the lines; the working copy stands as after them. */
export const moveOnPaper = (
  db: ReadDb,
  book: Book,
  document: Desk['document'],
  legs: readonly JudgedLeg[],
): readonly PostedLeg[] | Refused => {
  const desk: Desk = { db, book, document, legs }
  const values = new Map<JudgedLeg, number>()
  for (const leg of legs) {
    const refused = leg.quantity < 0 ? notInStock(desk, leg) : undefined
    if (refused) return refused
  }
  for (const leg of legs.filter(({ quantity }) => quantity < 0)) {
    const value = moveOut(desk, leg)
    if (isRefused(value)) return value
    values.set(leg, value)
  }
  const worth = worthOfArriving(desk, values)
  for (const leg of legs.filter(({ quantity }) => quantity > 0)) {
    const value = moveIn(desk, leg, worth(leg))
    if (isRefused(value)) return value
    values.set(leg, value)
  }
  return legs.map((leg) => ({
    partId: leg.partId,
    placeId: leg.placeId,
    quantity: leg.quantity,
    serials: leg.serials,
    valueFen: values.get(leg) ?? 0,
    orderPartId: leg.orderPartId ?? null,
  }))
}
