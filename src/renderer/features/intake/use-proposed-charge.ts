// Who pays by the record of the machine, or by what was typed about a new one (rule INT-4).
import type { Charge } from '#shared/domain/charge/charge.ts'
import { decideCharge } from '#shared/domain/charge/charge.ts'
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { DevicePart } from '#shared/domain/intake/index.ts'
import { chargeOfNew } from '#shared/domain/intake/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useIntake, useMachine } from './session.ts'

const UNKNOWN: Charge = { kind: 'undecided', basis: { because: 'purchaseDateUnknown' } }

export const proposedCharge = (
  device: DevicePart | undefined,
  devices: readonly DeviceWithHistory[],
  today: string,
): Charge => {
  if (device?.kind === 'new') return chargeOfNew(device, today)
  const known = device?.kind === 'existing' ? devices.find(({ id }) => id === device.id) : undefined
  return known ? decideCharge({ today, ...known }) : UNKNOWN
}

export const useProposedCharge = (machineKey: string): Charge => {
  const customerId = useIntake(({ form }) => (form.customer.kind === 'existing' ? form.customer.id : ''))
  const devices = useCoreQuery('customer.devices', { customerId }, { skip: customerId === '' })
  const [device] = useMachine(machineKey, (machine) => machine.device)
  const { zone } = useFormat()
  return proposedCharge(device, devices.value?.devices ?? [], businessDate(useNow(), zone))
}
