// The form as a request, or what still has to be put right, each problem at the path of its field.
import type { Params } from '#shared/contract/index.ts'
import type { ChargeKind } from '#shared/domain/charge/charge.ts'
import { parseYuan } from '#shared/kernel/money.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { CustomerPart, DevicePart, IntakeForm, MachineForm, NewDevice } from './form.ts'
import { proposeNextContact, readNextContact } from './next-contact.ts'
import { readTypedDate } from './typed-date.ts'

export type VisitParams = Params<'visit.create'>
type MachineParams = VisitParams['machines'][number]
type CustomerParams = VisitParams['customer']
type DeviceParams = Extract<MachineParams['device'], { new: unknown }>['new']

export const FORM_PROBLEMS = [
  'customerMissing',
  'nameMissing',
  'deviceMissing',
  'categoryMissing',
  'serialMissing',
  'dateUnreadable',
  'purchaseInFuture',
  'monthsUnreadable',
  'faultMissing',
  'reasonMissing',
  'amountUnreadable',
  'contactUnreadable',
  'contactInPast',
  'partMissing',
] as const
export type FormProblem = Readonly<{ path: string; problem: (typeof FORM_PROBLEMS)[number] }>

export type FormFacts = Readonly<{
  now: number
  zone: string
  nextContactDays: number
  draftId: string | null
  /** Device passcodes by the key of their machine; never part of the form. */
  passcodes: ReadonlyMap<string, string>
  /** What the record says about who pays, by the key of the machine. */
  proposed: (machine: MachineForm) => ChargeKind
}>

type Report = (path: string, problem: FormProblem['problem']) => void

/** `problems` in the order of the fields on the page; the request counts only when there are none. */
export const visitParams = (
  form: IntakeForm,
  facts: FormFacts,
): Readonly<{ params: VisitParams; problems: readonly FormProblem[] }> => {
  const problems: FormProblem[] = []
  const report: Report = (path, problem) => void problems.push({ path, problem })
  const customer = customerParams(form.customer, report)
  const machines = form.machines.map((machine, index) =>
    machineParams(machine, `machines.${index}`, { ...facts, byPhone: form.byPhone }, report),
  )
  const params: VisitParams = {
    customer,
    notADuplicate: form.customer.kind === 'new' && form.customer.notADuplicate,
    broughtBy: form.broughtBy,
    broughtByPhone: form.broughtByPhone.trim(),
    ...(form.byPhone ? { arrival: 'phone' as const } : {}),
    machines,
    secondOrderFor: form.machines.flatMap(secondOrderOf),
    draftId: facts.draftId,
  }
  return { params, problems }
}

const secondOrderOf = ({ device, secondOrder }: MachineForm): string[] => {
  if (device.kind === 'existing' && secondOrder) return [device.id]
  return device.kind === 'new' && device.sameSerialAs !== '' ? [device.sameSerialAs] : []
}

export const customerParams = (customer: CustomerPart, report: Report): CustomerParams => {
  if (customer.kind === 'existing') return { existing: customer.id }
  if (customer.kind === 'none') {
    report('customer', 'customerMissing')
    return { existing: '' }
  }
  if (customer.name.trim() === '') report('customer.new.name', 'nameMissing')
  const { name, company, address, remark } = customer
  const phones = customer.phones.map((phone) => phone.trim()).filter(Boolean)
  return { new: { name, company, address, remark, phones } }
}

