// What was just repaired on the spot: its order and state, how printing went, the signed paper that is still to come.
// It takes no focus: the keys are in the clean form below already.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PaperPreview } from '#renderer/components/paper-preview.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { StatusTag } from '#renderer/components/status-tag.tsx'
import { SignedPaper } from '#renderer/features/pickup/index.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Repaired } from './use-spot-repair.ts'

type StripProps = Readonly<{ repaired: Repaired; onNext: () => void }>

export const RepairedStrip = ({ repaired, onNext }: StripProps) => {
  const { t } = useTranslation('intake')
  const { openOrder } = useNav()
  const { orderId, number, who, state } = repaired
  const [looking, setLooking] = useState(false)
  const print = useCoreCommand('print.print')
  const sheets = [{ paper: 'repairOrder', subjectId: orderId, copy: 'customer' } as const]
  const look = (): void => setLooking(true)
  useShortcuts([{ keys: 'Ctrl+P', label: t('saved.preview'), run: look }])
  return (
    <section className="saved-strip spot-strip" aria-label={t('spot.saved.title')} data-enter-skip>
      <div className="saved-code">
        <span className="saved-label">{t('spot.saved.order')}</span>
        <button
          type="button"
          className="intake-link spot-number mono"
          onClick={() => openOrder(orderId, number)}
        >
          {number}
        </button>
      </div>
      <div className="saved-facts">
        <p role="status">
          <strong>{t('spot.saved.done', { who })}</strong> <StatusTag state={state} />
        </p>
        <PaperLine repaired={repaired} />
        {repaired.changedMeanwhile && <p className="intake-bad">{t('saved.changedMeanwhile')}</p>}
      </div>
      <div className="saved-verbs">
        <Button onClick={look}>
          {t('saved.preview')}
          <kbd className="key-cap">Ctrl+P</kbd>
        </Button>
        <Button loading={print.busy} onClick={() => void print.run({ sheets })}>
          {repaired.paper === 'print' ? t('saved.again') : t('spot.saved.print')}
        </Button>
        {repaired.signOn === 'paper' && <SignedPaper orders={[orderId]} />}
        <Button onClick={onNext}>
          {t('saved.next')}
          <kbd className="key-cap">F2</kbd>
        </Button>
      </div>
      <ProblemLine problem={print.problem} />
      <PaperPreview open={looking} sheets={sheets} onClose={() => setLooking(false)} />
    </section>
  )
}

/** The last printing of its repair order, or why there is none. */
const PaperLine = ({ repaired: { orderId, paper } }: { repaired: Repaired }) => {
  const { t } = useTranslation('intake')
  const last = useCoreQuery('print.jobs', { subjectId: orderId }, { keepPrevious: true }).value?.jobs[0]
  if (last?.result === 'failed')
    return (
      <p role="status" className="intake-bad">
        {t('saved.failed', { count: 1, why: last.message })}
      </p>
    )
  const words =
    last === undefined
      ? paper === 'systemFailure'
        ? t('spot.saved.noPaper')
        : ''
      : last.result === 'queued'
        ? t('saved.printing', { count: 1 })
        : last.result === 'unknown'
          ? t('saved.unknown', { count: 1 })
          : t('saved.printed', { count: 1 })
  return (
    <p role="status" className="intake-hint">
      {words}
    </p>
  )
}
