// One visit: the guest, what he brings, and what is written down about it.
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { insertCustomer, insertDevice, phonesOf } from '#core/customers/index.ts'
import type { AcceptedMachine, Accepting } from '#core/visits/index.ts'
import { acceptMachine, openVisit } from '#core/visits/index.ts'
import { courseOf } from './courses.ts'
import type { Belonging, Guest } from './guests.ts'
import type { Life } from './lives.ts'
import { CONDITIONS } from './machines.ts'
import { mobile, personName } from './names.ts'
import type { Chance } from './random.ts'
import type { Hired } from './team.ts'
import { anyWith } from './team.ts'

export const AREA_CODE = '0755'

export type Arrival = Readonly<{
  guest: Guest
  belongings: readonly Belonging[]
  /** One for the visit, then one for each machine. */
  numbers: readonly NumberParts[]
  today: string
  team: readonly Hired[]
  /** A time so many minutes of opening hours later, for promises. */
  later: (minutes: number) => number
}>

/** Writes the visit as intake does; answers the orders' lives, which begin here. */
export const arrive = (chance: Chance, ctx: Accepting, arrival: Arrival): Life[] => {
  const { guest, belongings, numbers, today, team, later } = arrival
  writeGuest(ctx, guest)
  const proxy = chance.happens(0.07)
  const visit = openVisit(ctx, {
    customerId: guest.id,
    broughtBy: proxy ? personName(chance) : '',
    broughtByPhone: proxy ? mobile(chance) : '',
    parts: numbers[0] as NumberParts,
  })
  const lives = belongings.map((belonging, index): Life => {
    writeBelonging(ctx, guest, belonging)
    const machine = machineOf(chance, belonging, later)
    const { id, number, order } = acceptMachine(ctx, {
      machine,
      device: belonging,
      customerId: guest.id,
      visitId: visit.id,
      position: index + 1,
      parts: numbers[index + 1] as NumberParts,
      today,
      arrival: 'walkIn',
    })
    const due = dueOf(chance, belonging, today)
    return {
      id,
      number,
      customer: guest.name,
      belonging,
      madeAt: ctx.now,
      due,
      technician: anyWith(chance, team, 'technician'),
      course: courseOf(chance, due),
      step: 0,
      order,
      ver: 1,
      printed: false,
      quote: 'none',
      settled: 'no',
      nextContactBy: machine.nextContactBy,
      customerId: guest.id,
      assistant: anyWith(chance, team, 'technician'),
      dispatches: 0,
    }
  })
  ctx.audit({
    action: 'visit.create',
    object: 'visit',
    objectId: visit.id,
    details: { number: visit.number, orders: lives.map((life) => life.number) },
  })
  guest.visits += 1
  guest.lastVisit = ctx.now
  return lives
}

const writeGuest = (ctx: Accepting, guest: Guest): void => {
  if (guest.id !== '') return
  const phones = phonesOf(guest.phones, AREA_CODE, 'phones')
  if (isRefused(phones)) throw new Error(`no telephone has the number ${guest.phones.join(' or ')}`)
  guest.id = insertCustomer(ctx, { ...guest, phones: [...guest.phones] }, phones)
}

const writeBelonging = (ctx: Accepting, guest: Guest, belonging: Belonging): void => {
  belonging.here = true
  if (belonging.id !== '') return
  belonging.id = insertDevice(ctx, guest.id, { ...belonging, category: belonging.kind.category })
}

const machineOf = (
  chance: Chance,
  { kind, serial }: Belonging,
  later: Arrival['later'],
): AcceptedMachine => ({
  reportedFault: chance.pick(kind.faults),
  condition: chance.pick(CONDITIONS),
  accessories: kind.accessories
    .filter(() => chance.happens(0.28))
    .map((name) => ({ name, count: chance.happens(0.94) ? 1 : 2 })),
  configuration: kind.configuration
    .filter(() => chance.happens(0.5))
    .map(([part, texts]) => ({
      kind: part,
      text: chance.pick(texts),
      serial: serial !== '' && chance.happens(0.2) ? chance.text('0123456789ABCDEF', 10) : '',
    })),
  limitFen: chance.happens(0.35) ? chance.pick([100, 200, 300, 500, 800, 1000]) * 100 : null,
  nextContactBy: chance.happens(0.75) ? later(chance.pick([240, 600, 1200, 1800])) : null,
  charge: null,
  important: chance.happens(0.03),
  comebackOf: null,
  service: 'dropOff',
})

/** In fen, whole ten yuan; nothing under warranty or contract. */
const dueOf = (chance: Chance, belonging: Belonging, today: string): number => {
  const { purchaseDate, warrantyMonths, contractUntil, kind } = belonging
  if (contractUntil !== null && contractUntil >= today) return 0
  const months = purchaseDate === null ? Infinity : monthsBetween(purchaseDate, today)
  if (warrantyMonths !== null && months < warrantyMonths) return 0
  const [least, most] = kind.price
  return Math.round((least + (most - least) * chance.next() ** 2) / 10) * 1000
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
