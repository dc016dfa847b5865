// The checks of an intake that need no transaction: shapes are right, now the facts are.
import type { z } from 'zod'
import type { Charge } from '#shared/domain/charge/charge.ts'
import { decideCharge } from '#shared/domain/charge/charge.ts'
import type { visits } from '#shared/contract/visits.ts'
import type { Device } from '#shared/contract/customers.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import { serialKey } from '#shared/kernel/text.ts'
import { devicesBySerial, openOrderOfDevice, readCustomer } from '#core/customers/index.ts'
import type { DeviceInput } from '#core/customers/index.ts'
import type { QueryContext } from '#core/command/context.ts'

export type IntakeInput = z.output<typeof visits.procedures.create.input>
export type MachineInput = IntakeInput['machines'][number]

/** Below this much free space no new order is taken (the day can still be closed). */
export const LEAST_FREE_MIB_FOR_ORDERS = 50

type Checked = Pick<QueryContext, 'db' | 'now' | 'services'> & Readonly<{ today: string }>

/** The first thing that is wrong with a machine of the form, or undefined. `known` is the one that it names; `field` paths are the form's. */
export const machineProblem = (
  ctx: Checked,
  input: IntakeInput,
  machine: MachineInput,
  { index, known }: Readonly<{ index: number; known: Device | undefined }>,
): Refused | undefined => {
  const at = `machines.${index}`
  if ('existing' in machine.device) {
    if (!known) return refuse('unknownDevice', { field: `${at}.device.existing` })
    const customerId = 'existing' in input.customer ? input.customer.existing : undefined
    if (known.customerId !== customerId) {
      const owner = readCustomer(ctx.db, known.customerId)
      return refuse('deviceOfAnotherCustomer', {
        field: `${at}.device.existing`,
        owner: owner?.name ?? '',
        customerId: known.customerId,
      })
    }
    const open = openOrderOfDevice(ctx.db, known.id)
    if (open && !input.secondOrderFor.includes(known.id)) {
      return refuse('alreadyInRepair', { field: `${at}.device`, deviceId: known.id, number: open.number })
    }
  } else {
    const problem = newDeviceProblem(ctx, input, machine.device.new, at)
    if (problem) return problem
  }
  if (machine.nextContactBy !== null && machine.nextContactBy < ctx.now - 60_000) {
    return refuse('contactInPast', { field: `${at}.nextContactBy` })
  }
  for (const [i, hash] of machine.photos.entries()) {
    if (!ctx.services.attachments.has(hash))
      return refuse('photoMissing', { field: `${at}.photos.${i}`, hash })
  }
  return undefined
}

const newDeviceProblem = (
  ctx: Checked,
  input: IntakeInput,
  device: DeviceInput,
  at: string,
): Refused | undefined => {
  if (device.purchaseDate !== null && device.purchaseDate > ctx.today) {
    return refuse('purchaseInFuture', { field: `${at}.device.new.purchaseDate` })
  }
  if (device.serial === '') return undefined
  // A serial number says which machine it is: it is never written down twice as two machines of the same kind.
  const same = devicesBySerial(ctx.db, serialKey(device.serial)).find((known) => isSameKind(known, device))
  if (!same || input.secondOrderFor.includes(same.id)) return undefined
  const owner = readCustomer(ctx.db, same.customerId)
  return refuse('serialKnown', {
    field: `${at}.device.new.serial`,
    serial: same.serial,
    owner: owner?.name ?? '',
    customerId: same.customerId,
    deviceId: same.id,
  })
}

const isSameKind = (known: Device, given: DeviceInput): boolean =>
  known.brand === '' || given.brand === '' || known.brand.toLowerCase() === given.brand.toLowerCase()

export type WarrantyTerms = Pick<Device, 'purchaseDate' | 'warrantyMonths' | 'onsiteMonths' | 'contractUntil'>

/** The charge of a machine: decided from its record, or the clerk's decision with the proposal beside it (rule INT-4). */
export const chargeOf = (
  machine: Pick<MachineInput, 'charge'>,
  device: WarrantyTerms,
  today: string,
): Charge => {
  const proposed = decideCharge({
    today,
    purchaseDate: device.purchaseDate,
    warrantyMonths: device.warrantyMonths,
    onsiteMonths: device.onsiteMonths,
    contractUntil: device.contractUntil,
  })
  if (!machine.charge || machine.charge.kind === proposed.kind) return proposed
  return {
    kind: machine.charge.kind,
    basis: { because: 'clerkDecided', reason: machine.charge.reason, proposed: proposed.kind },
  }
}
