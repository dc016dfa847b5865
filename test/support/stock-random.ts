// Random documents on the real ledger beside a model that knows only the rules: the same are refused, everything is
// worth the same, and whatever is kept beside the movements is their sum.
import { expect } from 'vitest'
import { post, stockProofs } from '#core/stock/index.ts'
import type { Leg, NewDocument } from '#core/stock/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { createChance } from '#test/faults/support/random.ts'
import type { Chance } from '#test/faults/support/random.ts'
import { startShop, visit } from './core.ts'
import { openDesk } from './stock-desk.ts'
import type { DeskContext } from './stock-desk.ts'
import { createModel } from './stock-model.ts'
import type { Change, Model } from './stock-model.ts'

const AT_ONCE = 250

type Line = Readonly<{ part: string; orderPartId: string }>
type World = Readonly<{
  chance: Chance
  model: Model
  places: Readonly<Record<'bin' | 'shelf' | 'bad' | 'bag' | 'way', string>>
  pieces: readonly string[]
  metres: string
  numbered: readonly string[]
  lines: readonly Line[]
  orderId: string
  /** Transfers under way, by part: what of each is left. */
  under: { documentId: string; part: string; quantity: number; serials: string[] }[]
  /** What orders hold, as it was issued. */
  issued: { line: Line; quantity: number; serials: readonly string[]; worth: number }[]
  made: { serials: number }
}>

/** What one document says, and what the model makes of it. */
type Trial = Readonly<{
  document: NewDocument
  legs: Leg[]
  change: Change
  onOrder?: string
  extra?: boolean
  after?: (posted: Readonly<{ documentId: string }>, worth: number) => void
}>

const amountOf = ({ chance, metres }: World, part: string): number =>
  part === metres ? 1 + chance.upTo(5000) : 1000 * (1 + chance.upTo(5))

/** Mostly numbers that are there, sometimes any. */
const serialsFrom = (world: World, part: string, place: string, count: number): string[] => {
  const { chance, model, made } = world
  const known = model.serialsAt(part, place)
  return Array.from({ length: count }, () =>
    known.length > 0 && chance.upTo(12) > 0
      ? (known.splice(chance.upTo(known.length), 1)[0] ?? '')
      : `S${chance.upTo(made.serials + 1)}`,
  )
}

const outOf = (world: World, document: NewDocument, from: string, given: Partial<Trial> = {}): Trial => {
  const { chance, pieces, metres, numbered } = world
  const part = chance.pick([...pieces, metres, ...numbered])
  const tracked = numbered.includes(part)
  const quantity = tracked ? 1000 * (1 + chance.upTo(2)) : amountOf(world, part)
  const serials = tracked ? serialsFrom(world, part, from, quantity / 1000) : []
  return {
    document,
    legs: [{ partId: part, placeId: from, quantity: -quantity, serials }],
    change: { part, from, quantity, serials },
    ...given,
  }
}

/** What leaves one place arrives at another. */
const carry = (trial: Trial, to: string): Trial => ({
  ...trial,
  legs: trial.legs.flatMap((leg) => [leg, { ...leg, placeId: to, quantity: -leg.quantity }]),
  change: { ...trial.change, to },
})

const comeIn = (world: World, document: NewDocument, to: string, costFen?: number): Trial => {
  const { chance, pieces, metres, numbered, made } = world
  const part = chance.pick([...pieces, metres, ...numbered])
  const quantity = numbered.includes(part) ? 1000 * (1 + chance.upTo(3)) : amountOf(world, part)
  const serials = numbered.includes(part)
    ? Array.from({ length: quantity / 1000 }, () =>
        chance.upTo(15) === 0 ? `S${chance.upTo(made.serials + 1)}` : `S${++made.serials}`,
      )
    : []
  return {
    document,
    legs: [
      {
        partId: part,
        placeId: to,
        quantity,
        serials,
        ...(costFen === undefined ? {} : { valueFen: costFen }),
      },
    ],
    change: { part, to, quantity, serials, ...(costFen === undefined ? {} : { costFen }) },
  }
}

const arrive = (world: World): Trial | undefined => {
  const { chance, under, places } = world
  const open = under.length > 0 ? chance.pick(under) : undefined
  if (!open) return undefined
  const tracked = open.serials.length > 0
  const over = chance.upTo(10) === 0
  const quantity = tracked || chance.upTo(2) === 0 ? open.quantity : Math.max(1000, open.quantity - 1000)
  const asked = over && !tracked ? open.quantity + 1000 : quantity
  const trial = carry(
    {
      document: { kind: 'arrival', refersTo: open.documentId },
      legs: [{ partId: open.part, placeId: places.way, quantity: -asked, serials: [...open.serials] }],
      change: { part: open.part, from: places.way, quantity: asked, serials: [...open.serials] },
      // More than this transfer sent, whatever else is on the way.
      extra: asked > open.quantity || (asked % 1000 !== 0 && open.part !== world.metres),
      after: () => {
        open.quantity -= asked
        if (open.quantity === 0) under.splice(under.indexOf(open), 1)
      },
    },
    chance.pick([places.bin, places.shelf]),
  )
  return trial
}

