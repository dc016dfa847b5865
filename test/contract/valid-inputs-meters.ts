// Legal inputs of meters.
import type { Method, Params } from '#shared/contract/index.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Inputs = { readonly [M in Extract<Method, `meter.${string}`>]: Params<M> }

export const meterInputs = ({ ids }: ShopInUse): Inputs => ({
  'meter.ofDevice': { deviceId: ids.device },
  'meter.read': { deviceId: ids.device, orderId: ids.order, counter: 'total', value: 1200, reason: '' },
  'meter.correct': { readingId: UNKNOWN_ID, value: 1300, reason: '看错一位' },
})

export const METERS_REFUSED: Partial<Record<Method, string>> = { 'meter.correct': 'unknownReading' }
