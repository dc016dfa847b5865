// One clerk's intake: the form, its draft, where the keys go, and what lives only in this window.
import { createContext, use, useSyncExternalStore } from 'react'
import type { Stroke } from '#renderer/features/pickup/index.tsx'
import type { DraftStatus } from '#renderer/lib/draft-saver.ts'
import type { FocusRoad } from './focus.ts'
import type { FormStore, IntakeState } from './form-store.ts'
import type { TypeAhead } from './type-ahead.ts'
import type { IntakeForm, MachineForm } from '#shared/domain/intake/index.ts'

export type DraftKeeper = Readonly<{
  flush: () => Promise<void>
  status: () => DraftStatus
  listen: (listener: () => void) => () => void
}>

export type IntakeSession = Readonly<{
  store: FormStore
  focus: FocusRoad
  draft: DraftKeeper
  /** Device passcodes by the key of their machine: never in the form, so never in a draft. */
  passcodes: Map<string, string>
  /** What was drawn for a repair on the spot, by the draft of its form: a signature is no part of a draft either. */
  signatures: Map<string, readonly Stroke[]>
  newKey: () => string
  typeAhead: TypeAhead
}>

const SessionContext = createContext<IntakeSession | null>(null)
export const SessionProvider = SessionContext.Provider

export const useSession = (): IntakeSession => {
  const session = use(SessionContext)
  if (!session) throw new Error('outside of an intake')
  return session
}

/** A part of the state; redraws only when that part is another one. */
export const useIntake = <T>(select: (state: IntakeState) => T): T => {
  const { store } = useSession()
  return useSyncExternalStore(store.listen, () => select(store.get()))
}

export const machineAt = (form: IntakeForm, key: string): number =>
  form.machines.findIndex((machine) => machine.key === key)

/** `machines.2` for the path of a field. */
export const pathOf = (form: IntakeForm, key: string): string => `machines.${machineAt(form, key)}`

/** One machine's value, and how to change it. `at` is the path of the field within the machine. */
export const useMachine = <T>(key: string, select: (machine: MachineForm) => T) => {
  const { store } = useSession()
  const value = useIntake(({ form }) => {
    const machine = form.machines[machineAt(form, key)]
    return machine && select(machine)
  })
  const change = (at: string, patch: Partial<MachineForm>): void =>
    store.change(`${pathOf(store.get().form, key)}.${at}`, (form) => ({
      ...form,
      machines: form.machines.map((one) => (one.key === key ? { ...one, ...patch } : one)),
    }))
  return [value, change] as const
}

/** The path prefix of a machine; moves when one before it is removed. */
export const useMachinePath = (key: string): string => useIntake(({ form }) => pathOf(form, key))