const send = (world: World): Trial => {
  const trial = carry(outOf(world, { kind: 'transfer' }, world.places.bin), world.places.way)
  const { part, quantity, serials } = trial.change
  return {
    ...trial,
    after: ({ documentId }) => world.under.push({ documentId, part, quantity, serials: [...serials] }),
  }
}

const issue = (world: World): Trial => {
  const { chance, places, lines, orderId, issued } = world
  const from = chance.pick([places.bin, places.shelf, places.bag, places.bad])
  const trial = outOf(world, { kind: 'issue', orderId }, from)
  const line = lines.find(({ part }) => part === trial.change.part)
  if (!line) throw new Error('a part without a line')
  const { quantity, serials } = trial.change
  return {
    ...trial,
    legs: trial.legs.map((leg) => ({ ...leg, orderPartId: line.orderPartId })),
    onOrder: `order:${line.orderPartId}`,
    // Defective parts are for nobody; the bag is the writer's own.
    extra: from === places.bad,
    after: (_, worth) => issued.push({ line, quantity, serials, worth }),
  }
}

const giveBack = (world: World): Trial | undefined => {
  const { chance, places, orderId, issued } = world
  const one = issued.length > 0 ? chance.pick(issued) : undefined
  if (!one) return undefined
  const to = chance.pick([places.bin, places.bad])
  const { line, quantity, serials, worth } = one
  return {
    document: { kind: 'return', orderId },
    legs: [
      {
        partId: line.part,
        placeId: to,
        quantity,
        serials,
        valueFen: worth,
        orderPartId: line.orderPartId,
      },
    ],
    change: { part: line.part, to, quantity, serials, costFen: worth },
    after: () => issued.splice(issued.indexOf(one), 1),
  }
}

const nextTrial = (world: World): Trial => {
  const { chance, places } = world
  const own = [places.bin, places.shelf, places.bad, places.bag]
  const dice = chance.upTo(100)
  if (dice < 26)
    return comeIn(world, { kind: 'receipt' }, chance.pick([places.bin, places.shelf]), chance.upTo(100_000))
  if (dice < 34) return outOf(world, { kind: 'supplierReturn', reason: '退' }, chance.pick(own))
  if (dice < 52) {
    const [from, to] = [chance.pick(own), chance.pick(own)]
    if (from !== to) return carry(outOf(world, { kind: 'transfer' }, from), to)
  }
  if (dice < 60) return send(world)
  if (dice < 68) return arrive(world) ?? send(world)
  if (dice < 74) return outOf(world, { kind: 'count', reason: '盘亏' }, chance.pick(own))
  if (dice < 79) return comeIn(world, { kind: 'count', reason: '盘盈' }, chance.pick(own))
  if (dice < 83) return outOf(world, { kind: 'scrap', reason: '报废' }, places.bad)
  if (dice < 92) return issue(world)
  return giveBack(world) ?? issue(world)
}

/** The serial of a return is on its order, which the model calls by that name. */
const isPossible = ({ model }: World, { document, change, extra }: Trial): boolean => {
  if (extra === true) return false
  if (document.kind === 'return') return true
  const twice = new Set(change.serials).size !== change.serials.length
  return !twice && model.possible(change)
}

const tryOne = (world: World, ctx: DeskContext): { refused: number } => {
  const trial = nextTrial(world)
  const expected = isPossible(world, trial)
  const posted = post(ctx, trial.document, trial.legs)
  if (isRefused(posted) === expected)
    throw new Error(
      `${JSON.stringify(trial)} should ${expected ? '' : 'not '}be possible: ${JSON.stringify(posted)}`,
    )
  if (isRefused(posted)) return { refused: 1 }
  const worth = world.model.happen(trial.change, trial.onOrder)
  const values = posted.legs.map(({ valueFen }) => Math.abs(valueFen))
  if (values.some((value) => value !== worth))
    throw new Error(`${JSON.stringify(trial)} is worth ${worth} and not ${values.join()}`)
  trial.after?.(posted, worth)
  return { refused: 0 }
}

