// One customer after the other: saving, parking, taking back, clearing, ending without an order.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#shared/contract/drafts.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { draftTitle } from '#shared/domain/intake/index.ts'
import { useAsk, useCoreQuery } from '#renderer/lib/api.ts'
import { loose } from '#renderer/lib/i18n.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { problemLine } from '#renderer/lib/problem-text.ts'
import type { FullSession } from './create-session.ts'
import type { Repaired } from './on-the-spot/use-spot-repair.ts'
import { usePapers } from './use-papers.ts'
import { useSave } from './use-save.ts'
import type { SavedVisit } from './use-save.ts'

/** What the strip above the form tells about. */
type LastSaved =
  | Readonly<{ kind: 'visit'; visit: SavedVisit }>
  | Readonly<{ kind: 'repaired'; repaired: Repaired }>

export const useRound = (session: FullSession) => {
  const { t } = useTranslation('intake')
  const { t: plain } = useTranslation()
  const { notice } = useNav()
  const ask = useAsk()
  const settings = useCoreQuery('shop.settings', {}).value
  const papers = usePapers(settings)
  const [saved, setSaved] = useState<LastSaved | null>(null)
  const [preview, setPreview] = useState(false)
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const limit = amountText(settings?.defaultLimitFen ?? null)

  useEffect(() => {
    if (session.isUntouched() && session.store.get().startLimit !== limit) session.startAnew(limit)
  }, [session, limit])

  const anew = (): void => {
    session.startAnew(limit)
    session.focus.to('customer')
  }
  const onRepaired = (repaired: Repaired): void => {
    setSaved({ kind: 'repaired', repaired })
    setPreview(false)
    setUndo(null)
    papers.forget()
    anew()
  }
  const onSaved = (visit: SavedVisit): void => {
    setSaved({ kind: 'visit', visit })
    setUndo(null)
    papers.forget()
    anew()
    const ready = settings?.printOnSave === true && settings.printer !== ''
    if (!ready) return setPreview(true)
    void papers.run(papers.sheets(visit)).then((queued) => {
      if (!queued) setPreview(true)
    })
  }
  const saving = useSave(session, onSaved)

  /** Puts the form aside; false when the core did not take it: then it stays where it is. */
  const park = async (): Promise<boolean> => {
    if (session.isUntouched()) return true
    const title = draftTitle(session.store.get().form)
    // What is typed behind the key belongs to the next form.
    session.typeAhead.hold()
    const problem = await session.park(limit).finally(session.typeAhead.release)
    if (problem) notice('bad', problemLine(problem, loose(plain)))
    else notice('plain', t('draft.parkedNow', { title: title === '' ? t('draft.untitled') : title }))
    return problem === null
  }
  /** F2: the next customer. An open form parks itself. */
  const next = async (): Promise<void> => {
    if (!(await park())) return
    setSaved(null)
    setPreview(false)
    anew()
  }
  const takeBack = async (draft: Draft): Promise<void> => {
    if (draft.id === session.store.get().draftId && !session.isUntouched()) return
    if (!(await park())) return
    setSaved(null)
    session.open(draft)
    session.focus.to(
      session.store.get().form.customer.kind === 'none' ? 'customer' : 'machines.0.reportedFault',
    )
  }
  /** Shift+F6: the only one at once, several by choice. */
  const takeBackAny = async (): Promise<void> => {
    session.typeAhead.hold()
    const answer = await ask('draft.list', {}).finally(session.typeAhead.release)
    if (!answer.ok) return void notice('bad', problemLine(answer.problem, loose(plain), { reading: true }))
    const others = answer.value.drafts.filter(
      ({ id, form }) => form === 'intake' && id !== session.store.get().draftId,
    )
    const [only] = others
    if (!only) return void notice('plain', t('draft.none'))
    if (others.length === 1) return takeBack(only)
    if (!(await park())) return
    anew()
    session.focus.to('drafts')
  }
  const clear = (): void => {
    const back = session.clear(limit)
    setUndo(() => () => {
      back()
      setUndo(null)
    })
    session.focus.to('customer')
  }
  return {
    saved,
    papers,
    preview,
    setPreview: (open: boolean): void => {
      setPreview(open)
      if (!open) session.focus.to('customer')
    },
    save: saving.save,
    onRepaired,
    busy: saving.busy,
    problem: saving.problem,
    announced: saving.announced,
    undo,
    next,
    park: async (): Promise<void> => {
      if (session.isUntouched()) return void notice('plain', t('draft.nothing'))
      if (await park()) anew()
    },
    takeBack,
    takeBackAny,
    clear,
    endPolitely: (who: string): void => {
      session.clear(limit)
      saving.forget()
      notice('good', t('fee.recorded', { who }))
      session.focus.to('customer')
    },
    /** Pasted pictures wait for the strip of photos, which may have to be unfolded first. */
    addPhotos: (files: readonly File[]): void => {
      const { store } = session
      store.set({ ...store.get(), details: true, pasted: files })
    },
  }
}
export type Round = ReturnType<typeof useRound>

const amountText = (fen: number | null): string => (fen === null ? '' : formatYuan(fen))
