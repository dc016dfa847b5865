// Random commands on parts through the contract, beside a model that knows only the rules: the same are refused, and
// after each batch every quantity, every balance and every serial is what the model says (rules PRT-1, PRT-2, PRT-4).
import { expect } from 'vitest'
import type { Method, Params, Value } from '#shared/contract/index.ts'
import { openDriver } from '#core/db/driver.ts'
import type { Worker } from './shop-at-work.ts'
import * as rule from './parts-model.ts'
import type { Kind, ModelLine } from './parts-model.ts'
import { openWorld } from './parts-world.ts'
import type { World } from './parts-world.ts'
import { bookedParts, modelledParts } from './parts-compared.ts'

const AT_ONCE = 250
const DAY = 86_400_000
/** One command, whether it must be done, and what of it the model is told. */
type Trial = Readonly<{
  by: Worker
  method: Method
  params: unknown
  legal: boolean
  happen: (value: never) => void
}>
const trial = <M extends Method>(
  by: Worker,
  method: M,
  params: Params<M>,
  legal: boolean,
  happen: (value: Value<M>) => void,
): Trial => ({ by, method, params, legal, happen })

const amountOf = ({ chance }: World, kind: Kind): number =>
  kind.byMetre || chance.upTo(40) === 0 ? 1 + chance.upTo(4000) : 1000 * (1 + chance.upTo(3))

/** Mostly those that are there, sometimes any, sometimes one too few. */
const some = ({ chance, made }: World, known: string[], count: number): string[] => {
  const wanted = chance.upTo(30) === 0 ? Math.max(0, count - 1) : count
  return Array.from({ length: Math.ceil(wanted) }, () =>
    known.length > 0 && chance.upTo(15) > 0
      ? (known.splice(chance.upTo(known.length), 1)[0] ?? '')
      : `S${chance.upTo(made.serials + 1)}`,
  )
}

const kindOf = ({ kinds }: World, part: string | null): Kind | null =>
  kinds.find(({ id }) => id === part) ?? null

const receive = (world: World): Trial => {
  const { chance, model, people, places, kinds, made } = world
  const kind = chance.pick(kinds)
  const quantity = amountOf(world, kind)
  const serials = kind.tracked
    ? Array.from({ length: Math.ceil(quantity / 1000) }, () =>
        chance.upTo(25) === 0 ? `S${chance.upTo(made.serials + 1)}` : `S${++made.serials}`,
      )
    : []
  const line = { partId: kind.id, quantity, serials, costFen: 1 + chance.upTo(90_000), placeId: places.bin }
  return trial(
    people.manager,
    'stock.receive',
    { lines: [line] },
    rule.canCome(model, kind, quantity, serials),
    () => {
      rule.carry(model, kind.id, { to: places.bin, quantity, serials })
      rule.cover(model, kind.id, quantity)
    },
  )
}

const outOf = (world: World, place: string) => {
  const kind = world.chance.pick(world.kinds)
  const quantity = amountOf(world, kind)
  const known = rule.serialsAt(world.model, kind.id, place)
  const serials = kind.tracked ? some(world, known, quantity / 1000) : []
  return { kind, quantity, serials, legal: rule.canLeave(world.model, kind, place, quantity, serials) }
}

const move = (world: World): Trial => {
  const { chance, model, people, places } = world
  const from = chance.pick([places.bin, places.shelf, places.bad, places.bag])
  const to = chance.pick([places.bin, places.shelf, places.bad, places.bag])
  const { kind, quantity, serials, legal } = outOf(world, from)
  return trial(
    people.manager,
    'stock.move',
    { fromPlaceId: from, toPlaceId: to, lines: [{ partId: kind.id, quantity, serials }], reason: '移位' },
    legal && from !== to,
    () => rule.carry(model, kind.id, { from, to, quantity, serials }),
  )
}

