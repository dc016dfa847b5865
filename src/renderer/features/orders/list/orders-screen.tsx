// The order list: saved views, filters, a hundred thousand rows by keyboard. Left and come back to, it stands
// as it was.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderLine } from '#shared/contract/orders.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { useLook } from '#renderer/app/look.tsx'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { Empty, Loading, ProblemLine, ProblemPanel } from '../../../components/panel-states.tsx'
import { VirtualList } from '../../../components/virtual-list.tsx'
import type { VirtualListHandle } from '../../../components/virtual-list.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { BulkDispatch } from './bulk-dispatch.tsx'
import { FilterBar } from './filter-bar.tsx'
import { toggledMark } from './marked.ts'
import type { Marked } from './marked.ts'
import { VendorJobs } from './vendor-jobs.tsx'
import { FIRST_FILTER, isNarrowed, listParams, viewOf } from './order-filter.ts'
import type { OrderFilter } from './order-filter.ts'
import { OrderHeads, OrderRow } from './order-row.tsx'
import type { Listed } from './order-pages.ts'
import { useMarks } from './use-marks.ts'
import { useOrderPages } from './use-order-pages.ts'
import '../../../components/small-parts.css'
import './orders-screen.css'

const keyOf = (order: OrderLine) => order.id
const NONE: Marked = new Map()

export const OrdersScreen = ({ params, seq }: ScreenProps) => {
  const { t } = useTranslation('orders')
  const { zone } = useFormat()
  const { filter, change, clear } = useFilter(params.view, seq)
  const asked = useMemo(() => listParams(filter, zone), [filter, zone])
  const { pages, listed } = useOrderPages(asked)
  const counts = useCoreQuery('order.counts', {}, { keepPrevious: true }).value?.counts
  const list = useRef<VirtualListHandle>(null)
  useEffect(() => list.current?.toTop(), [listed.of])
  const total = isNarrowed(filter) ? undefined : counts?.[filter.view]
  const [marked, setMarked] = useState(NONE)
  const [dispatching, setDispatching] = useState(false)
  const [atVendors, setAtVendors] = useState(false)
  const clearMarks = () => {
    setMarked(NONE)
    setDispatching(false)
    list.current?.focus()
  }
  const toList = () => {
    setDispatching(false)
    list.current?.focus()
  }
  return (
    <div className="orders-screen">
      <h1 className="visually-hidden">{t('list.title')}</h1>
      <FilterBar
        filter={filter}
        counts={counts}
        onFilter={(part) => {
          setAtVendors(false)
          change(part)
        }}
        onClear={clear}
        onDown={() => list.current?.focus()}
        atVendors={atVendors}
        onVendors={() => setAtVendors(true)}
      />
      {atVendors ? (
        <div className="orders-list sheet">
          <VendorJobs />
        </div>
      ) : (
        <div className={`orders-columns ${dispatching ? 'orders-with-panel' : ''}`}>
          <div className="orders-list sheet" aria-busy={listed.busy === 'first'}>
            <List
              listed={listed}
              pages={pages}
              total={total}
              list={list}
              zone={zone}
              marked={marked}
              onMark={(order) => setMarked((old) => toggledMark(old, order))}
              onDispatch={(order) => {
                setMarked((old) => (old.size === 0 ? toggledMark(old, order) : old))
                setDispatching(true)
              }}
            />
            <NothingYet listed={listed} filter={filter} onClear={clear} retry={pages.retry} />
          </div>
          {dispatching && marked.size > 0 && (
            <BulkDispatch orders={[...marked.values()]} onClose={toList} onDone={clearMarks} />
          )}
        </div>
      )}
      {!atVendors && (
        <Foot
          listed={listed}
          total={total}
          retry={pages.retry}
          marked={marked.size}
          onUnmark={clearMarks}
          dispatching={dispatching}
        />
      )}
    </div>
  )
}

/** The filter of this window; another screen may open the list with a view. */
const useFilter = (asked: Parameters<typeof viewOf>[0], seq: number) => {
  const [filter, setFilter] = useState<OrderFilter>({
    ...FIRST_FILTER,
    view: viewOf(asked) ?? FIRST_FILTER.view,
  })
  const [seen, setSeen] = useState(seq)
  if (seen !== seq) {
    setSeen(seq)
    const view = viewOf(asked)
    if (view) setFilter({ ...FIRST_FILTER, view })
  }
  return {
    filter,
    change: (part: Partial<OrderFilter>) => setFilter((old) => ({ ...old, ...part })),
    clear: () => setFilter(({ view }) => ({ ...FIRST_FILTER, view })),
  }
}

type ListProps = Readonly<{
  listed: Listed
  pages: ReturnType<typeof useOrderPages>['pages']
  total: number | undefined
  list: React.RefObject<VirtualListHandle | null>
  zone: string
  marked: Marked
  onMark: (order: OrderLine) => void
  /** The marked ones, or the one that keys act on. */
  onDispatch: (order: OrderLine) => void
}>

