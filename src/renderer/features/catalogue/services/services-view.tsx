// All service items: what work costs, how long it takes, what the technician earns by it.
import { useCallback, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceItem } from '#shared/contract/catalogue.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { Empty, QueryPanel } from '#renderer/components/panel-states.tsx'
import { VirtualList } from '#renderer/components/virtual-list.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { holding } from '../holding.ts'
import { InUse } from '../in-use.tsx'
import { useShown } from '../use-shown.ts'
import { WorkArea } from '../work-area.tsx'
import { ServiceEditor } from './service-editor.tsx'
import { percentText } from './service-values.ts'

const keyOf = ({ id }: ServiceItem): string => id
const rowClass = ({ active }: ServiceItem): string => (active ? '' : 'faded')
const MOST_FOUND = 200

export const ServicesView = () => {
  const { t } = useTranslation('catalogue')
  const shown = useShown<ServiceItem>(t('services.add'))
  const text = useDeferredValue(shown.text.trim())
  const all = useCoreQuery('serviceItem.list', {}, { keepPrevious: true })
  // Initials are known to the core only.
  const found = useCoreQuery(
    'serviceItem.find',
    { text, limit: MOST_FOUND },
    { skip: text === '', keepPrevious: true },
  )
  const rowHeight = SIZES[useLook().density].row
  const cells = useCallback((item: ServiceItem) => <ServiceCells item={item} />, [])
  const { open, outOfUse } = shown
  const rowsOf = (items: readonly ServiceItem[]): readonly ServiceItem[] => {
    if (text === '') return items.filter(({ active }) => active || outOfUse)
    const unused = outOfUse ? holding(items, text).filter(({ active }) => !active) : []
    return [...(found.value?.serviceItems ?? []), ...unused]
  }
  const rows = all.value ? rowsOf(all.value.serviceItems) : []
  return (
    <WorkArea
      shown={shown}
      hint={t('services.hint')}
      count={all.value ? t('services.count', { count: rows.length }) : ''}
      side={
        open && <ServiceEditor key={open.seq} item={open.entry} onClose={shown.close} typed={shown.typed} />
      }
    >
      <QueryPanel answer={all} rows={10}>
        {() =>
          rows.length === 0 ? (
            <Empty
              why={text === '' ? t('services.empty') : t('nothing', { text })}
              verb={{ label: t('services.add'), keys: 'Ctrl+N', run: () => shown.show(null) }}
            />
          ) : (
            <VirtualList
              ref={shown.list}
              label={t('views.services')}
              className="catalogue-services"
              rows={rows}
              keyOf={keyOf}
              rowHeight={rowHeight}
              rowClass={rowClass}
              head={<ServiceHeads />}
              current={shown.current}
              onCurrent={shown.setCurrent}
              onOpen={shown.show}
            >
              {cells}
            </VirtualList>
          )
        }
      </QueryPanel>
    </WorkArea>
  )
}

const ServiceHeads = () => {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <span role="columnheader">{t('field.code')}</span>
      <span role="columnheader">{t('field.name')}</span>
      <span role="columnheader" className="catalogue-amount">
        {t('field.price')}
      </span>
      <span role="columnheader" className="catalogue-amount catalogue-wide">
        {t('field.minutesShort')}
      </span>
      <span role="columnheader" className="catalogue-wide">
        {t('field.commission')}
      </span>
      <span role="columnheader">{t('state')}</span>
    </>
  )
}

const ServiceCells = ({ item }: { item: ServiceItem }) => {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <span role="gridcell" className="mono">
        {item.code}
      </span>
      <span role="gridcell">{item.name}</span>
      <span role="gridcell" className="num catalogue-amount">
        {formatYuan(item.priceFen)}
      </span>
      <span role="gridcell" className="num catalogue-amount catalogue-wide">
        {item.minutes === null ? '' : t('minutes', { count: item.minutes })}
      </span>
      <span role="gridcell" className="num catalogue-wide">
        {item.commission === 'amount' &&
          t('commissionOf.amount', { amount: formatYuan(item.commissionValue, { sign: '¥' }) })}
        {item.commission === 'percent' &&
          t('commissionOf.percent', { percent: percentText(item.commissionValue) })}
      </span>
      <span role="gridcell">
        <InUse active={item.active} />
      </span>
    </>
  )
}
