// The ledger itself: what a document may do, what it costs, and what it is refused for.
import { describe, expect, it } from 'vitest'
import { post } from '#core/stock/index.ts'
import type { Leg, NewDocument } from '#core/stock/index.ts'
import { text } from '#core/db/handle.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { closedShop } from '#test/support/core.ts'
import { openDesk } from '#test/support/stock-desk.ts'
import type { DeskContext } from '#test/support/stock-desk.ts'

type Kind = 'bin' | 'defective' | 'bag' | 'transit'

const insertPlace = (ctx: DeskContext, warehouseId: string, kind: Kind, code: string, staffId?: string) => {
  const id = ctx.newId()
  ctx.insert(
    'stockPlace',
    id,
    {
      warehouseId,
      kind,
      code,
      name: code,
      staffId: staffId ?? null,
      active: true,
      createdAt: ctx.now,
    },
    'stockPlace.added',
  )
  return id
}

const openLedger = async () => {
  const dir = await closedShop()
  const staffId = openDesk(dir, '').read.value<string>(text('select id from staff')) ?? ''
  const desk = openDesk(dir, staffId)
  const other = desk.work((ctx) => {
    const id = ctx.newId()
    ctx.insert(
      'staff',
      id,
      {
        staffNo: '2003',
        name: '李卫国',
        initials: 'lwg',
        roles: ['technician'],
        active: true,
        createdAt: ctx.now,
      },
      'staff.added',
      { password_hash: Buffer.alloc(32), password_salt: Buffer.alloc(32), must_change_password: 0 },
    )
    return id
  })
  const places = desk.work((ctx) => {
    const warehouse = ctx.newId()
    ctx.insert(
      'warehouse',
      warehouse,
      { code: 'T1', name: '测试库', active: true, createdAt: ctx.now },
      'warehouse.added',
    )
    return {
      bin: insertPlace(ctx, warehouse, 'bin', 'T1-A'),
      bin2: insertPlace(ctx, warehouse, 'bin', 'T1-B'),
      bad: insertPlace(ctx, warehouse, 'defective', 'T1-X'),
      bag: insertPlace(ctx, warehouse, 'bag', 'T1-BAG', other),
      way: insertPlace(ctx, warehouse, 'transit', 'T1-W'),
    }
  })
  const go = (document: NewDocument, ...legs: Leg[]) => desk.work((ctx) => post(ctx, document, legs))
  const done = (document: NewDocument, ...legs: Leg[]) => {
    const posted = go(document, ...legs)
    if (isRefused(posted)) throw new Error(JSON.stringify(posted))
    return posted
  }
  const refused = (document: NewDocument, ...legs: Leg[]) => {
    const posted = go(document, ...legs)
    if (!isRefused(posted)) throw new Error('posted')
    return posted.refused
  }
  const stock = () =>
    desk.read.all<{ place: string; quantity: number }>(
      text(
        `select p.code as place, b.quantity from stock_balance b join stock_place p on p.id = b.place_id
         where b.quantity > 0 order by p.code`,
      ),
    )
  const cost = (partId: string) =>
    desk.read.get<{ quantity: number; valueFen: number }>(
      text('select quantity, value_fen as valueFen from stock_cost where part_id = ?', partId),
    )
  return { ...desk, staffId, other, places, go, done, refused, stock, cost }
}

