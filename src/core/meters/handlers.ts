// The procedures of meters (rule PRT-14).
import { meters } from '#shared/contract/meters.ts'
import { implement } from '#core/command/registry.ts'
import { ofDevice } from './view.ts'
import { correct, readMeter } from './write.ts'

export const meterEntries = implement(meters, {
  ofDevice,
  read: (ctx, input) => readMeter(ctx, input),
  correct,
})
