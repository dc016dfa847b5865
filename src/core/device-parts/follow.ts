// What an order leaves in a machine (rule PRT-6): when it ends, the parts that were used stand on the machine's list, and
// what they took the place of is marked with the order and the part that followed it. A cancelled order counts too: what
// was said to be used and was not taken back is in the machine.
import type { LineRow } from '#core/order-parts/index.ts'
import { linesOfOrder, usesOfLine } from '#core/order-parts/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { Acted } from '#core/lifecycle/index.ts'
import { sittingPieces } from '#shared/domain/parts/index.ts'
import type { SittingPiece } from '#shared/domain/parts/index.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { sittingIn } from './repository.ts'
import type { DevicePartRow } from './repository.ts'

type Ending = Readonly<{ orderId: string; deviceId: string }>

export const followMachine = (ctx: CommandContext, { before, order }: Acted): void => {
  if (!isFinal(order.state)) return
  const used = linesOfOrder(ctx.db, before.id).filter((line) => line.used > 0)
  if (used.length === 0) return
  const ending = { orderId: before.id, deviceId: before.device_id }
  const there = sittingIn(ctx.db, ending.deviceId)
  for (const line of used)
    for (const piece of sittingPieces(usesOfLine(ctx.db, line.id))) {
      const id = putIn(ctx, ending, line, piece)
      for (const [row, quantity] of replacedBy(there, line, piece)) takeOut(ctx, ending, row, quantity, id)
    }
  ctx.log({
    subject: 'device',
    subjectId: ending.deviceId,
    action: 'device.partsChanged',
    changes: { parts: [null, used.map(({ name }) => name)] },
  })
  ctx.changed('device')
}

const putIn = (
  ctx: CommandContext,
  { orderId, deviceId }: Ending,
  line: LineRow,
  { serial, oldSerial, quantity, at }: SittingPiece,
): string => {
  const id = ctx.newId()
  ctx.insert(
    'devicePart',
    id,
    {
      ...{ deviceId, orderId, serial, oldSerial, quantity, at },
      ...{ orderPartId: line.id, partId: line.part_id, code: line.code, name: line.name, unit: line.unit },
      ...{ removedOrderId: null, removedAt: null, replacedBy: null },
    },
    'device.partPutIn',
  )
  return id
}

/**
 * What the piece took the place of: the one whose serial came out, else the same part without serials that has been
 * there longest. Takes them off `there`, so that two new pieces do not replace the same old one.
 */
const replacedBy = (
  there: DevicePartRow[],
  line: LineRow,
  { serial, oldSerial, quantity, replaces }: SittingPiece,
): (readonly [DevicePartRow, number])[] => {
  if (!replaces) return []
  const named = oldSerial === '' ? -1 : there.findIndex((row) => row.serial === oldSerial)
  if (named >= 0) return there.splice(named, 1).map((row) => [row, row.quantity] as const)
  if (serial !== '') return []
  const gone: (readonly [DevicePartRow, number])[] = []
  let left = quantity
  for (const row of there.filter((one) => one.serial === '' && isSamePart(one, line))) {
    if (left === 0) break
    const taken = Math.min(left, row.quantity)
    gone.push([row, taken])
    left -= taken
    const at = there.indexOf(row)
    if (taken === row.quantity) there.splice(at, 1)
    else there[at] = { ...row, quantity: row.quantity - taken }
  }
  return gone
}

const isSamePart = (row: DevicePartRow, line: LineRow): boolean =>
  row.part_id === line.part_id && (row.part_id !== null || row.name === line.name)

/** Of several metres or pieces some may stay: what came out becomes a row of its own. */
const takeOut = (
  ctx: CommandContext,
  { orderId }: Ending,
  row: DevicePartRow,
  quantity: number,
  replacedById: string,
): void => {
  const removed = { removedOrderId: orderId, removedAt: ctx.now, replacedBy: replacedById }
  if (quantity === row.quantity) return ctx.update('devicePart', row.id, removed, 'device.partTakenOut')
  ctx.update('devicePart', row.id, { quantity: row.quantity - quantity }, 'device.partTakenOut')
  ctx.insert(
    'devicePart',
    ctx.newId(),
    {
      ...{ deviceId: row.device_id, orderId: row.order_id, orderPartId: row.order_part_id },
      ...{ partId: row.part_id, code: row.code, name: row.name, unit: row.unit },
      ...{ serial: row.serial, oldSerial: row.old_serial, quantity, at: row.at },
      ...removed,
    },
    'device.partTakenOut',
  )
}
