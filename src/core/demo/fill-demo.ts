// Fills an empty folder with a shop that looks lived in: for trying the program out, for pictures, for tests and
// measurements with many orders. Everything goes through the recorder, in the order in which it would have
// happened, so that log, audit, outbox, search and numbers are as true as a real shop's.
import { existsSync } from 'node:fs'
import { createIdSource } from '#shared/kernel/ids.ts'
import { rankByOrder } from '#core/customers/index.ts'
import { makeDataDir } from '#core/db/data-dir.ts'
import { lockDataDir } from '#core/db/lock.ts'
import { openMigrated } from '#core/db/open-migrated.ts'
import type { Store } from '#core/db/store.ts'
import { openAttachments } from '#core/attachments/index.ts'
import { readShop } from '#core/shop/index.ts'
import { createNumbering } from '#core/numbering/index.ts'
import type { NameTokens } from '#core/search/index.ts'
import { createNameTokens } from '#core/search/index.ts'
import type { Book, Pen } from './book.ts'
import { openBook } from './book.ts'
import type { Day } from './calendar.ts'
import { shopDays } from './calendar.ts'
import type { Guest } from './guests.ts'
import { createGuests } from './guests.ts'
import { BRANCH, PC, hashTeamPasswords, openShop } from './open-shop.ts'
import { openNeighbours } from './neighbours.ts'
import { createMoneyWork } from './money-work.ts'
import { createPartWork } from './part-work.ts'
import { createChance } from './random.ts'
import { scribble } from './scribble.ts'
import type { Happening } from './shop-life.ts'
import { shopLife } from './shop-life.ts'
import { openStoreroom } from './storeroom.ts'
import type { Desk } from './storeroom.ts'
import { TEAM, passwordOf } from './team.ts'

export type DemoOptions = Readonly<{
  dataDir: string
  /** How many work orders, exactly. */
  orders: number
  years: number
  /** The same seed and the same `now` give the same rows. */
  seed: number
  version: string
  /** UTC ms: the shop's history ends here. */
  now: number
  /** So many of the newest orders have every step of their lives on record; of older ones beginning and end. */
  toldInFull?: number
}>

export type DemoMade = Readonly<{
  orders: number
  visits: number
  customers: number
  devices: number
  /** Everybody who can sign in, with the password. */
  staff: readonly Readonly<{ staffNo: string; name: string; roles: readonly string[]; password: string }>[]
  seconds: number
}>

const PARTS_SEED = 7919

/** Happenings in one durable transaction: the disk is waited for once for all of them. */
const BATCH = 2000

/** Throws if there already is a database in the folder: nobody's real data is ever mixed with invented ones. */
export const fillDemo = async (options: DemoOptions): Promise<DemoMade> => {
  const started = performance.now()
  const dir = makeDataDir(options.dataDir)
  const lock = lockDataDir(dir, { pid: process.pid, version: options.version, since: options.now })
  try {
    if (existsSync(dir.database)) throw new Error(alreadyUsed(dir.root))
    const chance = createChance(options.seed)
    const tokens = createNameTokens()
    const [passwords, database] = await Promise.all([
      hashTeamPasswords(chance),
      openMigrated(dir),
      tokens.load(),
    ])
    const numbering = createNumbering(dir.numberMark, () => undefined)
    const days = shopDays(options.now, options.years)
    const clock = { now: (days[0] as Day).opens - 3_600_000 }
    const lifeIds = createIdSource({ now: () => clock.now, random: chance.bytes })
    // Parts have a chance of their own: with or without them the same customers bring the same machines.
    const partChance = createChance(options.seed + PARTS_SEED)
    const partIds = createIdSource({ now: () => clock.now, random: partChance.bytes })
    let isAside = false
    const newId = () => (isAside ? partIds() : lifeIds())
    const aside = <T>(work: () => T): T => {
      isAside = true
      try {
        return work()
      } finally {
        isAside = false
      }
    }
    const pen = { clock, newId, terminal: `${BRANCH}-${PC}` }

    const {
      hired: team,
      vendors,
      places: shelves,
      storeroom,
      parts,
      money,
    } = database.transact((db) => {
      const book = openBook(db, pen)
      const hired = openShop(book, tokens, passwords)
      const known = openNeighbours(book)
      const shop = readShop(db)
      const keeper = hired.find(({ roles }) => roles.includes('warehouse'))
      const technician = hired.find(({ roles }) => roles.includes('technician'))
      if (!shop || !keeper || !technician) throw new Error('nobody keeps the stock of the demo shop')
      const desk: Desk = { shop, services: { numbering, tokens }, chance: partChance, aside }
      const opened = aside(() => openStoreroom(book, desk, keeper, technician))
      book.finish()
      return {
        hired,
        ...known,
        storeroom: opened,
        parts: createPartWork(opened, desk, keeper),
        money: createMoneyWork(opened, desk),
      }
    })
    const signature = openAttachments(dir.attachments).put(scribble())
    const guests = createGuests(chance)
    const takeNumbers = ({ db }: Book, date: string, count: number) => numbering.take(db, BRANCH, date, count)
    const { orders, now, toldInFull = 10_000 } = options
    inBatches(
      database,
      pen,
      shopLife({
        chance,
        days,
        orders,
        toldInFull,
        now,
        team,
        guests,
        clock,
        takeNumbers,
        signature,
        vendors,
        shelves,
        parts,
        money,
      }),
    )
    inBatches(database, pen, [storeroom.lastDay].values())
    inBatches(database, pen, indexing(guests.all, tokens))
    createNumbering(dir.numberMark).beforeClose(database.read)
    database.close()
    return {
      orders,
      visits: guests.all.reduce((sum, guest) => sum + guest.visits, 0),
      customers: guests.all.length,
      devices: guests.all.reduce((sum, guest) => sum + guest.machines.length, 0),
      staff: TEAM.map((member) => ({ ...member, password: passwordOf(member.staffNo) })),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    }
  } finally {
    lock.release()
  }
}

const alreadyUsed = (root: string): string =>
  `这个目录里已有数据，演示数据只写入空目录。 / There already is a database in ${root}: demo data goes into an empty folder only.`

const inBatches = (store: Store, pen: Pen, happenings: Iterator<Happening>): void => {
  for (let done = false; !done;) {
    store.transact((db) => {
      const book = openBook(db, pen)
      for (let i = 0; i < BATCH && !done; i += 1) {
        const next = happenings.next()
        if (next.done) done = true
        else next.value(book)
      }
      book.finish()
    })
  }
}

/** Everybody is indexed once, in the order of the latest visits: in that order hits are ranked. */
function* indexing(guests: readonly Guest[], tokens: NameTokens): Generator<Happening> {
  for (const guest of guests.toSorted((a, b) => a.lastVisit - b.lastVisit)) {
    yield ({ db }) => {
      rankByOrder({ db, services: { tokens } }, guest.id, guest.lastVisit)
    }
  }
}