const List = ({ listed, pages, total, list, zone, marked, onMark, onDispatch }: ListProps) => {
  const { t } = useTranslation('orders')
  const rowHeight = SIZES[useLook().density].row
  const today = businessDate(useNow(), zone)
  const nav = useNav()
  const [current, setCurrent] = useState<string | null>(null)
  const marks = useRef(useMarks(pages.patch))
  const openOrder = useRef(nav.openOrder)
  useEffect(() => {
    openOrder.current = nav.openOrder
  })
  const open = useCallback((order: OrderLine) => openOrder.current(order.id, order.number), [])
  const star = useCallback((order: OrderLine) => marks.current.star(order), [])
  const important = useCallback((order: OrderLine) => marks.current.markImportant(order), [])
  const onCurrent = (act: (order: OrderLine) => void) => () => {
    const order = listed.rows.find(({ id }) => id === current) ?? listed.rows[0]
    if (order) act(order)
  }
  useShortcuts([
    { keys: 'Ctrl+B', label: t('mark.star'), run: onCurrent(star) },
    { keys: 'Ctrl+I', label: t('mark.important'), run: onCurrent(important) },
  ])
  return (
    <VirtualList
      ref={list}
      first
      label={t('list.title')}
      className="orders-grid"
      rows={listed.rows}
      keyOf={keyOf}
      rowHeight={rowHeight}
      {...(total === undefined ? {} : { total })}
      head={<OrderHeads />}
      current={current}
      onCurrent={setCurrent}
      onOpen={open}
      onSpace={onMark}
      onLetter={(code, order) => {
        if (code !== 'KeyA') return false
        onDispatch(order)
        return true
      }}
      onSeen={pages.look}
      rowClass={({ id, important: flagged }) =>
        `${flagged ? 'order-row-important' : ''} ${marked.has(id) ? 'order-row-marked' : ''}`
      }
    >
      {(order) => (
        <OrderRow
          order={order}
          today={today}
          zone={zone}
          onOpen={open}
          onStar={star}
          onImportant={important}
        />
      )}
    </VirtualList>
  )
}

/** What lies over an empty list: still reading, failed, nothing there, or nothing that fits. */
const NothingYet = ({
  listed,
  filter,
  onClear,
  retry,
}: {
  listed: Listed
  filter: OrderFilter
  onClear: () => void
  retry: () => void
}) => {
  const { t } = useTranslation('orders')
  const { openScreen } = useNav()
  if (listed.rows.length > 0) return null
  const takeIn = { label: t('list.takeIn'), keys: 'F2', run: () => openScreen('intake') }
  return (
    <div className="orders-nothing">
      {listed.problem ? (
        <ProblemPanel problem={listed.problem} retry={retry} />
      ) : listed.of === null || listed.busy === 'first' || listed.more ? (
        <Loading rows={10} />
      ) : isNarrowed(filter) ? (
        <Empty why={t('list.noneFits')} verb={{ label: t('list.clear'), run: onClear }} />
      ) : filter.view === 'all' || filter.view === 'unfinished' || filter.view === 'today' ? (
        <Empty why={t(`list.none.${filter.view}`)} verb={takeIn} />
      ) : (
        <Empty why={t(`list.none.${filter.view}`)} />
      )}
    </div>
  )
}

type FootProps = Readonly<{
  listed: Listed
  total: number | undefined
  retry: () => void
  marked: number
  onUnmark: () => void
  dispatching: boolean
}>

const Foot = ({ listed, total, retry, marked, onUnmark, dispatching }: FootProps) => {
  const { t: work } = useTranslation('verbs')
  useShortcuts([marked > 0 && !dispatching && { keys: 'Escape', label: work('bulk.unmark'), run: onUnmark }])
  const { t } = useTranslation('orders')
  const { t: common } = useTranslation()
  const count = total ?? (listed.more ? undefined : listed.rows.length)
  return (
    <div className="orders-foot">
      {listed.problem && listed.rows.length > 0 ? (
        <>
          <ProblemLine problem={listed.problem} />
          <button type="button" className="link-button" onClick={retry}>
            {common('verb.retry')}
          </button>
        </>
      ) : (
        <span className="num" aria-live="polite">
          {count === undefined ? t('list.loaded', { count: listed.rows.length }) : t('list.count', { count })}
        </span>
      )}
      {marked > 0 && (
        <strong className="num" role="status">
          {work('bulk.marked', { count: marked })}
        </strong>
      )}
      <span className="orders-keys" aria-hidden="true">
        <KeyCap keys="↑↓" /> {t('list.hint.choose')}
        <KeyCap keys="Enter" /> {t('list.hint.open')}
        <KeyCap keys="Space" /> {work('bulk.mark')}
        <KeyCap keys="A" /> {work('bulk.verb')}
        <KeyCap keys="Ctrl+B" /> {t('mark.star')}
        <KeyCap keys="Ctrl+I" /> {t('mark.important')}
      </span>
    </div>
  )
}
