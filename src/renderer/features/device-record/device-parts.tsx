// The parts list of a machine (rule PRT-6): what repairs put into it, since which order, and what came out again.
import { useTranslation } from 'react-i18next'
import type { DevicePart } from '#shared/contract/customers.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { QueryPanel } from '../../components/panel-states.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useNav } from '../../lib/nav.ts'
import './device-record.css'

type Props = Readonly<{
  deviceId: string
  /** Where nothing was ever put in: leaves no trace rather than a line that says so. */
  hideEmpty?: boolean
  /** An order was opened from here: what lies over the screen goes. */
  onLeave?: () => void
}>

export const DeviceParts = ({ deviceId, hideEmpty = false, onLeave }: Props) => {
  const { t } = useTranslation('device')
  const answer = useCoreQuery('customer.deviceParts', { deviceId }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={2}>
      {({ parts }) =>
        parts.length === 0 && hideEmpty ? null : (
          <section className="device-block" aria-label={t('parts.title')}>
            <div className="device-block-head">
              <h3>{t('parts.title')}</h3>
            </div>
            {parts.length === 0 ? (
              <p className="faint">{t('parts.none')}</p>
            ) : (
              <Parts parts={parts} onLeave={onLeave} />
            )}
          </section>
        )
      }
    </QueryPanel>
  )
}

const Parts = ({ parts, onLeave }: { parts: readonly DevicePart[]; onLeave: (() => void) | undefined }) => {
  const { t } = useTranslation('device')
  return (
    <table className="device-table">
      <thead>
        <tr>
          <th scope="col">{t('parts.name')}</th>
          <th scope="col">{t('parts.serial')}</th>
          <th scope="col">{t('parts.since')}</th>
          <th scope="col">{t('parts.instead')}</th>
          <th scope="col">{t('parts.removed')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id} className={part.removed === null ? '' : 'device-gone'}>
            <td>
              {part.code !== '' && <span className="mono faint">{part.code} </span>}
              {part.name}
              {part.quantity !== 1000 && (
                <span className="num">
                  {' '}
                  × {formatQuantity(part.quantity)}
                  {part.unit}
                </span>
              )}
            </td>
            <td className="mono selectable">{part.serial}</td>
            <td>
              <Since onLeave={onLeave} at={part.at} orderId={part.orderId} number={part.orderNumber} />
            </td>
            <td className="mono selectable">{part.oldSerial}</td>
            <td>
              {part.removed && (
                <>
                  <Since
                    onLeave={onLeave}
                    at={part.removed.at}
                    orderId={part.removed.orderId}
                    number={part.removed.orderNumber}
                  />
                  {part.removed.replacedBy !== '' && (
                    <span className="mono"> → {part.removed.replacedBy}</span>
                  )}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Since = ({
  at,
  orderId,
  number,
  onLeave,
}: {
  at: number
  orderId: string
  number: string
  onLeave: (() => void) | undefined
}) => {
  const { local } = useFormat()
  const { openOrder } = useNav()
  return (
    <span className="num device-since">
      {local(at, 'date')}{' '}
      <button
        type="button"
        className="link-button mono"
        onClick={() => {
          openOrder(orderId, number)
          onLeave?.()
        }}
      >
        {number}
      </button>
    </span>
  )
}
