// The customer screen's procedures.
import { customers } from '#shared/contract/customers.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { maskPhone } from '#shared/domain/papers/mask-phone.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { serialKey } from '#shared/kernel/text.ts'
import { implement } from '#core/command/registry.ts'
import type { Change } from '#core/command/recorder.ts'
import type { Fields } from '#core/db/rows.ts'
import { partsOfDevice } from '#core/device-parts/index.ts'
import { markPapersOutdated } from '#core/orders/index.ts'
import { customerAsSeen, seesPhonesOfCustomer } from '#core/own-jobs/index.ts'
import { changeCustomer, insertCustomer, phonesOf, renewSearch } from './customers.ts'
import { findDuplicates } from './duplicates.ts'
import type { KnownCustomer } from './repository.ts'
import { devicesOf, ordersOfDevices, readCustomer, readDevice, refusedFeesOf } from './repository.ts'

/**
 * The numbers of a form in full. Whoever sees them masked sends them back masked: such a line means the number
 * that it hides, and one that hides none of the customer's is no number.
 */
const unmasked = (given: readonly string[], customer: KnownCustomer): string[] | Refused => {
  const known = customer.phones.map(({ display }) => display)
  const phones: string[] = []
  for (const [index, one] of given.entries()) {
    const meant = one.includes('**')
      ? known.find((phone) => maskPhone(phone) === one && !phones.includes(phone))
      : one
    if (meant === undefined)
      return refuse('unreadablePhone', { field: `changes.phones.${index}`, given: one })
    phones.push(meant)
  }
  return phones
}

/** What of his account differs (rule SET-10), if anything. */
const creditChanged = (
  changes: Partial<Pick<KnownCustomer, 'accountDays' | 'creditLimitFen'>>,
  before: KnownCustomer,
): string | undefined =>
  (['accountDays', 'creditLimitFen'] as const).find(
    (key) => changes[key] !== undefined && changes[key] !== before[key],
  )

