// One line of the order list, and the heads of its columns. Drawn while scrolling, so it holds no state.
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderLine } from '#shared/contract/orders.ts'
import type { DateText } from '#shared/kernel/time.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { StatusChip, StatusTag } from '../../../components/status-tag.tsx'
import { DueMark } from '../due-mark.tsx'
import { shortTime, tailOf } from './short-texts.ts'

const COLUMNS = [
  'number',
  'state',
  'customer',
  'device',
  'serial',
  'fault',
  'due',
  'papers',
  'takenIn',
] as const

export const OrderHeads = () => {
  const { t } = useTranslation('orders')
  return (
    <>
      <span role="columnheader" className="order-marks">
        <span className="visually-hidden">{t('list.column.marks')}</span>
      </span>
      {COLUMNS.map((column) => (
        <span key={column} role="columnheader" className={`order-${column}`}>
          {t(`list.column.${column}`)}
        </span>
      ))}
    </>
  )
}

export type OrderRowProps = Readonly<{
  order: OrderLine
  /** The shop's day and clock, by which the time of taking in is told as short as possible. */
  today: DateText
  zone: string
  onOpen: (order: OrderLine) => void
  onStar: (order: OrderLine) => void
  onImportant: (order: OrderLine) => void
}>

export const OrderRow = memo(({ order, today, zone, onOpen, onStar, onImportant }: OrderRowProps) => {
  const { t } = useTranslation('orders')
  const { customerName, company, nextContactBy, starred, important } = order
  return (
    <>
      <span role="gridcell" className="order-marks">
        <button
          type="button"
          tabIndex={-1}
          className={`order-mark ${starred ? 'order-starred' : ''}`}
          aria-pressed={starred}
          aria-label={t('mark.star')}
          title={`${t('mark.star')} (Ctrl+B)`}
          onClick={() => onStar(order)}
          onDoubleClick={stop}
        >
          <i className={starred ? 'icon-star-filled' : 'icon-star'} />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={`order-mark ${important ? 'order-important' : ''}`}
          aria-pressed={important}
          aria-label={t('mark.important')}
          title={`${t('mark.important')} (Ctrl+I)`}
          onClick={() => onImportant(order)}
          onDoubleClick={stop}
        >
          <i className={important ? 'icon-flag-filled' : 'icon-flag'} />
        </button>
      </span>
      <span role="gridcell" className="order-number">
        <button
          type="button"
          tabIndex={-1}
          className="link-button mono"
          onClick={() => onOpen(order)}
          onDoubleClick={stop}
        >
          {order.number}
        </button>
      </span>
      <span role="gridcell" className="order-state">
        <StatusTag state={order.state} label={order.label} />
      </span>
      <span role="gridcell" className="order-customer" title={`${customerName} ${company}`}>
        {customerName}
        {company !== '' && <span className="order-company"> {company}</span>}
      </span>
      <span role="gridcell" className="order-device" title={order.device}>
        {order.device}
      </span>
      <span role="gridcell" className="order-serial mono" title={order.serial}>
        {tailOf(order.serial)}
      </span>
      <span role="gridcell" className="order-fault" title={order.reportedFault}>
        {order.urges > 0 && (
          <>
            <StatusChip chip="late" text={t('list.urges', { count: order.urges })} />{' '}
          </>
        )}
        {order.reportedFault}
      </span>
      <span role="gridcell" className="order-due">
        {nextContactBy !== null && !isFinal(order.state) && <DueMark promised={nextContactBy} />}
      </span>
      <span role="gridcell" className={`order-papers order-papers-${papersOf(order)}`}>
        {t(`list.papers.${papersOf(order)}`)}
      </span>
      <span role="gridcell" className="order-takenIn num">
        {shortTime(order.createdAt, today, zone)}
      </span>
    </>
  )
})
OrderRow.displayName = 'OrderRow'

/** A quick second click on a mark is a second marking, not an opening. */
const stop = (event: React.MouseEvent) => event.stopPropagation()

const papersOf = ({ printed, papersOutdated }: OrderLine) =>
  papersOutdated ? 'outdated' : printed ? 'printed' : 'none'