const machineParams = (
  machine: MachineForm,
  at: string,
  facts: FormFacts & Readonly<{ byPhone: boolean }>,
  report: Report,
): MachineParams => {
  const device = deviceParams(machine.device, at, facts, report)
  if (machine.fault.trim() === '') report(`${at}.reportedFault`, 'faultMissing')
  const charge = machine.charge?.kind === facts.proposed(machine) ? null : machine.charge
  if (charge && charge.reason.trim() === '') report(`${at}.charge.reason`, 'reasonMissing')
  const limit = machine.limit.trim() === '' ? null : parseYuan(machine.limit)
  if (isRefused(limit) || (limit !== null && (limit < 0 || limit > LARGEST_FEN)))
    report(`${at}.limitFen`, 'amountUnreadable')
  const contact = contactOf(machine, facts)
  if (isRefused(contact))
    report(
      `${at}.nextContactBy`,
      contact.refused.refusal === 'contactInPast' ? 'contactInPast' : 'contactUnreadable',
    )
  const configuration = machine.configuration.filter(({ text, serial }) => (text + serial).trim() !== '')
  for (const [index, { kind }] of machine.configuration.entries())
    if (kind.trim() === '') report(`${at}.configuration.${index}.kind`, 'partMissing')
  return {
    device,
    reportedFault: machine.fault,
    condition: machine.condition,
    accessories: [...machine.accessories],
    configuration: [...configuration],
    limitFen: isRefused(limit) ? null : limit,
    nextContactBy: isRefused(contact) ? null : contact,
    charge: charge && { kind: charge.kind, reason: charge.reason },
    passcode: facts.passcodes.get(machine.key) || null,
    photos: [...machine.photos],
    important: machine.important,
    ...(machine.comebackOf === '' ? {} : { comebackOf: machine.comebackOf }),
    ...(facts.byPhone && machine.onSite ? { service: 'onSite' as const } : {}),
  }
}

const LARGEST_FEN = 10_000_000_000

/** The contact that will be promised: what was typed, else the proposal. */
export const contactOf = (
  { nextContact }: Pick<MachineForm, 'nextContact'>,
  { now, zone, nextContactDays }: Pick<FormFacts, 'now' | 'zone' | 'nextContactDays'>,
) =>
  nextContact.trim() === ''
    ? proposeNextContact(now, nextContactDays, zone)
    : readNextContact(nextContact, now, zone)

const deviceParams = (
  device: DevicePart,
  at: string,
  facts: FormFacts,
  report: Report,
): MachineParams['device'] => {
  if (device.kind === 'existing') return { existing: device.id }
  if (device.kind === 'none') {
    report(`${at}.device`, 'deviceMissing')
    return { existing: '' }
  }
  return { new: newDeviceParams(device, `${at}.device.new`, facts, report) }
}

/** Months as typed; undefined for what is no number of months. */
export const monthsOf = (typed: string): number | null | undefined => {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  return /^\d{1,3}$/.test(text) && Number(text) <= 600 ? Number(text) : undefined
}

const newDeviceParams = (
  device: NewDevice,
  at: string,
  { now, zone }: FormFacts,
  report: Report,
): DeviceParams => {
  if (device.category.trim() === '') report(`${at}.category`, 'categoryMissing')
  const serial = device.serial.normalize('NFKC').trim()
  if (serial === '' && device.noSerialReason === '') report(`${at}.serial`, 'serialMissing')
  const date = device.purchaseDate.trim() === '' ? null : readTypedDate(device.purchaseDate)
  if (isRefused(date)) report(`${at}.purchaseDate`, 'dateUnreadable')
  else if (date !== null && date > businessDate(now, zone)) report(`${at}.purchaseDate`, 'purchaseInFuture')
  const warranty = monthsOf(device.warrantyMonths)
  const onsite = monthsOf(device.onsiteMonths)
  if (warranty === undefined) report(`${at}.warrantyMonths`, 'monthsUnreadable')
  if (onsite === undefined) report(`${at}.onsiteMonths`, 'monthsUnreadable')
  return {
    category: device.category,
    brand: device.brand,
    model: device.model,
    serial,
    noSerialReason: serial === '' ? (device.noSerialReason as DeviceParams['noSerialReason']) : '',
    purchaseDate: isRefused(date) ? null : date,
    warrantyMonths: warranty ?? null,
    onsiteMonths: onsite ?? null,
    contractUntil: null,
  }
}
