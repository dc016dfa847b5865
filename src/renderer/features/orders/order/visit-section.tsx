// The other machines of the same visit, and the slip that they share (rule INT-2).
import { useTranslation } from 'react-i18next'
import { Empty } from '../../../components/panel-states.tsx'
import { OrderTable } from './order-table.tsx'
import type { SectionProps } from './order-screen.tsx'

export const VisitSection = ({ order }: SectionProps) => {
  const { t } = useTranslation('orders')
  return (
    <div className="sheet related">
      <p className="related-head">
        {t('visit.head', { position: order.position, count: order.ofVisit })}
        <span className="mono selectable">{order.visitNumber}</span>
      </p>
      {order.siblings.length === 0 ? (
        <Empty why={t('visit.alone')} />
      ) : (
        <OrderTable
          label={t('section.visit')}
          orders={order.siblings.map(({ id, number, state, device }) => ({
            id,
            number,
            state,
            what: device,
          }))}
        />
      )}
    </div>
  )
}
