// The papers of an order: chosen by digit, looked at, printed or saved, and what became of every print.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '#shared/contract/printing.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { PaperPreview } from '../../../components/paper-preview.tsx'
import { ProblemPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import type { SectionProps } from '../order/order-screen.tsx'
import { lastJobs, proposedSheets, sheetsOf } from './order-sheets.ts'
import { PrintLog } from './print-log.tsx'

export const PapersSection = ({ order, ask }: SectionProps) => {
  const { t } = useTranslation('orders')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const { jobs, problem, refetch } = usePrintJobs(order.id, order.visitId)
  const sheets = sheetsOf(order)
  const last = lastJobs(sheets, jobs ?? [])
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [preview, setPreview] = useState<readonly string[] | null>(null)
  const keys = chosen ?? proposedSheets(order, sheets, last)
  const outdated = order.papersOutdated ? sheets.filter(({ key }) => last.has(key)).map(({ key }) => key) : []
  const [heard, setHeard] = useState(0)
  // Wait for the log: it says what to offer.
  if (ask.turn !== heard && jobs) {
    setHeard(ask.turn)
    if (ask.what === 'print') setPreview(keys)
  }
  const open = () => setPreview(keys.length > 0 ? keys : proposedSheets(order, sheets, last))
  useShortcuts([{ keys: 'Ctrl+P', label: t('paper.verb'), run: open }])
  return (
    <div className="papers-section">
      {order.papersOutdated && (
        <div className="papers-outdated" role="status">
          <p>
            <b>{t('paper.outdated')}</b> {t('paper.outdatedWay')}
          </p>
          <Button type="primary" onClick={() => setPreview(outdated.length > 0 ? outdated : keys)}>
            {t('paper.reprint', { count: Math.max(1, outdated.length) })}
          </Button>
        </div>
      )}
      <div className="papers-columns">
        <section className="sheet papers-choice" aria-label={t('paper.choose')}>
          <h2>{t('paper.choose')}</h2>
          <DigitPicker
            multiple
            label={t('paper.choose')}
            options={sheets.map(({ key, paper, copy }) => ({
              value: key,
              label:
                copy === undefined
                  ? labels(`paper.${paper}`)
                  : `${labels(`paper.${paper}`)} · ${labels(`copy.${copy}`)}`,
              hint: <LastPrint job={last.get(key)} outdated={order.papersOutdated} local={local} />,
            }))}
            value={keys}
            onChange={setChosen}
            onEnter={open}
          />
          <Button type="primary" onClick={open}>
            {t('paper.preview')}
            <KeyCap keys="Ctrl+P" />
          </Button>
        </section>
        <section className="sheet papers-log" aria-label={t('paper.log')}>
          <h2>{t('paper.log')}</h2>
          {problem && !jobs ? <ProblemPanel problem={problem} retry={refetch} /> : <PrintLog jobs={jobs} />}
        </section>
      </div>
      <PaperPreview
        open={preview !== null}
        sheets={sheets
          .filter(({ key }) => preview?.includes(key))
          .map(({ paper, subjectId, copy }) => ({
            paper,
            subjectId,
            ...(copy === undefined ? {} : { copy }),
          }))}
        onClose={() => setPreview(null)}
        onPrinted={() => setChosen(null)}
      />
    </div>
  )
}

const LastPrint = ({
  job,
  outdated,
  local,
}: {
  job: PrintJob | undefined
  outdated: boolean
  local: (ms: number) => string
}) => {
  const { t } = useTranslation('orders')
  if (!job) return <span className="papers-never">{t('paper.never')}</span>
  return (
    <span className={outdated ? 'papers-old num' : 'num'}>
      {outdated ? `${t('list.papers.outdated')} · ` : ''}
      {local(job.at)}
    </span>
  )
}

/** Of the order and of its visit's slip, the newest first. */
const usePrintJobs = (orderId: string, visitId: string) => {
  const order = useCoreQuery('print.jobs', { subjectId: orderId, limit: 200 }, { keepPrevious: true })
  const visit = useCoreQuery('print.jobs', { subjectId: visitId, limit: 200 }, { keepPrevious: true })
  const all =
    order.value && visit.value
      ? [...order.value.jobs, ...visit.value.jobs].sort((a, b) => b.at - a.at)
      : undefined
  return {
    jobs: all,
    problem: order.problem ?? visit.problem,
    refetch: () => {
      order.refetch()
      visit.refetch()
    },
  }
}
