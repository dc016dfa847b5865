// What is shown of a machine's meter: its readings, and when what was put into it will be used up (rule PRT-14).
import type { Consumable } from '#shared/contract/meters.ts'
import type { Value } from '#shared/contract/index.ts'
import { forecast, sinceSetBack, standingReadings, usesMeter } from '#shared/domain/parts/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readDevice } from '#core/customers/index.ts'
import { consumablesOfDevice } from '#core/order-parts/index.ts'
import type { ConsumableRow } from '#core/order-parts/index.ts'
import { readingsOf } from './repository.ts'
import type { ReadingRow } from './repository.ts'

/** What the meter showed when the part was changed: read with that order, else the last before it, else the first after. */
const changedValueOf = (row: ConsumableRow, readings: readonly ReadingRow[]): number | null =>
  (
    readings.find(({ orderId }) => orderId === row.order_id) ??
    readings.findLast(({ at }) => at <= row.at) ??
    readings[0]
  )?.value ?? null

const consumableOf = (row: ConsumableRow, readings: readonly ReadingRow[]): Consumable => {
  const changedValue = changedValueOf(row, readings)
  const last = readings.at(-1)
  return {
    partId: row.part_id,
    code: row.code,
    name: row.name,
    yieldCount: row.yield_count,
    changedAt: row.at,
    orderNumber: row.order_number,
    changedValue,
    left: changedValue === null || !last ? null : Math.max(0, changedValue + row.yield_count - last.value),
    dueAt: changedValue === null ? null : (forecast(readings, changedValue, row.yield_count)?.dueAt ?? null),
  }
}

export const ofDevice = (
  ctx: QueryContext,
  { deviceId }: { deviceId: string },
): Value<'meter.ofDevice'> | Refused => {
  const device = readDevice(ctx.db, deviceId)
  if (!device) return refuse('unknownDevice', { field: 'deviceId' })
  const all = readingsOf(ctx.db, deviceId)
  const standing = standingReadings(all)
  // The whole count tells the wear; a machine that shows none is told by its black pages.
  const counter = standing.some((one) => one.counter === 'total') ? 'total' : 'black'
  const readings = sinceSetBack(standing.filter((one) => one.counter === counter))
  return {
    usesMeter: usesMeter(device.category),
    readings: all.map(({ deviceId: _device, ...row }) => ({
      ...row,
      corrected: !standing.some(({ id }) => id === row.id),
    })),
    perDay: forecast(readings, 0, 0)?.perDay ?? null,
    consumables: consumablesOfDevice(ctx.db, deviceId).map((row) => consumableOf(row, readings)),
  }
}
