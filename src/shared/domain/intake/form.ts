// The intake form as it is kept while somebody fills it in: texts as typed, so that nothing is lost half-way.
// The device passcode is not part of it: a form becomes a draft, and a draft is no place for secrets.
import type { ChargeKind } from '#shared/domain/charge/charge.ts'
import type { SpotForm } from './spot-form.ts'

export type NewCustomer = Readonly<{
  name: string
  company: string
  address: string
  remark: string
  phones: readonly string[]
}>

export type CustomerPart =
  | Readonly<{ kind: 'none'; typed: string }>
  | Readonly<{ kind: 'existing'; id: string; name: string }>
  | (Readonly<{ kind: 'new'; notADuplicate: boolean }> & NewCustomer)

/** A machine that is new to the shop; dates and months as typed. */
export type NewDevice = Readonly<{
  category: string
  brand: string
  model: string
  serial: string
  noSerialReason: string
  purchaseDate: string
  warrantyMonths: string
  onsiteMonths: string
}>

export type DevicePart =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'existing'; id: string; title: string; category: string }>
  | (Readonly<{ kind: 'new'; sameSerialAs: string }> & NewDevice)

export type AccessoryLine = Readonly<{ name: string; count: number }>
export type ConfigurationLine = Readonly<{ kind: string; text: string; serial: string }>

export type MachineForm = Readonly<{
  /** Made in the window; keeps a machine itself when another one is removed. */
  key: string
  device: DevicePart
  fault: string
  condition: string
  accessories: readonly AccessoryLine[]
  configuration: readonly ConfigurationLine[]
  /** Null: as proposed from the record. */
  charge: Readonly<{ kind: ChargeKind; reason: string }> | null
  /** Yuan as typed. */
  limit: string
  /** As typed; empty: as proposed. */
  nextContact: string
  photos: readonly string[]
  important: boolean
  /** The clerk wants a second order although one is open for this machine. */
  secondOrder: boolean
  /** The closed order that this machine comes back from; empty: it does not (rule INT-12). */
  comebackOf: string
  /** Visited by a technician; only of a customer who telephoned (rules INT-1, INT-8). */
  onSite: boolean
}>

export type IntakeForm = Readonly<{
  customer: CustomerPart
  machines: readonly MachineForm[]
  broughtBy: string
  broughtByPhone: string
  /** The customer telephones: nothing stands on the counter. */
  byPhone: boolean
  /** Repaired while the customer waits (rule INT-7); null: nobody began with that. */
  spot: SpotForm | null
}>

export const emptyMachine = (key: string, limit = ''): MachineForm => ({
  key,
  device: { kind: 'none' },
  fault: '',
  condition: '',
  accessories: [],
  configuration: [],
  charge: null,
  limit,
  nextContact: '',
  photos: [],
  important: false,
  secondOrder: false,
  comebackOf: '',
  onSite: false,
})

export const emptyForm = (key: string, limit = ''): IntakeForm => ({
  customer: { kind: 'none', typed: '' },
  machines: [emptyMachine(key, limit)],
  broughtBy: '',
  broughtByPhone: '',
  byPhone: false,
  spot: null,
})

export const emptyDevice: NewDevice = {
  category: '',
  brand: '',
  model: '',
  serial: '',
  noSerialReason: '',
  purchaseDate: '',
  warrantyMonths: '',
  onsiteMonths: '',
}

/** A customer nobody was found for: digits were a telephone number, anything else a name. */
export const newCustomerFrom = (typed: string): NewCustomer => {
  const text = typed.normalize('NFKC').trim()
  const isPhone = /^[\d+][\d\s()+-]*$/.test(text)
  return {
    name: isPhone ? '' : typed.trim(),
    company: '',
    address: '',
    remark: '',
    phones: [isPhone ? text : ''],
  }
}

const machineIsEmpty = (machine: MachineForm, limit: string): boolean =>
  JSON.stringify({ ...machine, key: '' }) === JSON.stringify(emptyMachine('', limit))

/** Nothing was typed or chosen yet: such a form is no draft. `limit` is the amount a fresh form starts with. */
export const isUntouched = (form: IntakeForm, limit = ''): boolean =>
  form.customer.kind === 'none' &&
  form.customer.typed === '' &&
  form.broughtBy === '' &&
  form.broughtByPhone === '' &&
  !form.byPhone &&
  form.machines.every((machine) => machineIsEmpty(machine, limit))

/** How a machine is called in a list: brand and model, else its kind. */
export const deviceTitle = (device: DevicePart): string => {
  if (device.kind === 'none') return ''
  if (device.kind === 'existing') return device.title
  return [device.brand, device.model].filter(Boolean).join(' ').trim() || device.category
}

/** A draft's line on the home screen: who, and what. */
export const draftTitle = ({ customer, machines }: IntakeForm): string => {
  const who =
    customer.kind === 'none'
      ? customer.typed.trim()
      : customer.name || (customer.kind === 'new' ? (customer.phones[0] ?? '') : '')
  const what = machines.map(({ device, fault }) => deviceTitle(device) || fault).find(Boolean) ?? ''
  const title =
    [who, what].filter(Boolean).join(' · ') + (machines.length > 1 ? ` +${machines.length - 1}` : '')
  return [...title].slice(0, 60).join('')
}
