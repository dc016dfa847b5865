// Whose work it is and what was promised, as two facts of the head: the technician with the order that came back,
// and the next time that somebody waits for.
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { useFormat } from '../../../lib/format.ts'
import { useNav } from '../../../lib/nav.ts'
import { DueMark } from '../due-mark.tsx'

type Props = Readonly<{ order: OrderDetail }>

export const Technician = ({ order: { primary, comeback, warrantyUntil } }: Props) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { openOrder } = useNav()
  return (
    <div className="order-fact">
      <span className="order-fact-name">{t('head.technician')}</span>
      {primary === null ? (
        <span className="order-faint">{t('head.nobody')}</span>
      ) : (
        <span className="order-fact-main selectable">{primary.name}</span>
      )}
      {comeback !== null && (
        <span className="order-comeback">
          <strong>{t('head.comeback')}</strong>{' '}
          <button
            type="button"
            className="link-button mono"
            onClick={() => openOrder(comeback.id, comeback.number)}
          >
            {comeback.number}
          </button>{' '}
          {t('head.comebackBy', { who: comeback.technician })}
        </span>
      )}
      {warrantyUntil !== null && (
        <span className="order-faint num">{t('head.warranty', { until: local(warrantyUntil, 'date') })}</span>
      )}
    </div>
  )
}

type Promise = Readonly<{ kind: 'nextContact' | 'visit' | 'pickUp' | 'backBy'; at: number }>

/** The times that somebody waits for, the one of the state first. */
const promisesOf = (order: OrderDetail): readonly Promise[] => {
  const { nextContactBy, promisedAt, backBy, service } = order
  return [
    ...(promisedAt === null
      ? []
      : [{ kind: service === 'onSite' ? 'visit' : 'pickUp', at: promisedAt } as const]),
    ...(nextContactBy === null ? [] : [{ kind: 'nextContact', at: nextContactBy } as const]),
    ...(backBy === null ? [] : [{ kind: 'backBy', at: backBy } as const]),
  ]
}

export const Promises = ({ order }: Props) => {
  const { t } = useTranslation('verbs')
  const { t: orders } = useTranslation('orders')
  const { local } = useFormat()
  const promises = promisesOf(order)
  const done = isFinal(order.state)
  return (
    <div className="order-fact">
      <span className="order-fact-name">{t('head.promise')}</span>
      {promises.length === 0 && <span className="order-faint">{orders('head.noPromise')}</span>}
      {promises.map(({ kind, at }, index) => (
        <span key={kind} className={index === 0 ? 'order-fact-main num' : 'num'}>
          {t(`head.${kind}`)} {local(at)} {!done && <DueMark promised={at} />}
        </span>
      ))}
      {order.t2 !== null && <span className="order-faint num">{t('head.t2', { at: local(order.t2) })}</span>}
    </div>
  )
}
