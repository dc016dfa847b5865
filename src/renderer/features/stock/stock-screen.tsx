// The stock: what there is, its documents, what waits, what is owed, what to buy; and everything that a person writes
// in it. A part, a document or a form lies over the view it was opened from; Esc goes one level back.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { has } from '#shared/domain/staff/rights.ts'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { CountResult } from './forms/count-result.tsx'
import { BEGUN_BY_KEY, keyOfForm } from './forms/form-kinds.ts'
import type { FormKind } from './forms/form-kinds.ts'
import { withLine } from './forms/form-model.ts'
import type { StockForm } from './forms/form-model.ts'
import { StockFormSheet } from './forms/stock-form-sheet.tsx'
import type { Posted } from './forms/stock-form-sheet.tsx'
import { UnfinishedForms } from './forms/unfinished-forms.tsx'
import { useCountSheet } from './forms/use-count-sheet.ts'
import { useForms } from './forms/use-forms.ts'
import { DocumentsView } from './lists/documents-view.tsx'
import { OnHandView } from './lists/on-hand-view.tsx'
import { OwedView } from './lists/owed-view.tsx'
import { ProposalView } from './lists/proposal-view.tsx'
import { WaitingView } from './lists/waiting-view.tsx'
import { DocumentSheet } from './sheets/document-sheet.tsx'
import { PartSheet } from './sheets/part-sheet.tsx'
import { RequestSheet } from './sheets/request-sheet.tsx'
import type { OpenSheet, Sheet } from './sheets/sheet.ts'
import { usePlaces } from './use-places.ts'
import '#renderer/components/small-parts.css'
import './stock.css'
import './stock-lists.css'

const VIEWS = ['onHand', 'documents', 'waiting', 'owed', 'proposal'] as const
type View = (typeof VIEWS)[number]

