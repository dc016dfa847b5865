// A form that is ready to be saved, for tests to take something away from.
import type { FormFacts, IntakeForm, MachineForm } from './index.ts'
import { emptyMachine } from './index.ts'

export const ZONE = 'Asia/Shanghai'
/** A Sunday, ten in the morning in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 2, 0)
export const DEVICE = '01a1e872-916d-7285-a28b-b2031ac683cf'
export const CUSTOMER = '01a1e872-916d-7285-a28b-b2031ac683d0'

export const facts: FormFacts = {
  now: NOW,
  zone: ZONE,
  nextContactDays: 2,
  draftId: null,
  passcodes: new Map(),
  proposed: () => 'undecided',
}

export const machine: MachineForm = {
  ...emptyMachine('m1'),
  device: { kind: 'existing', id: DEVICE, title: '联想 小新', category: '笔记本' },
  fault: '开不了机',
}

export const form: IntakeForm = {
  customer: { kind: 'existing', id: CUSTOMER, name: '张三' },
  machines: [machine],
  broughtBy: '',
  broughtByPhone: '',
  byPhone: false,
  spot: null,
}

export const newDevice = {
  kind: 'new',
  sameSerialAs: '',
  category: '手机',
  brand: '华为',
  model: '',
  serial: ' ＳＮ１ ',
  noSerialReason: '',
  purchaseDate: '20260301',
  warrantyMonths: '１２',
  onsiteMonths: '',
} as const