describe('the ledger', () => {
  it('PRT-4 nothing leaves that is not there, also when two lines of one document want it', async () => {
    const { part, places, done, refused, stock } = await openLedger()
    const partId = part({ name: '风扇' })
    done({ kind: 'receipt' }, { partId, placeId: places.bin, quantity: 3000, valueFen: 3000 })
    const two = { partId, placeId: places.bin, quantity: -2000 }
    expect(refused({ kind: 'supplierReturn' }, two, two)).toEqual({
      refusal: 'notInStock',
      field: 'legs.0.quantity',
      part: '风扇',
      place: 'T1-A',
      inStock: 3000,
      wanted: 4000,
      unit: '个',
    })
    done({ kind: 'supplierReturn' }, two)
    expect(refused({ kind: 'supplierReturn' }, two)).toMatchObject({ inStock: 1000, wanted: 2000 })
    expect(stock()).toEqual([{ place: 'T1-A', quantity: 1000 }])
  })

  it('PRT-10 what leaves takes its share of the value, and the last piece takes what is left', async () => {
    const { part, places, done, cost } = await openLedger()
    const partId = part()
    done({ kind: 'receipt' }, { partId, placeId: places.bin, quantity: 3000, valueFen: 1000 })
    const one = { partId, placeId: places.bin, quantity: -1000 }
    const values = [1, 2, 3].map(() => done({ kind: 'supplierReturn' }, one).legs[0]?.valueFen)
    expect([values, cost(partId)]).toEqual([[-333, -334, -333], { quantity: 0, valueFen: 0 }])
  })

  it('PRT-10 the average moves with every receipt and not with a transfer', async () => {
    const { part, places, done, cost, stock } = await openLedger()
    const partId = part()
    done({ kind: 'receipt' }, { partId, placeId: places.bin, quantity: 2000, valueFen: 2000 })
    done({ kind: 'receipt' }, { partId, placeId: places.bin, quantity: 1000, valueFen: 2501 })
    const moved = done(
      { kind: 'transfer' },
      { partId, placeId: places.bin, quantity: -2000 },
      { partId, placeId: places.bin2, quantity: 1000 },
      { partId, placeId: places.bad, quantity: 1000 },
    )
    expect([moved.legs.map(({ valueFen }) => valueFen), cost(partId), stock()]).toEqual([
      [-3001, 1501, 1500],
      { quantity: 3000, valueFen: 4501 },
      [
        { place: 'T1-A', quantity: 1000 },
        { place: 'T1-B', quantity: 1000 },
        { place: 'T1-X', quantity: 1000 },
      ],
    ])
  })

  it('PRT-10 what a count finds costs what the others cost, or what the last one cost', async () => {
    const { part, places, done } = await openLedger()
    const partId = part()
    const at = { partId, placeId: places.bin }
    done({ kind: 'receipt' }, { ...at, quantity: 2000, valueFen: 900 })
    const found = () => done({ kind: 'count', reason: '盘点' }, { ...at, quantity: 1000 }).legs[0]?.valueFen
    const first = found()
    done({ kind: 'adjustment', reason: '丢失' }, { ...at, quantity: -3000 })
    expect([first, found()]).toEqual([450, 450])
  })

  it('PRT-5 an order takes from a bin or from the bag of whoever gives or gets the part, from nowhere else', async () => {
    const { part, places, done, refused, other } = await openLedger()
    const partId = part()
    for (const placeId of [places.bad, places.bag])
      done({ kind: 'receipt' }, { partId, placeId, quantity: 1000, valueFen: 100 })
    const from = (placeId: string) => ({ partId, placeId, quantity: -1000 })
    const issue: NewDocument = { kind: 'issue', orderId: 'none' }
    expect([
      refused(issue, from(places.bad)),
      refused(issue, from(places.bag)),
      // Past the judge: what is missing now is in the bin.
      refused(issue, from(places.bin)).refusal,
      refused({ ...issue, receivedBy: other }, { ...from(places.bag), quantity: -2000 }).refusal,
    ]).toEqual([
      { refusal: 'notSellable', field: 'legs.0.placeId', place: 'T1-X' },
      { refusal: 'notSellable', field: 'legs.0.placeId', place: 'T1-BAG' },
      'notInStock',
      'notInStock',
    ])
  })

  it('PRT-4 a serial number is at one place: it leaves from there, and comes in only from nowhere', async () => {
    const { part, places, done, refused, read } = await openLedger()
    const partId = part({ name: '液晶屏', serialTracked: true })
    const receipt = { partId, placeId: places.bin, valueFen: 100 }
    done({ kind: 'receipt' }, { ...receipt, quantity: 2000, serials: ['a1', 'Ａ2 '] })
    const back = (serials: string[], placeId = places.bin) =>
      refused({ kind: 'supplierReturn' }, { partId, placeId, quantity: -1000, serials })
    expect([
      refused({ kind: 'receipt' }, { ...receipt, quantity: 1000, serials: ['A2'] }),
      refused({ kind: 'receipt' }, { ...receipt, quantity: 2000, serials: ['B1', 'b1'] }),
      back(['B9']),
      back([]),
    ]).toEqual([
      { refusal: 'serialElsewhere', field: 'legs.0.serials', serial: 'A2', where: 'T1-A' },
      { refusal: 'serialsMissing', field: 'legs.0.serials', part: '液晶屏', needed: 2, given: 1 },
      { refusal: 'serialUnknown', field: 'legs.0.serials', serial: 'B9' },
      { refusal: 'serialsMissing', field: 'legs.0.serials', part: '液晶屏', needed: 1, given: 0 },
    ])
    done(
      { kind: 'transfer' },
      { partId, placeId: places.bin, quantity: -1000, serials: ['A1'] },
      { partId, placeId: places.bin2, quantity: 1000, serials: ['A1'] },
    )
    expect([
      refused(
        { kind: 'transfer' },
        { partId, placeId: places.bin, quantity: -1000, serials: ['A2'] },
        { partId, placeId: places.bin2, quantity: 1000, serials: ['A1'] },
      ).refusal,
      back(['A1']),
    ]).toEqual([
      'serialElsewhere',
      { refusal: 'serialElsewhere', field: 'legs.0.serials', serial: 'A1', where: 'T1-B' },
    ])
    done({ kind: 'supplierReturn' }, { partId, placeId: places.bin2, quantity: -1000, serials: ['A1'] })
    // Repaired by the supplier it comes again.
    done({ kind: 'receipt' }, { ...receipt, quantity: 1000, serials: ['A1'] })
    expect(read.all(text('select serial, place_id from part_serial order by serial'))).toEqual([
      { serial: 'A1', place_id: places.bin },
      { serial: 'A2', place_id: places.bin },
    ])
  })

  it('PRT-9 what arrives is what its own transfer sent', async () => {
    const { part, places, done, refused } = await openLedger()
    const partId = part()
    done({ kind: 'receipt' }, { partId, placeId: places.bin, quantity: 9000, valueFen: 900 })
    const send = (quantity: number) =>
      done(
        { kind: 'transfer' },
        { partId, placeId: places.bin, quantity: -quantity },
        { partId, placeId: places.way, quantity },
      ).documentId
    const [first, second] = [send(2000), send(3000)]
    const arrive = (refersTo: string, quantity: number): [NewDocument, Leg, Leg] => [
      { kind: 'arrival', refersTo },
      { partId, placeId: places.way, quantity: -quantity },
      { partId, placeId: places.bin2, quantity },
    ]
    expect(refused(...arrive(first, 3000))).toMatchObject({
      refusal: 'notInStock',
      inStock: 2000,
      wanted: 3000,
    })
    done(...arrive(second, 3000))
    expect(refused(...arrive(second, 1000))).toMatchObject({ inStock: 0, wanted: 1000 })
    done(...arrive(first, 2000))
  })

  it('PRT-4 zero, the wrong sign and half a piece are no quantities; a part or place out of use takes nothing in', async () => {
    const { part, places, refused, work } = await openLedger()
    const partId = part()
    const old = part({ active: false, name: '旧件' })
    work((ctx) => ctx.update('stockPlace', places.bin2, { active: false }, 'stockPlace.changed'))
    const into = (quantity: number, given: Partial<Leg> = {}) =>
      refused({ kind: 'receipt' }, { partId, placeId: places.bin, quantity, valueFen: 1, ...given })
    expect([
      into(0)['because'],
      into(-1000)['because'],
      into(500)['because'],
      into(2_000_000_000)['because'],
      into(1000, { partId: old }),
      into(1000, { placeId: places.bin2, field: 'lines.3' }),
      into(1000, { partId: places.bin }),
    ]).toEqual([
      'zero',
      'negative',
      'fraction',
      'tooLarge',
      { refusal: 'partInactive', field: 'legs.0.partId', part: '旧件' },
      { refusal: 'placeInactive', field: 'lines.3.placeId', place: 'T1-B' },
      { refusal: 'unknownPart', field: 'legs.0.partId' },
    ])
  })

  it('WO-6 each document has a number of its own', async () => {
    const { part, places, done } = await openLedger()
    const partId = part()
    const numbers = [1, 2, 3, 4].map(
      () => done({ kind: 'receipt' }, { partId, placeId: places.bin, quantity: 1000, valueFen: 1 }).number,
    )
    expect(new Set(numbers).size).toBe(4)
    expect(numbers[0]).toMatch(/^SZ01-261122-10\d{3}-[0-9A-Z]$/)
  })
})
