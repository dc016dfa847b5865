// Everything said and promised (rules CON-1, CLK-4, CLK-11), and the texts to copy.
import { useTranslation } from 'react-i18next'
import { Button } from 'antd'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { Empty, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { openVerb } from '../../../lib/verb-request.ts'
import type { SectionProps } from '../order/order-screen.tsx'
import { ReadyText } from './ready-text.tsx'
import { useWords } from './use-words.ts'

export const ContactSection = ({ order }: SectionProps) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { of } = useWords()
  const answer = useCoreQuery('contact.ofOrder', { id: order.id }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>
      {({ attempts, appointments, urges, t2 }) => (
        <div className="work-columns">
          <div
            className="sheet work-column"
            role="region"
            aria-label={t('section.attempts')}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
            tabIndex={0}
          >
            <h3 className="work-title">
              {t('section.attempts')}
              <span className="num faint">{attempts.length}</span>
              {t2 !== null && <span className="num">{t('section.t2', { at: local(t2) })}</span>}
            </h3>
            {attempts.length === 0 && <Empty why={t('section.noAttempt')} />}
            {attempts.map((one) => (
              <div key={one.id} className="work-item">
                <div className="work-head">
                  <span className="num">{local(one.at)}</span>
                  <span>{of('channel', one.channel)}</span>
                  <strong>{of('contactOutcome', one.outcome)}</strong>
                  <span className="faint">{one.who}</span>
                </div>
                {one.words !== '' && <p className="selectable">{one.words}</p>}
              </div>
            ))}
          </div>
          <div className="work-column">
            <div className="sheet">
              <h3 className="work-title">
                {t('section.appointments')}
                {!isFinal(order.state) && (
                  <Button size="small" onClick={() => openVerb(order.id, 'appoint')}>
                    {t('section.appoint')}
                  </Button>
                )}
              </h3>
              {appointments.length === 0 && <p className="work-item faint">{t('section.noAppointment')}</p>}
              {appointments.map((one, index) => (
                <div key={one.id} className="work-item">
                  <div className="work-head">
                    <strong className="num">{local(one.at)}</strong>
                    <span>{of('appointmentKind', one.kind)}</span>
                    {one.type !== null && <span>{of('promiseType', one.type)}</span>}
                    {index === 0 && appointments.length >= 3 && (
                      <span className="verb-bad">{t('section.third', { count: appointments.length })}</span>
                    )}
                  </div>
                  {one.reason && (
                    <p className="selectable">
                      {[one.reason, one.requestNo, one.partCode].filter(Boolean).join(' · ')}
                    </p>
                  )}
                  <p className="faint num">{t('section.made', { at: local(one.madeAt), who: one.who })}</p>
                </div>
              ))}
            </div>
            <div className="sheet">
              <h3 className="work-title">
                {t('section.urges')}
                <span className="num faint">{urges.length}</span>
                <KeyCap keys="Ctrl+U" />
              </h3>
              {urges.map((one) => (
                <div key={one.id} className="work-item">
                  <div className="work-head">
                    <span className="num">{local(one.at)}</span>
                    <span>{of('urgeSource', one.source)}</span>
                    <span className="faint">{one.who}</span>
                  </div>
                  <p className="selectable">{one.words}</p>
                </div>
              ))}
            </div>
            <div className="sheet work-item">
              <ReadyText order={order} />
            </div>
          </div>
        </div>
      )}
    </QueryPanel>
  )
}
