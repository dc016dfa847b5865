// The facts of the intake, read.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { chargeBasisText } from './charge-words.ts'

export const IntakeFacts = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const none = <span className="faint">{t('fact.none')}</span>
  return (
    <dl className="facts selectable">
      <Fact name={t('fact.reportedFault')}>
        <span className="fact-fault">{order.reportedFault}</span>
      </Fact>
      <Fact name={t('fact.condition')}>{order.condition === '' ? none : order.condition}</Fact>
      <Fact name={t('fact.accessories')}>
        {order.accessories.length === 0
          ? none
          : order.accessories.map(({ name, count }) => (
              <span key={name} className="fact-chip num">
                {name}
                {count > 1 && <b> ×{count}</b>}
              </span>
            ))}
      </Fact>
      <Fact name={t('fact.configuration')}>
        {order.configuration.length === 0 ? none : <Configuration lines={order.configuration} />}
      </Fact>
      <Fact name={t('fact.charge')}>
        <b>{labels(`chargeKind.${order.chargeKind}`)}</b>{' '}
        <span className="fact-why">{chargeBasisText(order.chargeBasis, loose(t))}</span>
      </Fact>
      <Fact name={t('fact.limitFen')}>
        {order.limitFen === null ? (
          <span className="faint">{t('fact.noLimit')}</span>
        ) : (
          <span className="num">{formatYuan(order.limitFen, { sign: '¥' })}</span>
        )}
      </Fact>
      <Fact name={t('fact.takenIn')}>
        <span className="num">{local(order.createdAt)}</span> {order.createdBy}{' '}
        <span className="fact-why">
          {t(`service.${order.service}`)} ·{' '}
          {loose(t)(`origin.${order.origin}`, { defaultValue: order.origin })}
        </span>
      </Fact>
      <Fact name={t('fact.machinePlace')}>
        {loose(t)(`place.${order.machinePlace}`, { defaultValue: order.machinePlace })}
      </Fact>
      <Fact name={t('fact.codes')}>
        <span className="mono">{order.digits}</span>{' '}
        <span className="fact-why">
          {t('fact.visit')} <span className="mono">{order.visitNumber}</span>
        </span>
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Configuration = ({ lines }: { lines: OrderDetail['configuration'] }) => (
  <ul className="fact-lines">
    {lines.map(({ kind, text, serial }, index) => (
      <li key={index}>
        <b>{kind}</b> {text} {serial !== '' && <span className="mono">SN {serial}</span>}
      </li>
    ))}
  </ul>
)
