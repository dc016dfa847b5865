// What was done, one record per dispatch (rule SRV-1), its lines with who pays, and the repair warranty (SRV-4).
import { useTranslation } from 'react-i18next'
import type { ServiceRecord } from '#shared/contract/service.ts'
import { DeviceParts, Meter } from '#renderer/features/device-record/index.tsx'
import { Empty, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import type { SectionProps } from '../order/order-screen.tsx'
import { useWords } from './use-words.ts'

export const ServiceSection = ({ order }: SectionProps) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const answer = useCoreQuery('service.records', { id: order.id }, { keepPrevious: true })
  return (
    <div
      className="sheet work-section"
      role="region"
      aria-label={t('sectionName.service')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
    >
      <h3 className="work-title">{t('sectionName.service')}</h3>
      <QueryPanel answer={answer}>
        {({ records, warrantyUntil }) => (
          <>
            {records.length === 0 && <Empty why={t('section.noRecord')} />}
            {warrantyUntil !== null && (
              <p className="work-title num">
                {t('section.warranty', { until: local(warrantyUntil, 'date') })}
              </p>
            )}
            {records.toReversed().map((record) => (
              <Record key={record.id} record={record} />
            ))}
            <div className="work-item device-record">
              <Meter deviceId={order.device.id} orderId={order.id} />
              <DeviceParts deviceId={order.device.id} hideEmpty />
            </div>
          </>
        )}
      </QueryPanel>
    </div>
  )
}

const Record = ({ record }: { record: ServiceRecord }) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { of } = useWords()
  const { arrivedAt, finishedAt, minutes } = record
  return (
    <div className="work-item">
      <div className="work-head">
        <strong>{of('result', record.result)}</strong>
        <span>{of('faultCode', record.faultCode)}</span>
        <span>{record.doneBy}</span>
        <span className="num faint">{local(record.at)}</span>
        {record.onBehalf && (
          <span className="work-state">{t('section.onBehalf', { who: record.reportedBy })}</span>
        )}
        {minutes !== null && <span className="num">{t('section.minutes', { count: minutes })}</span>}
        {arrivedAt !== null && finishedAt !== null && (
          <span className="num faint">
            {local(arrivedAt)} – {local(finishedAt, 'time')} {record.longReason}
          </span>
        )}
      </div>
      <p className="selectable">
        <span className="faint">{t('field.actualFault')}</span> {record.actualFault}
      </p>
      <p className="selectable">
        <span className="faint">{t('field.action')}</span> {record.action}
      </p>
      {record.serials.length > 0 && (
        <p className="mono selectable">
          <span className="faint">{t('record.serials')}</span> {record.serials.join('  ')}
        </p>
      )}
      {record.lines.length > 0 && (
        <table className="work-lines">
          <thead>
            <tr>
              <th scope="col">{t('section.lineKind')}</th>
              <th scope="col">{t('section.lineText')}</th>
              <th scope="col">{t('section.linePayer')}</th>
              <th scope="col">{t('section.lineWarranty')}</th>
            </tr>
          </thead>
          <tbody>
            {record.lines.map((line) => (
              <tr key={line.id}>
                <td>{of('lineKind', line.kind)}</td>
                <td className="selectable">{line.text}</td>
                <td>{of('payer', line.payer)}</td>
                <td className="num">
                  {line.warrantyDays === 0
                    ? t('section.noWarranty')
                    : t('section.days', { count: line.warrantyDays })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
