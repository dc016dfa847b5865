// Everything that happens in the demo shop over the years, one thing after the other.
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { createAgenda } from './agenda.ts'
import { arrive } from './arrivals.ts'
import type { Book } from './book.ts'
import type { Day } from './calendar.ts'
import { afterWork, momentOf, share } from './calendar.ts'
import type { createGuests } from './guests.ts'
import { belongingOf } from './guests.ts'
import type { Deed, Life } from './lives.ts'
import { summedUp, takeStep, whoIsNext, writeDeed } from './lives.ts'
import type { MoneyWork } from './money-work.ts'
import type { PartWork } from './part-work.ts'
import type { Chance } from './random.ts'
import type { Hired } from './team.ts'
import { anyWith } from './team.ts'

/** One thing that happens, written like one command. */
export type Happening = (book: Book) => void

export type ShopLife = Readonly<{
  chance: Chance
  days: readonly Day[]
  /** How many orders there will be, exactly. */
  orders: number
  /** So many of the newest orders have every step of their lives on record. */
  toldInFull: number
  /** UTC ms: nothing happens later. */
  now: number
  team: readonly Hired[]
  guests: ReturnType<typeof createGuests>
  /** The time in the shop; moved on by what happens. */
  clock: { now: number }
  takeNumbers: (book: Book, date: string, count: number) => NumberParts[]
  /** The picture that stands for every signature. */
  signature: string
  /** Ids of the repair vendors. */
  vendors: readonly string[]
  shelves: readonly string[]
  parts: PartWork
  money: MoneyWork
}>

/** The happenings in the order of their time. Each must be run before the next is asked for. */
export function* shopLife(shop: ShopLife): Generator<Happening> {
  const { chance, days, clock } = shop
  const agenda = createAgenda<Planned>()
  const perDay = share(shop.orders, days)
  let due = 0
  let left = shop.orders
  for (const [i, day] of days.entries()) {
    // A visit of several machines may bring what was meant for tomorrow.
    due += perDay[i] as number
    const sizes = visitSizes(chance, due, left)
    const orders = sizes.reduce((sum, size) => sum + size, 0)
    const moments = sizes.map(() => momentOf(chance, day)).sort((a, b) => a - b)
    let numbers: NumberParts[] | undefined
    for (const [k, at] of moments.entries()) {
      yield* plannedUntil(at)
      clock.now = at
      yield (book) => {
        numbers ??= shop.takeNumbers(book, day.date, orders + sizes.length)
        const lives = visit(shop, book, day.date, numbers.splice(0, (sizes[k] as number) + 1))
        for (const life of lives) {
          const told = left > shop.toldInFull ? wholeLife(shop, life) : undefined
          if (told) agenda.add(told.at, { life, told })
          else schedule(life)
        }
      }
    }
    due -= orders
    left -= orders
  }
  yield* plannedUntil(shop.now)

  function schedule(life: Life): void {
    const at = nextStepAt(shop, life, clock.now)
    if (at !== undefined) agenda.add(at, { life })
  }

  function* plannedUntil(until: number): Generator<Happening> {
    while (agenda.nextAt() <= until) {
      clock.now = agenda.nextAt()
      const { life, told } = agenda.take()
      yield (book) => {
        const deed = told ?? nextDeed(shop, life, clock.now)
        book.as(deed.by.id)
        writeDeed(book, life, deed)
        if (!told) schedule(life)
      }
    }
  }
}

/** The next step of a life, or all that is left of it. */
type Planned = Readonly<{ life: Life; told?: Deed }>

const nextStepAt = ({ chance, days }: ShopLife, life: Life, from: number): number | undefined => {
  const step = life.course[life.step]
  if (!step) return undefined
  const [, least, most] = step
  return afterWork(days, from, least + (most - least) * chance.next() ** 2)
}

const nextDeed = (
  { chance, days, team, signature, vendors, shelves, parts, money }: ShopLife,
  life: Life,
  at: number,
): Deed => {
  const after = life.course[life.step + 1]
  const following = after ? afterWork(days, at, after[2]) : at
  return takeStep(chance, life, whoIsNext(chance, team, life), {
    now: at,
    following,
    signature,
    vendors,
    shelves,
    parts,
    money,
  })
}

/**
 * Of very many orders the old ones are told shortly: each step is decided by the table all the same, but only
 * their sum is written, when the order is closed. Undefined if it is not closed by now.
 */
const wholeLife = (shop: ShopLife, life: Life): Deed | undefined => {
  const beginning = { ...life }
  const deeds: Deed[] = []
  let at: number | undefined = shop.clock.now
  while ((at = nextStepAt(shop, life, at)) !== undefined) {
    if (at > shop.now) {
      Object.assign(life, beginning)
      return undefined
    }
    deeds.push(nextDeed(shop, life, at))
  }
  return summedUp(deeds)
}

const visit = (
  { chance, team, guests, days }: ShopLife,
  book: Book,
  today: string,
  numbers: readonly NumberParts[],
): Life[] => {
  const guest = guests.next()
  const belongings = numbers.slice(1).map(() => {
    const belonging = belongingOf(chance, guest, today)
    belonging.here = true
    return belonging
  })
  const later = (minutes: number): number => afterWork(days, book.now, minutes)
  book.as(anyWith(chance, team, 'clerk').id)
  return arrive(chance, book, { guest, belongings, numbers, today, team, later })
}

/** How many machines each visit of a day brings, most of them one. Together at least `due`, but never more than `left`. */
const visitSizes = (chance: Chance, due: number, left: number): number[] => {
  const sizes: number[] = []
  for (let given = 0; given < due; given += sizes.at(-1) as number) {
    const drawn = chance.next()
    sizes.push(Math.min(left - given, drawn < 0.86 ? 1 : drawn < 0.97 ? 2 : 3))
  }
  return sizes
}