/** What is kept, and what the movements add up to, in the words of the model. */
const kept = (db: ReadDb) => {
  const sums = (sql: string) =>
    Object.fromEntries(
      db.all<{ key: string; quantity: number }>(text(sql)).map((row) => [row.key, row.quantity]),
    )
  return {
    balances: sums(
      `select part_id || '@' || place_id as key, quantity from stock_balance where quantity > 0 order by 1`,
    ),
    moved: sums(`select part_id || '@' || place_id as key, sum(quantity) as quantity from stock_movement
      group by part_id, place_id having sum(quantity) <> 0 order by 1`),
    pools: Object.fromEntries(
      db
        .all<{ id: string; quantity: number; valueFen: number }>(
          text('select part_id as id, quantity, value_fen as valueFen from stock_cost order by 1'),
        )
        .map(({ id, ...pool }) => [id, pool]),
    ),
    serials: Object.fromEntries(
      db
        .all<{ key: string; place: string }>(
          text(
            `select part_id || '#' || serial as key,
               coalesce(place_id, iif(order_part_id is null, 'nowhere', 'order')) as place from part_serial order by 1`,
          ),
        )
        .map(({ key, place }) => [key, place]),
    ),
  }
}

const openWorld = async (seed: number) => {
  const { manager, core, dir, staffId } = await startShop()
  const { orders } = await manager.value('visit.create', visit())
  await manager.value('stock.openBag', { staffId })
  const second = await manager.value('stock.addWarehouse', { code: 'W2', name: '二号库' })
  const { warehouses } = await manager.value('stock.places', {})
  await core.drain()
  const desk = openDesk(dir, staffId)
  const placeOf = (kind: string): string =>
    warehouses.find(({ code }) => code === 'W1')?.places.find((one) => one.kind === kind)?.id ?? ''
  const way = desk.work((ctx) => {
    const id = ctx.newId()
    const fields = { warehouseId: second.id, kind: 'transit', code: 'W2-T', name: '在途', staffId: null }
    ctx.insert('stockPlace', id, { ...fields, active: true, createdAt: ctx.now }, 'stockPlace.added')
    return id
  })
  const pieces = [desk.part(), desk.part(), desk.part()]
  const metres = desk.part({ unit: '米', decimals: 3 })
  const numbered = [desk.part({ serialTracked: true }), desk.part({ serialTracked: true })]
  const orderId = orders[0]?.id ?? ''
  const lines = [...pieces, metres, ...numbered].map((part, index) =>
    desk.work((ctx) => {
      const orderPartId = ctx.newId()
      const none = { issued: 0, used: 0, returnedGood: 0, returnedDefective: 0, oldOwed: 0, oldReturned: 0 }
      ctx.insert(
        'orderPart',
        orderPartId,
        {
          ...{
            orderId,
            position: index + 1,
            partId: part,
            code: 'P',
            name: '件',
            unit: '个',
            planned: 1,
            ...none,
          },
          ...{ boughtIn: false, oldReturnable: false, costFen: 0, priceFen: 0, payer: 'customer' },
          ...{ warrantyDays: 0, active: true },
        },
        'orderPart.planned',
      )
      return { part, orderPartId }
    }),
  )
  const world: World = {
    chance: createChance(seed),
    model: createModel(),
    places: {
      bin: placeOf('bin'),
      shelf: second.places[0]?.id ?? '',
      bad: placeOf('defective'),
      bag: placeOf('bag'),
      way,
    },
    ...{ pieces, metres, numbered, lines, orderId, under: [], issued: [], made: { serials: 0 } },
  }
  return { desk, world }
}

/** Posts so many documents and compares everything at the end. */
export const postAtRandom = async (seed: number, documents: number): Promise<void> => {
  const { desk, world } = await openWorld(seed)
  let refused = 0
  for (let made = 0; made < documents; made += AT_ONCE) {
    desk.clock.now += 60_000
    desk.work((ctx) => {
      for (let i = 0; i < Math.min(AT_ONCE, documents - made); i += 1) refused += tryOne(world, ctx).refused
    })
  }
  const { balances, moved, pools, serials } = kept(desk.read)
  const { model } = world
  expect({ balances, moved, pools, serials }).toEqual({
    balances: model.balances(),
    moved: model.balances(),
    pools: model.pools(),
    serials: model.serials(),
  })
  expect([
    Object.values(pools).filter(
      ({ quantity, valueFen }) => quantity < 0 || valueFen < 0 || (quantity === 0 && valueFen !== 0),
    ),
    stockProofs.flatMap(({ run }) => run(desk.read).problems),
  ]).toEqual([[], []])
  // Documents of which hardly any is refused, or hardly any is not, would prove little.
  expect([refused / documents > 0.1, refused / documents < 0.7]).toEqual([true, true])
}
