// Whether the lines of a document can be meant at all: the part, the place, the amount, the serials. How much there is
// comes after (move-on-paper.ts).
import { DOCUMENT_DIRECTIONS, keptSerial, mayIssueFrom, needsReason } from '#shared/domain/stock/index.ts'
import { MAX_QUANTITY, PER_UNIT, fitsDecimals } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { Book } from './book.ts'
import type { Leg, NewDocument } from './ledger.ts'
import type { StockPart, StockPlaceRow } from './repository.ts'

export type JudgedLeg = Leg &
  Readonly<{ part: StockPart; place: StockPlaceRow; serials: readonly string[]; field: string }>

type Where = Readonly<{ book: Book; document: NewDocument; hands: readonly string[] }>

/** Zero, the wrong sign, more digits than the unit has, or more than anybody holds. */
const quantityProblem = (document: NewDocument, leg: Leg, part: StockPart): Refused | undefined => {
  const direction = DOCUMENT_DIRECTIONS[document.kind]
  const wrongSign = direction === 'in' ? leg.quantity < 0 : direction === 'out' && leg.quantity > 0
  const whole = Number.isSafeInteger(leg.quantity) && Math.abs(leg.quantity) <= MAX_QUANTITY
  const because = !whole
    ? 'tooLarge'
    : leg.quantity === 0
      ? 'zero'
      : wrongSign
        ? 'negative'
        : fitsDecimals(leg.quantity, part.decimals)
          ? undefined
          : 'fraction'
  return because && refuse('quantityNotAllowed', { field: `${leg.field}.quantity`, because, unit: part.unit })
}

/** As many different ones as pieces, and none where the part has none. */
const serialsProblem = (leg: Leg, part: StockPart, serials: readonly string[]): Refused | undefined => {
  const needed = part.serial_tracked === 1 ? Math.abs(leg.quantity) / PER_UNIT : 0
  const given = new Set(serials).size
  return given === needed && serials.length === given
    ? undefined
    : refuse('serialsMissing', { field: `${leg.field}.serials`, part: part.name, needed, given })
}

const judgeLeg = ({ book, document, hands }: Where, leg: Leg, field: string): JudgedLeg | Refused => {
  const part = book.part(leg.partId)
  if (!part) return refuse('unknownPart', { field: `${field}.partId` })
  const place = book.place(leg.placeId)
  if (!place) return refuse('unknownPlace', { field: `${field}.placeId` })
  if (place.active === 0) return refuse('placeInactive', { field: `${field}.placeId`, place: place.name })
  if (part.active === 0 && document.kind === 'receipt')
    return refuse('partInactive', { field: `${field}.partId`, part: part.name })
  if (document.kind === 'issue' && !mayIssueFrom({ kind: place.kind, staffId: place.staff_id }, hands))
    return refuse('notSellable', { field: `${field}.placeId`, place: place.name })
  const serials = (leg.serials ?? []).map(keptSerial)
  return (
    quantityProblem(document, { ...leg, field }, part) ??
    serialsProblem({ ...leg, field }, part, serials) ?? { ...leg, part, place, serials, field }
  )
}

/** What the document itself cannot be by any input is a mistake of the code that posts it. */
const assertSound = (document: NewDocument, legs: readonly JudgedLeg[]): void => {
  if (legs.length === 0) throw new Error('a document without movements')
  if (needsReason(document.kind) && !document.reason) throw new Error(`a ${document.kind} without a reason`)
  if (DOCUMENT_DIRECTIONS[document.kind] === 'within') {
    const sums = new Map<string, number>()
    for (const { partId, quantity } of legs) sums.set(partId, (sums.get(partId) ?? 0) + quantity)
    if ([...sums.values()].some((sum) => sum !== 0))
      throw new Error('a transfer takes out what it puts elsewhere')
  }
  for (const { place } of legs)
    if (place.kind === 'transit' && document.kind !== 'transfer' && !document.refersTo)
      throw new Error('what is on the way belongs to a transfer')
}

export const judge = (
  book: Book,
  document: NewDocument,
  legs: readonly Leg[],
  staffId: string,
): readonly JudgedLeg[] | Refused => {
  const hands = document.receivedBy === undefined ? [staffId] : [staffId, document.receivedBy]
  const judged: JudgedLeg[] = []
  for (const [index, leg] of legs.entries()) {
    const one = judgeLeg({ book, document, hands }, leg, leg.field ?? `legs.${index}`)
    if (isRefused(one)) return one
    judged.push(one)
  }
  assertSound(document, judged)
  return judged
}
