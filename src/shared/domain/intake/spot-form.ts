// What is written down beside an intake when the machine is repaired while its customer waits (rule INT-7): texts as
// typed, kept with the draft. The drawn signature is not part of it: it is taken at the moment of the hand-over.
import type { JsonValue } from '#shared/kernel/result.ts'
import type { IntakeForm } from './form.ts'

export type SpotForm = Readonly<{
  /** The service record by the names of its fields. */
  record: Readonly<Record<string, JsonValue>>
  /** Id of the person who did it; empty: as proposed. */
  doneBy: string
  /** Empty: as proposed. */
  paper: '' | 'print' | 'systemFailure'
  by: 'customer' | 'proxy'
  name: string
  phone: string
  signOn: 'pad' | 'paper'
}>

export const emptySpot: SpotForm = {
  record: {},
  doneBy: '',
  paper: '',
  by: 'customer',
  name: '',
  phone: '',
  signOn: 'pad',
}

/** Why this form cannot be repaired on the spot; null when it can. */
export const spotHindrance = (form: IntakeForm): 'severalMachines' | 'notHere' | null => {
  if (form.machines.length !== 1) return 'severalMachines'
  return form.byPhone ? 'notHere' : null
}
