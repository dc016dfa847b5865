// What a machine may come back from (rule INT-12): closed orders of the same machine, or of the same customer
// and model, whose repair warranty still runs.
import type { QueryContext } from '#core/command/context.ts'
import { readDevice } from '#core/customers/index.ts'
import { warrantedOrders } from './history.ts'
import type { ClosedRow } from './history.ts'

export type Asked = Readonly<{
  customerId: string
  deviceId?: string | undefined
  model?: string | undefined
}>

export type Comeback = Readonly<{ row: ClosedRow; sameMachine: boolean }>

/** The surest first: the same machine before the same model. */
export const comebacksFor = (ctx: Pick<QueryContext, 'db' | 'now'>, asked: Asked): Comeback[] => {
  const known = asked.deviceId === undefined ? undefined : readDevice(ctx.db, asked.deviceId)
  const model = (known?.model ?? asked.model ?? '').trim().toLowerCase()
  return warrantedOrders(ctx.db, asked.customerId, ctx.now)
    .map((row) => ({ row, sameMachine: row.device_id === asked.deviceId }))
    .filter(({ row, sameMachine }) => {
      if (sameMachine) return true
      const device = readDevice(ctx.db, row.device_id)
      // A known machine with another serial number is another machine, however alike.
      if (known && device && known.serial !== '' && device.serial !== '' && known.serial !== device.serial)
        return false
      return model !== '' && device?.model.trim().toLowerCase() === model
    })
    .toSorted((a, b) => Number(b.sameMachine) - Number(a.sameMachine))
}
