// Customers that fit what is typed: arrows choose, Enter opens.
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import type { VirtualListHandle } from '../../components/virtual-list.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'

type Props = Readonly<{ text: string; list: Ref<VirtualListHandle>; onChoose: (id: string) => void }>

export const FoundCustomers = ({ text, list, onChoose }: Props) => {
  const { t } = useTranslation('customers')
  const { local } = useFormat()
  const row = SIZES[useLook().density].row
  const answer = useCoreQuery('search.find', { text, limit: 50, kinds: ['customer'] }, { keepPrevious: true })
  return (
    <div className="sheet customer-found">
      <QueryPanel answer={answer}>
        {({ hits }) => {
          const customers = hits.filter((hit) => hit.kind === 'customer')
          if (customers.length === 0) return <Empty why={t('noneFound', { text })} />
          return (
            <VirtualList
              ref={list}
              label={t('found')}
              className="customer-hits"
              rows={customers}
              keyOf={(hit) => hit.id}
              rowHeight={row}
              onOpen={(hit) => onChoose(hit.id)}
            >
              {(hit) => (
                <>
                  <span role="gridcell">
                    <button
                      type="button"
                      tabIndex={-1}
                      className="link-button"
                      onClick={() => onChoose(hit.id)}
                    >
                      {hit.name}
                    </button>
                  </span>
                  <span role="gridcell">{hit.company}</span>
                  <span role="gridcell" className="num">
                    {hit.phones.join(' · ')}
                  </span>
                  <span role="gridcell" className="num">
                    {hit.openOrders > 0 ? t('openOrders', { count: hit.openOrders }) : ''}
                  </span>
                  <span role="gridcell" className="num faint">
                    {hit.lastOrderAt > 0 ? t('lastSeen', { day: local(hit.lastOrderAt, 'date') }) : ''}
                  </span>
                </>
              )}
            </VirtualList>
          )
        }}
      </QueryPanel>
    </div>
  )
}
