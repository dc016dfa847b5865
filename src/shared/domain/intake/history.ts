// What a machine's record tells the clerk at a glance: who pays now, what happened last, whether it may be a comeback.
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import type { Charge, ChargeFacts } from '#shared/domain/charge/charge.ts'
import { decideCharge } from '#shared/domain/charge/charge.ts'
import type { DateText } from '#shared/kernel/time.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { NewDevice } from './form.ts'
import { readTypedDate } from './typed-date.ts'
import { monthsOf } from './visit-params.ts'

/** A closed order this recent may be a comeback (rule INT-12): the usual repair warranty is three months. */
export const COMEBACK_DAYS = 90
const DAY_MS = 86_400_000

type PastOrder = DeviceWithHistory['orders'][number]

export type DeviceStory = Readonly<{
  charge: Charge
  /** The order in which the machine is being repaired right now. */
  open: PastOrder | null
  last: PastOrder | null
  comeback: PastOrder | null
}>

export const storyOf = (device: DeviceWithHistory, now: number, today: DateText): DeviceStory => {
  const isOpen = ({ state }: PastOrder): boolean => state !== 'closed' && state !== 'cancelled'
  return {
    charge: decideCharge({ today, ...device }),
    open: device.orders.find(isOpen) ?? null,
    last: device.orders[0] ?? null,
    comeback:
      device.orders.find(
        ({ state, createdAt }) => state === 'closed' && now - createdAt <= COMEBACK_DAYS * DAY_MS,
      ) ?? null,
  }
}

/** The proposal for a machine that is being written down: half-typed dates count as unknown (rule INT-4). */
export const chargeOfNew = (device: NewDevice, today: DateText): Charge => {
  const date = device.purchaseDate.trim() === '' ? null : readTypedDate(device.purchaseDate)
  const facts: ChargeFacts = {
    today,
    purchaseDate: isRefused(date) ? null : date,
    warrantyMonths: monthsOf(device.warrantyMonths) ?? null,
    onsiteMonths: monthsOf(device.onsiteMonths) ?? null,
    contractUntil: null,
  }
  return decideCharge(facts)
}