const scrap = (world: World): Trial => {
  const { model, people, places } = world
  const { kind, quantity, serials, legal } = outOf(world, places.bad)
  const lines = [{ partId: kind.id, quantity, serials, placeId: places.bad }]
  return trial(people.manager, 'stock.scrap', { lines, reason: '报废' }, legal, () =>
    rule.carry(model, kind.id, { from: places.bad, quantity, serials }),
  )
}

const count = (world: World): Trial => {
  const { chance, model, people, places, kinds } = world
  const kind = chance.pick(kinds.filter(({ tracked }) => !tracked))
  const place = chance.pick([places.bin, places.shelf])
  const unit = kind.byMetre ? 1 : 1000
  const counted = Math.max(0, rule.at(model, kind.id, place) + unit * (chance.upTo(5) - 2))
  const lines = [{ partId: kind.id, counted, serials: [] }]
  return trial(people.manager, 'stock.count', { placeId: place, lines, reason: '盘点' }, true, () =>
    rule.add(model, kind.id, place, counted - rule.at(model, kind.id, place)),
  )
}

const send = (world: World): Trial => {
  const { model, people, places, farWarehouse } = world
  const { kind, quantity, serials, legal } = outOf(world, places.bin)
  const lines = [{ partId: kind.id, quantity, serials }]
  return trial(
    people.manager,
    'stock.transferSend',
    { fromPlaceId: places.bin, toWarehouseId: farWarehouse, lines },
    legal,
    ({ documentId }) => {
      rule.carry(model, kind.id, { from: places.bin, to: 'way', quantity, serials })
      model.underWay.push({ document: documentId, part: kind.id, quantity, serials })
    },
  )
}

const arrive = (world: World): Trial | undefined => {
  const { chance, model, people, places } = world
  const sent = model.underWay.length > 0 ? chance.pick(model.underWay) : undefined
  if (!sent) return undefined
  const { part, quantity, serials } = sent
  const lines = [{ partId: part, quantity, serials: [...serials], placeId: places.far }]
  return trial(people.manager, 'stock.transferArrive', { documentId: sent.document, lines }, true, () => {
    rule.carry(model, part, { from: 'way', to: places.far, quantity, serials })
    model.underWay.splice(model.underWay.indexOf(sent), 1)
    rule.cover(model, part, quantity)
  })
}

const newLine = (world: World, id: string, order: number, kind: Kind | null): ModelLine => {
  const line: ModelLine = {
    ...{ id, order, part: kind?.id ?? null, tracked: kind?.tracked ?? false },
    ...{ oldReturnable: kind?.oldReturnable ?? false, planned: 0, issued: 0, used: 0, good: 0, bad: 0 },
    ...{ owed: 0, oldBack: 0, held: new Set<string>(), put: new Set<string>() },
  }
  world.model.lines.push(line)
  return line
}

const plan = (world: World): Trial => {
  const { chance, people, kinds, orders } = world
  const order = chance.upTo(orders.length)
  const id = orders[order] ?? ''
  const kind = chance.upTo(6) === 0 ? null : chance.pick(kinds)
  const quantity = kind === null ? 1000 * (1 + chance.upTo(3)) : amountOf(world, kind)
  const line =
    kind === null
      ? { name: '外购件', quantity, boughtInCostFen: 4500, priceFen: 9000 }
      : { partId: kind.id, quantity }
  return trial(
    people.clerk,
    'orderPart.plan',
    { id, lines: [line] },
    kind === null || kind.byMetre || quantity % 1000 === 0,
    ({ orderPartIds }) => {
      newLine(world, orderPartIds[0] ?? '', order, kind).planned = quantity
    },
  )
}

const changePlan = (world: World, line: ModelLine): Trial => {
  const kind = kindOf(world, line.part)
  const by = (world.chance.upTo(2) === 0 ? -1 : 1) * (kind === null ? 1000 : amountOf(world, kind))
  const enough = by > 0 || line.planned + by >= Math.max(0, rule.net(line))
  const legal = enough && (kind === null || kind.byMetre || by % 1000 === 0)
  return trial(world.people.clerk, 'orderPart.changePlan', { orderPartId: line.id, by }, legal, () => {
    line.planned += by
  })
}

