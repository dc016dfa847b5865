// Who sees a telephone number in full, and what the others get instead (rule STF-4).
import { describe, expect, it } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import { startShop, visit } from '#test/support/core.ts'
import { hire } from '#test/support/hire.ts'

const FULL = '138 0013 8000'
const MASKED = '138****8000'

/** 张三 has brought a laptop; beside the manager there are a clerk, a cashier and two technicians. */
const shopWithPeople = async () => {
  const shop = await startShop()
  const { manager, connect } = shop
  const made = await manager.value('visit.create', visit())
  const order = made.orders[0]?.id ?? ''
  const [clerk, cashier, technician, other] = await Promise.all([
    hire(shop, { staffNo: '11', name: '小李', roles: ['clerk'] }),
    hire(shop, { staffNo: '12', name: '小钱', roles: ['cashier'] }),
    hire(shop, { staffNo: '13', name: '小周', roles: ['technician'] }),
    hire(shop, { staffNo: '14', name: '小吴', roles: ['technician'] }),
  ])
  await clerk.value('contact.copied', { id: order, occasion: 'received', text: '已收下' })
  await manager.value('staff.change', { id: shop.staffId, roles: ['manager'] })
  return { ...shop, connect, order, customerId: made.customerId, clerk, cashier, technician, other }
}
type Shop = Awaited<ReturnType<typeof shopWithPeople>>
type Person = Shop['clerk'] | Shop['manager']

const seen = async ({ customerId, order }: Shop, person: Person) => {
  const customer = await person.value('customer.get', { id: customerId })
  const detail = await person.value('order.get', { id: order })
  const { duplicates } = await person.value('customer.duplicates', { name: '张三', phones: [FULL] })
  const found = await person.value('search.find', { text: '13800138000' })
  const { log } = await person.value('order.log', { id: order })
  const { messages } = await person.value('contact.messages', { id: order })
  const pickUp = await person.value('handOver.panel', { orderId: order })
  return {
    customer: customer.phones.map(({ display, key }) => [display, key]),
    customerMasked: customer.phonesMasked,
    order: detail.customer.phones.map(({ display }) => display),
    orderMasked: detail.customer.phonesMasked,
    duplicates: duplicates.flatMap(({ phones }) => phones),
    hits: found.hits.flatMap((hit) => (hit.kind === 'customer' ? hit.phones : [])),
    messages: messages.map(({ phone }) => phone),
    pickUp: pickUp.phone,
    log: log.flatMap(({ changes }) => (changes?.['phones'] ? [changes['phones']] : [])),
  }
}

const full = {
  customer: [[FULL, '13800138000']],
  customerMasked: false,
  order: [FULL],
  orderMasked: false,
  duplicates: [FULL],
  hits: [FULL],
  messages: [FULL],
  pickUp: FULL,
  log: [],
}
const masked = {
  customer: [[MASKED, '']],
  customerMasked: true,
  order: [MASKED],
  orderMasked: true,
  duplicates: [MASKED],
  hits: [MASKED],
  messages: [MASKED],
  pickUp: MASKED,
  log: [],
}

/** There is no command yet that gives a job: the rows are those that a dispatch writes. */
const giveJob = (dir: string, order: string, staffId: string, state: string): void => {
  const db = openDriver(`${dir}/counter.db`)
  const id = `0190f5fe-7c00-7a00-8000-0000000000${state === 'revoked' ? 'e1' : 'e2'}`
  const position = state === 'revoked' ? 1 : 2
  db.prepare(
    `insert into dispatch (id, order_id, position, target, direction, purpose, state, since, created_at, created_by)
     values (?, ?, ?, 'own', 'out', 'repair', ?, 1, 1, ?)`,
  ).run(id, order, position, state, staffId)
  db.prepare('insert into dispatch_member (id, dispatch_id, staff_id, part) values (?, ?, ?, ?)').run(
    id.replace('e', 'f'),
    id,
    staffId,
    'primary',
  )
  db.close()
}

describe('telephone numbers', () => {
  it('STF-4 clerks see them, others read them masked in every answer, and find them all the same', async () => {
    const shop = await shopWithPeople()
    expect(await seen(shop, shop.clerk)).toEqual(full)
    for (const person of [shop.manager, shop.cashier, shop.technician, shop.other])
      expect(await seen(shop, person)).toEqual(masked)
  })

  it('STF-4 the technician of an order sees its customer in full, a former or another one does not', async () => {
    const shop = await shopWithPeople()
    giveJob(shop.dir, shop.order, shop.other.staffId, 'revoked')
    giveJob(shop.dir, shop.order, shop.technician.staffId, 'open')
    // Lists and search know no job: by role they stay masked.
    expect(await seen(shop, shop.technician)).toEqual({ ...full, duplicates: [MASKED], hits: [MASKED] })
    expect(await seen(shop, shop.other)).toEqual(masked)
  })

  it('STF-4 a corrected number stands masked in the log for who may not see it', async () => {
    const shop = await shopWithPeople()
    await shop.clerk.value('customer.change', {
      id: shop.customerId,
      changes: { phones: ['13900139000'] },
    })
    expect([(await seen(shop, shop.clerk)).log, (await seen(shop, shop.cashier)).log]).toEqual([
      [[[FULL], ['139 0013 9000']]],
      [[[MASKED], ['139****9000']]],
    ])
  })

  it('STF-4 whoever sees them masked can correct the rest, and a masked line keeps its number', async () => {
    const shop = await shopWithPeople()
    const { cashier, clerk, customerId } = shop
    const changed = await cashier.value('customer.change', {
      id: customerId,
      changes: { name: '张山', phones: [MASKED, '0755-83001234'] },
    })
    expect(changed.phones.map(({ display }) => display)).toEqual([MASKED, '0755-****1234'])
    const after = await clerk.value('customer.get', { id: customerId })
    expect([after.name, after.phones.map(({ display }) => display)]).toEqual([
      '张山',
      [FULL, '0755-83001234'],
    ])
    expect(
      await cashier.refusal('customer.change', { id: customerId, changes: { phones: ['139****9000'] } }),
    ).toEqual({ refusal: 'unreadablePhone', field: 'changes.phones.0', given: '139****9000' })
  })

  it('STF-4 a possible duplicate at intake gives no number away', async () => {
    const shop = await shopWithPeople()
    const refused = await shop.cashier.refusal('visit.create', visit())
    expect(refused).toMatchObject({ refusal: 'probableDuplicate', duplicates: [{ phones: [MASKED] }] })
  })

  it('STF-4 one number is shown for a reason, which stands in the audit log before it is shown', async () => {
    const { manager, cashier, customerId, dir } = await shopWithPeople()
    expect(await manager.value('customer.revealPhone', { id: customerId, reason: '回访' })).toEqual({
      phones: [FULL],
    })
    expect(await cashier.refusal('customer.revealPhone', { id: customerId, reason: '想看' })).toMatchObject({
      refusal: 'notAllowed',
    })
    const db = openDriver(`${dir}/counter.db`, { readonly: true })
    const rows = db
      .prepare(
        `select s.name, a.object_id, a.details from audit a join staff s on s.id = a.staff_id where a.action = 'customer.phoneRevealed'`,
      )
      .all()
    const kept = db
      .prepare(`select reply from command_record where method = 'customer.revealPhone'`)
      .pluck()
      .all()
    db.close()
    expect([rows, kept]).toEqual([
      [{ name: '王店长', object_id: customerId, details: '{"reason":"回访"}' }],
      [null],
    ])
  })
})
