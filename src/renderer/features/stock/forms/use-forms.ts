// The document that is being written, kept as a draft from its first line on: a crash in the middle of a count loses
// what was scanned in the last moment, not the count (rule INT-11 for the stock).
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#shared/contract/drafts.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { newId, useAsk, useBridge } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import type { Places } from '../use-places.ts'
import type { FormKind } from './form-kinds.ts'
import { createFormKeeper } from './form-keeper.ts'
import type { HeldForm } from './form-keeper.ts'
import { emptyForm, readForm, withFirstPlaces } from './form-model.ts'
import type { StockForm } from './form-model.ts'

export const useForms = (places: Places | undefined) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const ask = useAsk()
  const { call } = useBridge()
  const [open, setOpen] = useState<HeldForm | null>(null)
  const titleOf = (form: StockForm) =>
    [t(`form.title.${form.kind}`), form.documentNumber, places?.nameOf(form.fromId ?? form.toId) ?? '']
      .filter((part) => part !== '')
      .join(' ')
      .concat(` · ${t('form.count', { count: form.lines.length })}`)
  const [keeper] = useState(() => createFormKeeper(call))
  const { saver } = keeper
  useEffect(() => keeper.title(titleOf))
  // Another screen, another person: what was typed last is kept at once.
  useEffect(() => () => void saver.flush(), [saver])
  const status = useSyncExternalStore(saver.listen, saver.status)

  const show = (next: HeldForm | null, stored = false) => {
    saver.forget(stored)
    keeper.hold(next)
    setOpen(next)
  }
  const change = (update: (form: StockForm) => StockForm) => {
    const held = keeper.held()
    const form = held && update(held.form)
    if (!held || form === held.form || form === null) return
    keeper.hold({ ...held, form })
    setOpen({ ...held, form })
    saver.changed()
  }
  // A form is begun after its drafts were asked for: by then the places may have come.
  const latest = useRef(places)
  useEffect(() => {
    latest.current = places
  })
  const ready = (form: StockForm) => {
    const now = latest.current
    if (!now) return form
    const houses = now.warehouses.map(({ id }) => id)
    return withFirstPlaces(form, now.places, houses)
  }
  // A form that was begun before the places were read gets its first ones when they are.
  const late = useRef<() => void>(() => undefined)
  useEffect(() => {
    late.current = () => change(ready)
  })
  const readable = places !== undefined
  useEffect(() => {
    if (readable) late.current()
  }, [readable])
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
        if (keeper.held()?.form.kind === kind) return
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
      const id = keeper.held()?.draftId
      show(null)
      if (id !== undefined) void call('draft.discard', { id }, newId())
    },
    kept:
      status.state === 'failed'
        ? t('form.notKept')
        : status.state === 'waiting'
          ? t('form.keeping')
          : status.state === 'none' || status.at === null
            ? ''
            : t('form.kept', { time: local(status.at, 'seconds').slice(-8) }),
  }
}

export type Forms = ReturnType<typeof useForms>