/** The technician is on the job of the first order only. */
const worker = ({ chance, people }: World, order: number): Readonly<{ by: Worker; his: boolean }> => {
  const by = chance.pick([people.manager, people.clerk, people.technician])
  return { by, his: by !== people.technician || order === 0 }
}

const issue = (world: World, line: ModelLine): Trial => {
  const { chance, model, places, orders } = world
  const { by, his } = worker(world, line.order)
  const kind = kindOf(world, line.part)
  const place = chance.pick([places.bin, places.bin, places.shelf, places.far, places.bad])
  const quantity = kind === null ? 1000 : amountOf(world, kind)
  const known = kind === null ? [] : rule.serialsAt(model, kind.id, place)
  const serials = line.tracked ? some(world, known, quantity / 1000) : []
  const there =
    kind === null || (place !== places.bad && rule.canLeave(model, kind, place, quantity, serials))
  const wanted = { orderPartId: line.id, quantity, serials, ...(kind === null ? {} : { placeId: place }) }
  return trial(by, 'orderPart.issue', { id: orders[line.order] ?? '', lines: [wanted] }, his && there, () => {
    rule.planAtLeast(line, quantity)
    line.issued += quantity
    for (const serial of serials) line.held.add(serial)
    if (kind !== null) rule.carry(model, kind.id, { from: place, to: 'order', quantity, serials })
  })
}

const handled = (world: World, line: ModelLine, known: ReadonlySet<string>) => {
  const kind = kindOf(world, line.part)
  const quantity = kind === null ? 1000 * (1 + world.chance.upTo(2)) : amountOf(world, kind)
  return { kind, quantity, serials: line.tracked ? some(world, [...known], quantity / 1000) : [] }
}

const use = (world: World, line: ModelLine): Trial => {
  const { by, his } = worker(world, line.order)
  const { kind, quantity, serials } = handled(world, line, line.held)
  const none = world.chance.upTo(4) === 0 ? '客户留着' : ''
  const wanted = {
    ...{ orderPartId: line.id, quantity, newSerials: serials, noOldPart: none },
    oldSerials: none === '' ? serials.map((serial) => `旧${serial}`) : [],
  }
  return trial(
    by,
    'orderPart.use',
    { id: world.orders[line.order] ?? '', lines: [wanted] },
    his && rule.canUse(line, kind, quantity, serials),
    () => {
      line.used += quantity
      if (line.oldReturnable && none === '') line.owed += quantity
      for (const serial of serials) {
        line.held.delete(serial)
        line.put.add(serial)
      }
    },
  )
}

const takeBack = (world: World, line: ModelLine): Trial => {
  const { by, his } = worker(world, line.order)
  const { kind, quantity, serials } = handled(world, line, line.put)
  return trial(
    by,
    'orderPart.takeBackUse',
    { orderPartId: line.id, quantity, serials, reason: '写错了' },
    his && rule.canTakeBack(line, kind, quantity, serials),
    () => {
      line.used -= quantity
      line.owed = Math.min(line.owed, line.used)
      for (const serial of serials) {
        line.put.delete(serial)
        line.held.add(serial)
      }
    },
  )
}

const giveBack = (world: World, line: ModelLine): Trial => {
  const { chance, model, places, orders } = world
  const { by, his } = worker(world, line.order)
  const { kind, quantity, serials } = handled(world, line, line.held)
  const condition = chance.pick(['good', 'defective'] as const)
  const fault = condition === 'defective' && chance.upTo(10) > 0 ? '花屏' : ''
  const to = condition === 'good' ? places.shelf : places.bad
  const wanted = { orderPartId: line.id, quantity, condition, serials, fault, placeId: places.shelf }
  return trial(
    by,
    'orderPart.giveBack',
    { id: orders[line.order] ?? '', lines: [wanted] },
    his && rule.canUse(line, kind, quantity, serials) && (condition === 'good' || fault !== ''),
    () => {
      if (condition === 'good') line.good += quantity
      else {
        line.bad += quantity
        model.tags.defective += quantity
      }
      for (const serial of serials) line.held.delete(serial)
      if (kind !== null) rule.carry(model, kind.id, { to, quantity, serials })
    },
  )
}

