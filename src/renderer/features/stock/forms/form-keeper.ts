// Holds the form that is being written and keeps it as a draft, outside of what is drawn.
import type { CallCounter } from '#shared/contract/window.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { newId } from '#renderer/lib/api.ts'
import { createDraftSaver } from '#renderer/lib/draft-saver.ts'
import { outcomeOf } from '#renderer/lib/problem.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { FORM_VERSION, isWorthKeeping } from './form-model.ts'
import type { StockForm } from './form-model.ts'

export type HeldForm = Readonly<{ draftId: string; form: StockForm }>

const TITLE = 80

export const createFormKeeper = (call: CallCounter) => {
  let held: HeldForm | null = null
  let titleOf = (form: StockForm): string => form.kind
  const saver = createDraftSaver<HeldForm>({
    read: () => (held !== null && isWorthKeeping(held.form) ? held : null),
    save: async ({ draftId, form }): Promise<Problem | undefined> => {
      const title = [...titleOf(form)].slice(0, TITLE).join('')
      const draft = {
        id: draftId,
        form: 'stock',
        title,
        body: form as JsonValue,
        schemaVersion: FORM_VERSION,
      }
      const outcome = outcomeOf(await call('draft.save', draft, newId()))
      return outcome.ok ? undefined : outcome.problem
    },
    discard: () => {
      if (held !== null) void call('draft.discard', { id: held.draftId }, newId())
    },
    now: () => Date.now(),
  })
  return {
    saver,
    held: (): HeldForm | null => held,
    hold: (next: HeldForm | null): void => {
      held = next
    },
    title: (of: (form: StockForm) => string): void => {
      titleOf = of
    },
  }
}
