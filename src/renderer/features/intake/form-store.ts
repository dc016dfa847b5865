// The form on the screen, outside React: a key redraws the one field that was typed into and whoever shows it,
// never the page, and it goes on living while the screen is hidden.
import type { Problem } from '#renderer/lib/problem.ts'
import type { FormProblem, IntakeForm } from '#shared/domain/intake/index.ts'
import { emptyForm } from '#shared/domain/intake/index.ts'

/** What is wrong with one field: one of our own checks, or words that came with the core's answer. */
export type FieldProblem = FormProblem['problem'] | Readonly<{ words: string }>

export type IntakeState = Readonly<{
  form: IntakeForm
  draftId: string
  /** The amount that a fresh form starts with: such a form is still untouched. */
  startLimit: string
  /** The machine whose card is open. */
  active: string
  problems: Readonly<Record<string, FieldProblem>>
  /** The answer that stopped the last save, until something about it is changed. */
  stopped: Problem | null
  /** Section 6 is unfolded. */
  details: boolean
  camera: boolean
  /** The fields for somebody else who carried the machine in are shown. */
  broughtBy: boolean
  /** Pictures that were pasted anywhere in the form and wait for the strip of photos. */
  pasted: readonly File[]
}>

export const createFormStore = (newId: () => string) => {
  const fresh = (limit: string): IntakeState => {
    const form = emptyForm(newId(), limit)
    return {
      form,
      draftId: newId(),
      startLimit: limit,
      active: form.machines[0]?.key ?? '',
      problems: {},
      stopped: null,
      details: false,
      camera: false,
      broughtBy: false,
      pasted: [],
    }
  }
  let state = fresh('')
  const listeners = new Set<() => void>()
  const set = (next: IntakeState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  return {
    get: (): IntakeState => state,
    set,
    /** Changes the form; problems at and below `path` are gone with the change. */
    change: (path: string, update: (form: IntakeForm) => IntakeForm): void => {
      const form = update(state.form)
      if (form === state.form) return
      set({ ...state, form, problems: without(state.problems, path) })
    },
    fresh: (limit: string): void => set(fresh(limit)),
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export type FormStore = ReturnType<typeof createFormStore>

const without = (problems: IntakeState['problems'], path: string): IntakeState['problems'] => {
  const left = Object.entries(problems).filter(
    ([at]) => at !== path && !at.startsWith(`${path}.`) && !path.startsWith(`${at}.`),
  )
  return left.length === Object.keys(problems).length ? problems : Object.fromEntries(left)
}
