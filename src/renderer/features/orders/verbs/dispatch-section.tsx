// To whom the order was given, the newest first, and who asked for somebody else (rules DSP-3, DSP-4).
import { useTranslation } from 'react-i18next'
import type { DispatchView } from '#shared/contract/dispatch.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { Empty, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import type { SectionProps } from '../order/order-screen.tsx'
import { useWords } from './use-words.ts'

export const DispatchSection = ({ order }: SectionProps) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { of } = useWords()
  const answer = useCoreQuery('dispatch.forOrder', { id: order.id }, { keepPrevious: true })
  return (
    <div
      className="sheet work-section"
      role="region"
      aria-label={t('sectionName.dispatch')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
    >
      <h3 className="work-title">{t('sectionName.dispatch')}</h3>
      <QueryPanel answer={answer}>
        {({ dispatches, requests }) => (
          <>
            {dispatches.length === 0 && <Empty why={t('section.noDispatch')} />}
            {requests.map((one) => (
              <div key={one.id} className="work-item">
                <div className="work-head">
                  <strong>{t('section.request')}</strong>
                  <span className={`work-state ${one.decision === null ? 'work-state-open' : ''}`}>
                    {of('reassignDecision', one.decision ?? 'open')}
                  </span>
                  <span className="num faint">{local(one.at)}</span>
                  <span>{one.by}</span>
                </div>
                <p className="selectable">{one.reason}</p>
                {one.decidedAt !== null && (
                  <p className="faint">
                    {local(one.decidedAt)} {one.decidedBy} {one.decisionReason}
                  </p>
                )}
              </div>
            ))}
            {dispatches.toReversed().map((one) => (
              <One key={one.id} one={one} />
            ))}
          </>
        )}
      </QueryPanel>
    </div>
  )
}

const OPEN: ReadonlySet<string> = new Set(['planned', 'sent', 'received', 'confirmed', 'waiting', 'open'])

const One = ({ one }: { one: DispatchView }) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { of } = useWords()
  const whom = [one.primary?.name, one.branch, one.branchTechnician, one.vendor].filter(Boolean).join(' ')
  const facts = [
    one.expectedReturn === null ? '' : t('section.expected', { at: local(one.expectedReturn, 'date') }),
    one.costFen === null ? '' : t('section.cost', { cost: formatYuan(one.costFen, { sign: '¥' }) }),
    one.waybill === null ? '' : t('section.waybill', { waybill: one.waybill }),
    one.result === null ? '' : of('vendorResult', one.result),
  ].filter(Boolean)
  return (
    <div className="work-item">
      <div className="work-head">
        <span className="num faint">{one.position}</span>
        <span className="faint">{t(`target.${one.target}`)}</span>
        <strong>{whom}</strong>
        {one.assistants.length > 0 && (
          <span>
            {t('section.assistants', { who: one.assistants.map(({ name }) => name).join(t('branch.join')) })}
          </span>
        )}
        <span className={`work-state ${OPEN.has(one.state) ? 'work-state-open' : ''}`}>
          {of('dispatchState', one.state)}
        </span>
        <span className="faint num">{t('section.since', { at: local(one.since) })}</span>
      </div>
      {facts.length > 0 && <p className="num">{facts.join(' · ')}</p>}
      {one.instructions && <p className="selectable">{one.instructions}</p>}
      {one.reason && <p className="selectable">{t('section.reason', { reason: one.reason })}</p>}
      <p className="faint num">{t('section.made', { at: local(one.createdAt), who: one.createdBy })}</p>
    </div>
  )
}