export const StockScreen = ({ params, seq }: ScreenProps) => {
  const { t } = useTranslation('stock')
  const { notice } = useNav()
  const roles = useAppSelector((state) => state.window.person?.roles)
  const manages = has('manageStock', roles ?? [])
  const places = usePlaces()
  const forms = useForms(places)
  const { form } = forms
  const [view, setView] = useState<View>('onHand')
  const [sheets, setSheets] = useState<readonly Sheet[]>([])
  const [counted, setCounted] = useState<Posted | null>(null)
  const toCount = useCountSheet(form)
  const top = sheets.at(-1)

  const open: OpenSheet = (sheet) => setSheets((old) => [...old, sheet])
  const back = () => setSheets((old) => old.slice(0, -1))
  const show = (next: View) => {
    void forms.putAway()
    setCounted(null)
    setSheets([])
    setView(next)
  }
  const begin = (kind: FormKind, prefill?: Partial<StockForm>) => {
    setCounted(null)
    void forms.begin(kind, prefill)
  }
  useOpening(params, seq, { open, resume: forms.resume })
  useShortcuts([
    ...VIEWS.map((name, index) => ({
      keys: `Alt+${index + 1}`,
      label: t(`view.${name}`),
      run: () => show(name),
    })),
    ...BEGUN_BY_KEY.map(
      (kind, index) =>
        manages && { keys: keyOfForm(index), label: t(`form.title.${kind}`), run: () => begin(kind) },
    ),
    top !== undefined && form === null && { keys: 'Escape', label: t('back'), run: back },
  ])
  const posted = (done: Posted) => {
    forms.end()
    if (done.form.kind === 'count') return setCounted(done)
    const { number, documentId, missing } = done.answer as {
      number: string
      documentId?: string
      missing?: readonly unknown[]
    }
    notice('good', t(`form.done.${done.form.kind}`, { number }))
    if (missing !== undefined && missing.length > 0)
      notice('bad', t('form.missingOnWay', { count: missing.length }))
    // The document that was open says what became of it by itself; else the new one is shown.
    if (documentId === undefined) return
    if (done.form.requestId !== null) setSheets([{ kind: 'document', id: documentId }])
    else if (top === undefined) open({ kind: 'document', id: documentId })
  }
  const covered = top !== undefined || form !== null || counted !== null
  return (
    <div className="stock-screen">
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className="stock-bar">
        <div className="stock-views" role="group" aria-label={t('views')}>
          <span className="stock-chord" aria-hidden="true">
            Alt +
          </span>
          {VIEWS.map((name, index) => (
            <button
              key={name}
              type="button"
              className="stock-view"
              aria-pressed={view === name}
              onClick={() => show(name)}
            >
              <KeyCap keys={String(index + 1)} />
              {t(`view.${name}`)}
            </button>
          ))}
        </div>
        {manages && (
          <div className="stock-views stock-verbs" role="group" aria-label={t('verbs')}>
            <span className="stock-chord" aria-hidden="true">
              Ctrl +
            </span>
            {BEGUN_BY_KEY.map((kind, index) => (
              <button
                key={kind}
                type="button"
                className="stock-view"
                aria-pressed={form?.kind === kind}
                onClick={() => begin(kind)}
              >
                <KeyCap keys={keyOfForm(index).slice(-1)} />
                {t(`form.verb.${kind}`)}
              </button>
            ))}
          </div>
        )}
        {manages && <UnfinishedForms current={forms.draftId} onOpen={(id) => void forms.resume(id)} />}
      </div>
      {form !== null && places && (
        <StockFormSheet
          key={forms.draftId}
          form={form}
          places={places}
          kept={forms.kept}
          toCount={toCount}
          onForm={forms.change}
          onPosted={posted}
          onClose={() => void forms.putAway()}
          onDiscard={forms.end}
        />
      )}
      {form === null && counted !== null && (
        <CountResult
          counted={counted}
          onClose={() => setCounted(null)}
          onDocument={(id) => {
            setCounted(null)
            open({ kind: 'document', id })
          }}
          onRest={(lines) =>
            begin('count', {
              fromId: counted.form.fromId,
              reason: counted.form.reason,
              lines: lines.reduce(
                (rest, line) =>
                  withLine(rest, { ...line, id: line.partId, spec: '', serialTracked: false }, 0),
                { ...counted.form, lines: [] } as StockForm,
              ).lines,
            })
          }
        />
      )}
      {top !== undefined && (
        <div className="stock-sheet" hidden={form !== null || counted !== null} key={`${sheets.length}`}>
          {top.kind === 'part' && <PartSheet id={top.id} onOpen={open} onBack={back} />}
          {top.kind === 'document' && places && (
            <DocumentSheet
              id={top.id}
              places={places}
              manages={manages}
              onOpen={open}
              onBack={back}
              onForm={begin}
            />
          )}
          {top.kind === 'request' && places && (
            <RequestSheet
              request={top.request}
              manages={manages}
              onOpen={open}
              onBack={back}
              onForm={begin}
            />
          )}
        </div>
      )}
      <div className="stock-view-body" hidden={covered}>
        {view === 'onHand' && <OnHandView places={places} covered={covered} onOpen={open} />}
        {view === 'documents' && <DocumentsView covered={covered} onOpen={open} />}
        {view === 'waiting' && <WaitingView covered={covered} onOpen={open} />}
        {view === 'owed' && <OwedView covered={covered} />}
        {view === 'proposal' && (
          <ProposalView
            covered={covered}
            manages={manages}
            onOpen={open}
            onReceive={(lines) => begin('receive', { lines: [...lines], current: lines[0]?.key ?? null })}
          />
        )}
      </div>
    </div>
  )
}

/** Opened with a part, a document or an unfinished form: once for each opening. */
const useOpening = (
  params: ScreenProps['params'],
  seq: number,
  { open, resume }: Readonly<{ open: OpenSheet; resume: (draftId: string) => Promise<boolean> }>,
) => {
  const opened = useRef(0)
  useEffect(() => {
    if (opened.current === seq) return
    opened.current = seq
    const { draftId, partId, documentId } = params
    if (typeof draftId === 'string') void resume(draftId)
    if (typeof partId === 'string') open({ kind: 'part', id: partId })
    if (typeof documentId === 'string') open({ kind: 'document', id: documentId })
  })
}
