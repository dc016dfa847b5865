// What is written down at a pick-up before it is handed over, and the requests made of it. Pure.
import type { PickupOrder } from '#shared/contract/hand-over.ts'
import type { Params } from '#shared/contract/index.ts'
import { formatNumber, recognise } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'

export type Line = Readonly<{ kind: string; text: string; serial: string }>
export type Way = 'counter' | 'delivery' | 'courier'
/** Who takes it, and how he signs. */
export type Taking = Readonly<{
  by: 'customer' | 'proxy'
  name: string
  phone: string
  signOn: 'pad' | 'paper'
}>
export type Giving = Taking &
  Readonly<{
    chosen: readonly string[]
    /** Order → keys of what is in the customer's hands. */
    inHand: Readonly<Record<string, readonly string[]>>
    /** Order → what is in it now, once it was looked at. */
    configuration: Readonly<Record<string, readonly Line[]>>
    way: Way
    slip: string
    lost: boolean
    identity: string
    second: string
    photo: string
    waybill: string
    proof: string
    remark: string
  }>

/** Ready machines are what one comes for, those still to be paid among them; each lies on the counter, its things are still to be counted. */
export const startOf = (orders: readonly PickupOrder[], slip: string): Giving => {
  const ready = orders.filter(({ problem }) => problem === null || problem === 'unpaid')
  const first = ready.find(({ returnBy }) => returnBy === 'pickUp') ?? ready[0]
  const chosen = ready.filter(({ returnBy }) => returnBy === first?.returnBy).map(({ id }) => id)
  return {
    chosen,
    inHand: Object.fromEntries(chosen.map((id) => [id, ['machine']])),
    configuration: {},
    way: first?.returnBy === 'delivery' && slip === '' ? 'delivery' : 'counter',
    slip,
    lost: false,
    identity: '',
    second: '',
    photo: '',
    by: 'customer',
    name: '',
    phone: '',
    signOn: 'pad',
    waybill: '',
    proof: '',
    remark: '',
  }
}

export const everythingInHand = (orders: readonly PickupOrder[], giving: Giving): Giving['inHand'] =>
  Object.fromEntries(
    orders
      .filter(({ id }) => giving.chosen.includes(id))
      .map(({ id, items }) => [id, items.map(({ item }) => item)]),
  )

/** How many things of the chosen machines nobody has ticked and nobody declared lost. */
export const stillMissing = (orders: readonly PickupOrder[], giving: Giving): number =>
  orders
    .filter(({ id }) => giving.chosen.includes(id))
    .reduce(
      (sum, { id, items }) =>
        sum +
        items.filter(({ item, place }) => place.kind !== 'lost' && !(giving.inHand[id] ?? []).includes(item))
          .length,
      0,
    )

/** Whether the code is the slip of this visit, by number, short code or barcode. */
export const isSlipOf = (
  code: string,
  visit: Readonly<{ visitNumber: string; slipCode: string }>,
): boolean => {
  const read = recognise(code)
  if (isRefused(read) || read.form === 'none') return false
  if (read.form === 'shortCode') return code.replace(/\s/g, '').toUpperCase() === visit.slipCode
  const isVisit = read.form === 'number' || read.barcode.kind === 'visit'
  const parts = read.form === 'number' ? read.parts : read.barcode.parts
  return isVisit && formatNumber(parts).number === visit.visitNumber
}

const linesOf = (lines: readonly Line[]): Line[] =>
  lines.filter(({ kind, text, serial }) => kind.trim() !== '' && `${text}${serial}`.trim() !== '')

const handedOf = (giving: Giving, id: string) => ({
  items: [...(giving.inHand[id] ?? [])],
  ...(giving.configuration[id] ? { configuration: linesOf(giving.configuration[id]) } : {}),
})

export const takerOf = (giving: Taking) =>
  giving.by === 'proxy'
    ? ({ by: 'proxy', name: giving.name, phone: giving.phone } as const)
    : ({ by: 'customer' } as const)

export const signatureOf = (giving: Taking, hash: string | null) =>
  giving.signOn === 'pad' && hash !== null
    ? ({ on: 'pad', hash } as const)
    : ({ on: 'paper', hash: null } as const)

/** `hash`: the drawn signature; null when it was signed on paper. */
export const pickUpParams = (
  orders: readonly PickupOrder[],
  giving: Giving,
  hash: string | null,
): Params<'handOver.handOver'> => ({
  orders: orders
    .filter(({ id }) => giving.chosen.includes(id))
    .map(({ id, ver }) => ({ id, ver, ...handedOf(giving, id) })),
  ...(giving.lost || giving.slip === '' ? {} : { slip: giving.slip }),
  ...(giving.lost
    ? { lostSlip: { identity: giving.identity, secondPerson: giving.second, photo: giving.photo } }
    : {}),
  taker: takerOf(giving),
  signature: signatureOf(giving, hash),
  remark: giving.remark,
})

export const deliverParams = (
  order: PickupOrder,
  giving: Giving,
  hash: string | null,
): Params<'handOver.deliver'> => ({
  id: order.id,
  ver: order.ver,
  ...handedOf(giving, order.id),
  ...(giving.way === 'courier'
    ? { courier: { waybill: giving.waybill, deliveryProof: giving.proof } }
    : { taker: takerOf(giving), signature: signatureOf(giving, hash) }),
  remark: giving.remark,
})
