// What was just saved: the number, the short code to read aloud, how printing went, and what one may want next.
// It takes no focus: the keys are in the clean form below already.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/domain/intake/index.ts'
import { PaperPreview } from '#renderer/components/paper-preview.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useHost } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import { useIntake } from './session.ts'
import { isUntouched } from '#shared/domain/intake/index.ts'
import type { Papers } from './use-papers.ts'
import type { SavedVisit } from './use-save.ts'

type StripProps = Readonly<{
  saved: SavedVisit
  papers: Papers
  /** The preview opens by itself where nothing was printed. */
  preview: boolean
  onPreview: (open: boolean) => void
  onNext: () => void
}>

export const SavedStrip = ({ saved, papers, preview, onPreview, onNext }: StripProps) => {
  const { t } = useTranslation('intake')
  const { t: work } = useTranslation('verbs')
  const { openOrder } = useNav()
  const sheets = papers.sheets(saved)
  const [looking, setLooking] = useState<readonly Sheet[]>(sheets)
  const fresh = useIntake(({ form, startLimit }) => isUntouched(form, startLimit))
  const pdf = useSlipPdf(saved.visitId)
  const look = (): void => {
    setLooking(sheets)
    onPreview(true)
  }
  const again = (): void => void papers.run(sheets)
  useShortcuts([{ keys: 'Ctrl+P', label: t('saved.preview'), run: look }])
  return (
    <section
      className={`saved-strip ${fresh ? '' : 'saved-strip-small'}`}
      aria-label={t('saved.title')}
      data-enter-skip
    >
      <div className="saved-code">
        <span className="saved-label">{t('saved.shortCode')}</span>
        <strong className="mono selectable">{saved.shortCode}</strong>
      </div>
      <div className="saved-facts">
        <p role="status">
          <strong>{t('saved.done', { who: saved.who, count: saved.orders.length })}</strong>
        </p>
        <p className="saved-orders">
          <span>
            {t('saved.slip')} <span className="mono selectable">{saved.number}</span>
          </span>
          <span>
            {t('saved.orders')}{' '}
            {saved.orders.map(({ id, number }) => (
              <button
                key={id}
                type="button"
                className="intake-link saved-order mono"
                onClick={() => openOrder(id, number)}
              >
                {number}
              </button>
            ))}
          </span>
        </p>
        <PrintLine papers={papers} />
        {saved.batchProblem && (
          <p className="intake-bad" role="status">
            {work('batch', { count: saved.batchProblem.machines, fault: saved.batchProblem.fault })}
          </p>
        )}
        {saved.changedMeanwhile && <p className="intake-bad">{t('saved.changedMeanwhile')}</p>}
      </div>
      <div className="saved-verbs">
        <Button onClick={look}>
          {t('saved.preview')}
          <kbd className="key-cap">Ctrl+P</kbd>
        </Button>
        <Button loading={papers.busy} onClick={again}>
          {t('saved.again')}
        </Button>
        <Button loading={pdf.busy} onClick={() => void pdf.save()}>
          {t('saved.pdf')}
        </Button>
        <Button onClick={onNext}>
          {t('saved.next')}
          <kbd className="key-cap">F2</kbd>
        </Button>
      </div>
      <ProblemLine problem={papers.problem ?? pdf.problem} />
      <PaperPreview open={preview} sheets={looking} onClose={() => onPreview(false)} />
    </section>
  )
}

const PrintLine = ({ papers: { state } }: { papers: Papers }) => {
  const { t } = useTranslation('intake')
  if (state.total === 0) return <p className="intake-hint">{t('saved.notPrinted')}</p>
  return (
    <p role="status" className={state.failed.length > 0 ? 'intake-bad' : 'intake-hint'}>
      {state.waiting > 0 && `${t('saved.printing', { count: state.waiting })} `}
      {state.printed > 0 && `${t('saved.printed', { count: state.printed })} `}
      {state.unknown > 0 && `${t('saved.unknown', { count: state.unknown })} `}
      {state.failed.length > 0 &&
        t('saved.failed', { count: state.failed.length, why: [...new Set(state.failed)].join(' ') })}
    </p>
  )
}

const useSlipPdf = (visitId: string) => {
  const make = useCoreCommand('print.pdf')
  const host = useHost()
  const { notice } = useNav()
  const { t } = useTranslation('intake')
  const [problem, setProblem] = useState(make.problem)
  const save = async (): Promise<void> => {
    setProblem(undefined)
    const made = await make.run({ paper: 'pickupSlip', subjectId: visitId })
    if (!made.ok) return
    const kept = await host('host.savePdf', made.value)
    if (kept.ok) notice('good', t('saved.pdfSaved', { fileName: kept.value.fileName }))
    else if (!isRefusal(kept.problem, 'cancelled')) setProblem(kept.problem)
  }
  return { save, busy: make.busy, problem: make.problem ?? problem }
}
