// Makes what an intake needs for as long as its clerk is signed in: the form, its drafts, the road of the focus.
import type { JsonValue } from '#shared/kernel/result.ts'
import type { Draft } from '#shared/contract/drafts.ts'
import { DRAFT_VERSION, draftTitle, isUntouched, readDraft, writeDraft } from '#shared/domain/intake/index.ts'
import { newId } from '#renderer/lib/api.ts'
import type { Bridge } from '#renderer/lib/bridge.ts'
import { isRefusal, outcomeOf } from '#renderer/lib/problem.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { createDraftSaver } from '#renderer/lib/draft-saver.ts'
import { createFocusRoad } from './focus.ts'
import { createFormStore } from './form-store.ts'
import type { IntakeState } from './form-store.ts'
import type { IntakeSession } from './session.ts'
import { createTypeAhead } from './type-ahead.ts'

type DraftParams = Readonly<{
  id: string
  form: 'intake'
  title: string
  body: JsonValue
  schemaVersion: number
}>

const paramsOf = ({ form, draftId }: IntakeState): DraftParams => ({
  id: draftId,
  form: 'intake',
  title: draftTitle(form),
  body: writeDraft(form),
  schemaVersion: DRAFT_VERSION,
})

export type FullSession = IntakeSession &
  Readonly<{
    isUntouched: () => boolean
    /** Puts the form among the parked ones and a clean one in its place; answers what stopped it. */
    park: (limit: string) => Promise<Problem | null>
    /** The form of a draft takes the place of the one on the screen, which must be parked or clean. */
    open: (draft: Draft) => void
    /** A clean form; the draft of the old one is forgotten, not discarded. */
    startAnew: (limit: string) => void
    /** Throws the form and its draft away; answers how to get it back. */
    clear: (limit: string) => () => void
    settle: () => Promise<void>
  }>

export const createSession = (
  { call }: Pick<Bridge, 'call'>,
  root: () => HTMLElement | null,
): FullSession => {
  const store = createFormStore(newId)
  const passcodes = new Map<string, string>()
  /** Passcodes of parked forms: in this window's memory only. */
  const parkedPasscodes = new Map<string, readonly string[]>()
  const untouched = (): boolean => isUntouched(store.get().form, store.get().startLimit)

  const keep = async (params: DraftParams, parked: boolean): Promise<Problem | undefined> => {
    const outcome = outcomeOf(await call('draft.save', { ...params, parked }, newId()))
    if (outcome.ok) return undefined
    // Somebody else's id after a restore: this form goes on under its own.
    if (isRefusal(outcome.problem, 'draftOfAnother') && store.get().draftId === params.id)
      store.set({ ...store.get(), draftId: newId() })
    return outcome.problem
  }
  const throwAway = (id: string): void => void call('draft.discard', { id }, newId())

  let discarding = store.get().draftId
  const draft = createDraftSaver<DraftParams>({
    read: () => {
      discarding = store.get().draftId
      return untouched() ? null : paramsOf(store.get())
    },
    save: (params) => keep(params, false),
    discard: () => throwAway(discarding),
    now: () => Date.now(),
  })

  let seen = store.get().form
  const unchanged = (): void => {
    seen = store.get().form
  }
  store.listen(() => {
    if (store.get().form === seen) return
    unchanged()
    draft.changed()
  })

  const startAnew = (limit: string): void => {
    draft.forget()
    passcodes.clear()
    seen = store.get().form
    store.fresh(limit)
    unchanged()
    draft.forget()
  }
  const show = (state: IntakeState, stored: boolean): void => {
    store.set(state)
    unchanged()
    draft.forget(stored)
  }

  return {
    store,
    focus: createFocusRoad(root),
    draft,
    passcodes,
    signatures: new Map(),
    newKey: newId,
    typeAhead: createTypeAhead(),
    isUntouched: untouched,
    settle: draft.flush,
    startAnew,
    park: async (limit) => {
      if (untouched()) return null
      await draft.flush()
      const { form, draftId } = store.get()
      const problem = await keep(paramsOf(store.get()), true)
      if (problem) return problem
      parkedPasscodes.set(
        draftId,
        form.machines.map(({ key }) => passcodes.get(key) ?? ''),
      )
      startAnew(limit)
      return null
    },
    open: ({ id, body }) => {
      passcodes.clear()
      const form = readDraft(body as JsonValue, newId)
      for (const [index, { key }] of form.machines.entries())
        passcodes.set(key, parkedPasscodes.get(id)?.[index] ?? '')
      const active = form.machines[0]?.key ?? ''
      show({ ...store.get(), form, draftId: id, active, problems: {}, stopped: null, camera: false }, true)
    },
    clear: (limit) => {
      const old = store.get()
      const codes = [...passcodes]
      throwAway(old.draftId)
      startAnew(limit)
      return () => {
        for (const [key, code] of codes) passcodes.set(key, code)
        store.set(old)
      }
    },
  }
}
