// The document that is being written, kept as a draft from its first line on: a crash in the middle of a count loses
// what was scanned in the last moment, not the count (rule INT-11 for the stock).
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#shared/contract/drafts.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { newId, useAsk, useBridge } from '#renderer/lib/api.ts'
import { createDraftSaver } from '#renderer/lib/draft-saver.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { outcomeOf } from '#renderer/lib/problem.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import type { Places } from '../use-places.ts'
import type { FormKind } from './form-kinds.ts'
import { FORM_VERSION, emptyForm, isWorthKeeping, readForm, withFirstPlaces } from './form-model.ts'
import type { StockForm } from './form-model.ts'

type Open = Readonly<{ draftId: string; form: StockForm }>

export const useForms = (places: Places | undefined) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const ask = useAsk()
  const { call } = useBridge()
  const [open, setOpen] = useState<Open | null>(null)
  const now = useRef<Open | null>(null)
  const titleOf = (form: StockForm) =>
    [t(`form.title.${form.kind}`), form.documentNumber, places?.nameOf(form.fromId ?? form.toId) ?? '']
      .filter((part) => part !== '')
      .join(' ')
      .concat(` · ${t('form.count', { count: form.lines.length })}`)
  const title = useRef(titleOf)
  useEffect(() => {
    title.current = titleOf
  })
  const saver = useMemo(
    () =>
      createDraftSaver<Open>({
        read: () => (now.current && isWorthKeeping(now.current.form) ? now.current : null),
        save: async ({ draftId, form }): Promise<Problem | undefined> => {
          const outcome = outcomeOf(
            await call(
              'draft.save',
              {
                id: draftId,
                form: 'stock',
                title: title.current(form).slice(0, 80),
                body: form as JsonValue,
                schemaVersion: FORM_VERSION,
              },
              newId(),
            ),
          )
          return outcome.ok ? undefined : outcome.problem
        },
        discard: () => {
          const id = now.current?.draftId
          if (id !== undefined) void call('draft.discard', { id }, newId())
        },
        now: () => Date.now(),
      }),
    [call],
  )
  // Another screen, another person: what was typed last is kept at once.
  useEffect(() => () => void saver.flush(), [saver])
  const status = useSyncExternalStore(saver.listen, saver.status)

  const show = (next: Open | null, stored = false) => {
    saver.forget(stored)
    now.current = next
    setOpen(next)
  }
  const change = (update: (form: StockForm) => StockForm) => {
    if (!now.current) return
    const form = update(now.current.form)
    if (form === now.current.form) return
    now.current = { ...now.current, form }
    setOpen(now.current)
    saver.changed()
  }
  const ready = (form: StockForm) =>
    places ? withFirstPlaces(form, places.places, places.warehouses.map(({ id }) => id)) : form
  const resume = (draft: Draft): boolean => {
    const form = readForm(draft.body as JsonValue)
    if (!form) return false
    show({ draftId: draft.id, form: ready(form) }, true)
    return true
  }
  return {
    form: open?.form ?? null,
    draftId: open?.draftId ?? null,
    change,
    /** With what was prefilled a new one; else the unfinished one of this kind, if there is one. */
    begin: async (kind: FormKind, prefill?: Partial<StockForm>): Promise<void> => {
      await saver.flush()
      if (!prefill) {
        if (now.current?.form.kind === kind) return
        const answer = await ask('draft.list', {})
        const known = (answer.ok ? answer.value.drafts : []).find(
          (draft) => draft.form === 'stock' && readForm(draft.body as JsonValue)?.kind === kind,
        )
        if (known && resume(known)) return
      }
      show({ draftId: newId(), form: ready({ ...emptyForm(kind), ...prefill }) })
      if (prefill) saver.changed()
    },
    resume: async (draftId: string): Promise<boolean> => {
      await saver.flush()
      const answer = await ask('draft.list', {})
      const draft = (answer.ok ? answer.value.drafts : []).find(({ id }) => id === draftId)
      return draft !== undefined && resume(draft)
    },
    putAway: async (): Promise<void> => {
      await saver.flush()
      show(null)
    },
    /** Posted, or thrown away. */
    end: (): void => {
      const id = now.current?.draftId
      show(null)
      if (id !== undefined) void call('draft.discard', { id }, newId())
    },
    kept:
      status.state === 'failed'
        ? t('form.notKept')
        : status.state === 'none' || status.at === null
          ? ''
          : t('form.kept', { time: local(status.at, 'seconds').slice(-8) }),
  }
}

export type Forms = ReturnType<typeof useForms>
