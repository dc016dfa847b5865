// The other machines of the same visit, and the slip that they share (rule INT-2).
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { OrderTable } from './order-table.tsx'

export const VisitOrders = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  return (
    <div className="sheet related">
      <h3 className="work-title">
        {t('related.visit')}
        <span className="num faint">
          {t('visit.head', { position: order.position, count: order.ofVisit })}
        </span>
        <span className="mono selectable">{order.visitNumber}</span>
      </h3>
      <OrderTable
        label={t('related.visit')}
        orders={order.siblings.map(({ id, number, state, device }) => ({ id, number, state, what: device }))}
      />
    </div>
  )
}