const returnOld = (world: World, line: ModelLine): Trial => {
  const { by, his } = worker(world, line.order)
  const { kind, quantity } = handled(world, line, line.held)
  const wanted = { orderPartId: line.id, quantity, fault: '旧件' }
  const fits = kind === null || kind.byMetre || quantity % 1000 === 0
  return trial(
    by,
    'orderPart.returnOld',
    { id: world.orders[line.order] ?? '', lines: [wanted] },
    his && fits && line.oldBack + quantity <= line.owed,
    () => {
      line.oldBack += quantity
      world.model.tags.old += quantity
    },
  )
}

const request = (world: World): Trial => {
  const { chance, model, people, kinds } = world
  const [kind, quantity] = [chance.pick(kinds), 1000 * (1 + chance.upTo(4))]
  const expectedAt = 4_000_000_000_000 + DAY
  return trial(
    people.clerk,
    'orderPart.request',
    { partId: kind.id, quantity, source: 'purchase', expectedAt },
    true,
    ({ requestId }) => void model.requests.push({ id: requestId, part: kind.id, quantity }),
  )
}

const endRequest = (world: World): Trial | undefined => {
  const { chance, model, people } = world
  const open = model.requests.length > 0 ? chance.pick(model.requests) : undefined
  if (!open) return undefined
  const reason = chance.pick(['停产', ''])
  return trial(
    people.manager,
    'orderPart.endRequest',
    { requestId: open.id, end: 'unavailable', reason },
    reason !== '',
    () => void model.requests.splice(model.requests.indexOf(open), 1),
  )
}

const OF_A_LINE = [issue, issue, issue, use, use, takeBack, giveBack, giveBack, returnOld, changePlan]

const nextTrial = (world: World): Trial => {
  const { chance, model } = world
  const dice = chance.upTo(100)
  if (dice < 10) return receive(world)
  if (dice < 15) return move(world)
  if (dice < 18) return count(world)
  if (dice < 20) return scrap(world)
  if (dice < 23) return send(world)
  if (dice < 26) return arrive(world) ?? send(world)
  if (dice < 29) return request(world)
  if (dice < 31) return endRequest(world) ?? request(world)
  // Few lines, so that much happens on each; old ones are left alone by and by.
  const line = model.lines.length > 0 ? chance.pick(model.lines.slice(-24)) : undefined
  return !line || dice < 37 ? plan(world) : chance.pick(OF_A_LINE)(world, line)
}

/** Gives so many commands; answers how many were refused of those that had to be. */
export const commandPartsAtRandom = async (seed: number, commands: number): Promise<void> => {
  const world = await openWorld(seed)
  const file = openDriver(`${world.dir}/counter.db`, { readonly: true })
  let refused = 0
  try {
    for (let made = 1; made <= commands; made += 1) {
      const { by, method, params, legal, happen } = nextTrial(world)
      const reply = await by.ask(method, params as never)
      if (reply.ok !== legal)
        throw new Error(
          `${made}: ${method} ${JSON.stringify(params)} should ${legal ? '' : 'not '}be done: ${JSON.stringify(reply)}`,
        )
      if (reply.ok) happen(reply.value as never)
      else refused += 1
      if (made % AT_ONCE === 0 || made === commands)
        expect(bookedParts(file, world)).toEqual(modelledParts(world))
    }
  } finally {
    file.close()
  }
  // Commands of which hardly any is refused, or hardly any is not, would prove little.
  expect([refused / commands > 0.1, refused / commands < 0.75]).toEqual([true, true])
}