export const customerEntries = implement(customers, {
  get: (ctx, input) => {
    const customer = readCustomer(ctx.db, input.id)
    if (!customer) return refuse('unknownCustomer', { field: 'id' })
    return customerAsSeen(seesPhonesOfCustomer(ctx, input.id), customer)
  },

  devices: (ctx, input) => {
    const list = devicesOf(ctx.db, input.customerId)
    const orders = ordersOfDevices(
      ctx.db,
      list.map((device) => device.id),
    )
    const withOrders = list.map((device) => ({
      ...device,
      orders: orders
        .filter((order) => order.device_id === device.id)
        .map((order) => ({
          id: order.id,
          number: order.number,
          state: order.state,
          createdAt: order.created_at,
          reportedFault: order.reported_fault,
        })),
    }))
    const seen = (device: (typeof withOrders)[number]): number =>
      device.orders[0]?.createdAt ?? device.createdAt
    return { devices: withOrders.sort((a, b) => seen(b) - seen(a)) }
  },

  deviceParts: (ctx, { deviceId }) => ({
    parts: partsOfDevice(ctx.db, deviceId).map((row) => ({
      id: row.id,
      partId: row.part_id,
      code: row.code,
      name: row.name,
      unit: row.unit,
      serial: row.serial,
      oldSerial: row.old_serial,
      quantity: row.quantity,
      orderId: row.order_id,
      orderNumber: row.order_number,
      at: row.at,
      removed:
        row.removed_order_id === null || row.removed_at === null
          ? null
          : {
              orderId: row.removed_order_id,
              orderNumber: row.removed_order_number ?? '',
              at: row.removed_at,
              replacedBy: row.replacement_serial ?? '',
            },
    })),
  }),

  duplicates: (ctx, input) => ({ duplicates: findDuplicates(ctx, input, ctx.shop?.areaCode ?? '') }),

  change: (ctx, input) => {
    const before = readCustomer(ctx.db, input.id)
    if (!before) return refuse('unknownCustomer', { field: 'id' })
    const credit = creditChanged(input.changes, before)
    if (credit && !has('approveMoney', ctx.actor.roles))
      return refuse('mayNotGiveCredit', { field: `changes.${credit}` })
    const given = input.changes.phones && unmasked(input.changes.phones, before)
    if (isRefused(given)) return given
    const phones = given && phonesOf(given, ctx.shop?.areaCode ?? '', 'changes.phones')
    if (isRefused(phones)) return phones
    const changed = changeCustomer(ctx, input.id, input.changes, phones)
    if (Object.keys(changed).length > 0) {
      ctx.log({ subject: 'customer', subjectId: input.id, action: 'customer.changed', changes: changed })
      ctx.audit({
        action: 'customer.changed',
        object: 'customer',
        objectId: input.id,
        details: { fields: Object.keys(changed) },
      })
      // Address and remark stand on no paper.
      if (changed['name'] || changed['phones'] || changed['company']) {
        markPapersOutdated(ctx, { customerId: input.id }, 'customer.changed', changed)
      }
      ctx.changed('customer', `customer:${input.id}`, 'workOrder')
    }
    const after = readCustomer(ctx.db, input.id)
    if (!after) throw new Error('the customer that was just changed is not there')
    return customerAsSeen(seesPhonesOfCustomer(ctx, input.id), after)
  },

  changeDevice: (ctx, input) => {
    const before = readDevice(ctx.db, input.id)
    if (!before) return refuse('unknownDevice', { field: 'id' })
    const fields: Fields = {}
    const changed: Record<string, Change> = {}
    for (const [key, value] of Object.entries(input.changes)) {
      const old = before[key as keyof typeof input.changes]
      if (value === undefined || value === old) continue
      fields[key] = value
      changed[key] = [old, value]
    }
    const after = { ...before, ...fields }
    if (after.serial === '' && after.noSerialReason === '')
      return refuse('serialMissing', { field: 'changes.serial' })
    if (Object.keys(fields).length === 0) return before
    ctx.update(
      'device',
      input.id,
      fields,
      'device.changed',
      fields['serial'] === undefined ? {} : { serial_key: serialKey(String(fields['serial'])) },
    )
    ctx.log({ subject: 'device', subjectId: input.id, action: 'device.changed', changes: changed })
    ctx.audit({
      action: 'device.changed',
      object: 'device',
      objectId: input.id,
      details: { fields: Object.keys(fields) },
    })
    markPapersOutdated(ctx, { deviceId: input.id }, 'device.changed', changed)
    ctx.changed('device', `customer:${before.customerId}`, 'workOrder')
    return after
  },

  recordRefusedFee: (ctx, input) => {
    let customerId: string
    if ('existing' in input.customer) {
      customerId = input.customer.existing
      if (!readCustomer(ctx.db, customerId)) return refuse('unknownCustomer', { field: 'customer.existing' })
    } else {
      const phones = phonesOf(input.customer.new.phones, ctx.shop?.areaCode ?? '', 'customer.new.phones')
      if (isRefused(phones)) return phones
      customerId = insertCustomer(ctx, input.customer.new, phones)
      renewSearch(ctx, customerId)
    }
    const fields = {
      customerId,
      at: ctx.now,
      staffId: ctx.actor.staffId,
      deviceText: input.deviceText,
      feeFen: input.feeFen,
      remark: input.remark,
    }
    const id = ctx.newId()
    ctx.insert('refusedFee', id, fields, 'refusedFee.recorded')
    ctx.log({
      subject: 'customer',
      subjectId: customerId,
      action: 'customer.refusedFee',
      remark: `${input.deviceText} ${input.remark}`.trim(),
    })
    ctx.audit({ action: 'customer.refusedFee', object: 'customer', objectId: customerId })
    ctx.changed('customer', `customer:${customerId}`)
    return { customerId }
  },

  revealPhone: (ctx, input) => {
    const customer = readCustomer(ctx.db, input.id)
    if (!customer) return refuse('unknownCustomer', { field: 'id' })
    // The audit row is part of the commit that comes before this answer leaves the core.
    ctx.audit({
      action: 'customer.phoneRevealed',
      object: 'customer',
      objectId: input.id,
      details: { reason: input.reason },
    })
    return { phones: customer.phones.map((phone) => phone.display) }
  },

  refusedFees: (ctx, input) => ({
    fees: refusedFeesOf(ctx.db, input.customerId).map((row) => ({
      at: row.at,
      deviceText: row.device_text,
      feeFen: row.fee_fen,
      remark: row.remark,
    })),
  }),
})
