// Everything that this customer brought at other times, the latest first.
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import { Empty, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { OrderTable } from './order-table.tsx'

export const OtherOrders = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const { local } = useFormat()
  const answer = useCoreQuery('customer.devices', { customerId: order.customer.id }, { keepPrevious: true })
  return (
    <div className="sheet related">
      <h3 className="work-title">{t('related.others')}</h3>
      <QueryPanel answer={answer}>
        {({ devices }) => {
          const orders = devices
            .flatMap((device) =>
              device.orders.map((one) => ({
                ...one,
                state: one.state as State,
                same: device.id === order.device.id,
                what: [device.category, device.brand, device.model].filter(Boolean).join(' '),
              })),
            )
            .filter(({ id }) => id !== order.id && !order.siblings.some((sibling) => sibling.id === id))
            .sort((a, b) => b.createdAt - a.createdAt)
          if (orders.length === 0) return <Empty why={t('others.none', { name: order.customer.name })} />
          return (
            <OrderTable
              label={t('related.others')}
              orders={orders.map(({ id, number, state, what, same, createdAt, reportedFault }) => ({
                id,
                number,
                state,
                what,
                note: same ? t('others.sameMachine') : '',
                more: reportedFault,
                when: local(createdAt, 'date'),
              }))}
            />
          )
        }}
      </QueryPanel>
    </div>
  )
}
