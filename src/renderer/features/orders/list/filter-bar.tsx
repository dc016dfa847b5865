// Above the list: the saved views with their counts, and what narrows them.
import { useEffect, useRef, useState } from 'react'
import { Button, DatePicker, Input, Select } from 'antd'
import type { InputRef } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { ORDER_VIEWS } from '#shared/contract/orders.ts'
import { STATES } from '#shared/domain/work-order/states.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { StatusTag } from '../../../components/status-tag.tsx'
import { isImeKey } from '../../../lib/ime.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { isNarrowed } from './order-filter.ts'
import type { OrderFilter } from './order-filter.ts'

export type FilterBarProps = Readonly<{
  filter: OrderFilter
  counts: Value<'order.counts'>['counts'] | undefined
  onFilter: (change: Partial<OrderFilter>) => void
  onClear: () => void
  /** From the text on into the list. */
  onDown: () => void
  /** The machines at repair vendors instead of orders. */
  atVendors: boolean
  onVendors: () => void
}>

export const FilterBar = (props: FilterBarProps) => (
  <div className="orders-filters">
    <Views {...props} />
    {!props.atVendors && <Narrowing {...props} />}
  </div>
)

const Views = ({ filter, counts, onFilter, atVendors, onVendors }: FilterBarProps) => {
  const { t } = useTranslation('orders')
  const { t: work } = useTranslation('verbs')
  const { t: labels } = useTranslation('labels')
  useShortcuts([
    ...ORDER_VIEWS.map((view, index) => ({
      keys: `Alt+${index + 1}`,
      label: t('list.viewKey', { view: labels(`view.${view}`) }),
      run: () => onFilter({ view }),
    })),
    { keys: 'Alt+9', label: work('vendorJobs.title'), run: onVendors },
  ])
  return (
    <div className="order-views" role="group" aria-label={t('list.views')}>
      <span className="order-views-alt" aria-hidden="true">
        Alt +
      </span>
      {ORDER_VIEWS.map((view, index) => (
        <button
          key={view}
          type="button"
          className="order-view"
          aria-pressed={!atVendors && filter.view === view}
          onClick={() => onFilter({ view })}
        >
          <KeyCap keys={String(index + 1)} />
          {labels(`view.${view}`)}
          <span className="order-view-count num">{counts?.[view] ?? ''}</span>
        </button>
      ))}
      <button type="button" className="order-view" aria-pressed={atVendors} onClick={onVendors}>
        <KeyCap keys="9" />
        {work('vendorJobs.view')}
      </button>
    </div>
  )
}

const Narrowing = ({ filter, onFilter, onClear, onDown }: FilterBarProps) => {
  const { t } = useTranslation('orders')
  const { t: labels } = useTranslation('labels')
  const day = (text: string | null) => (text === null ? null : dayjs(text))
  const today = dayjs()
  const since = (days: number) => [today.subtract(days, 'day'), today] as [dayjs.Dayjs, dayjs.Dayjs]
  return (
    <div className="order-narrowing">
      <TextFilter text={filter.text} onText={(text) => onFilter({ text })} onDown={onDown} />
      <Select
        aria-label={t('list.state')}
        className="order-state-filter"
        value={filter.state}
        onChange={(state) => onFilter({ state })}
        options={[
          { value: null, label: t('list.anyState') },
          ...STATES.map((state) => ({ value: state, label: labels(`state.${state}`) })),
        ]}
        optionRender={stateOption}
        listHeight={420}
      />
      <DatePicker.RangePicker
        aria-label={t('list.period')}
        className="order-period"
        allowEmpty={[true, true]}
        value={[day(filter.from), day(filter.until)]}
        placeholder={[t('list.from'), t('list.until')]}
        onChange={(range) =>
          onFilter({
            from: range?.[0]?.format('YYYY-MM-DD') ?? null,
            until: range?.[1]?.format('YYYY-MM-DD') ?? null,
          })
        }
        presets={[
          { label: t('list.presets.today'), value: since(0) },
          { label: t('list.presets.week'), value: since(6) },
          { label: t('list.presets.month'), value: since(29) },
          { label: t('list.presets.year'), value: since(364) },
        ]}
      />
      {isNarrowed(filter) && <Button onClick={onClear}>{t('list.clear')}</Button>}
    </div>
  )
}

const stateOption = ({ value, label }: { value?: unknown; label?: React.ReactNode }) => {
  const state = STATES.find((known) => known === value)
  return state === undefined ? label : <StatusTag state={state} />
}

/** Never searches a half-typed pinyin, and not for every key of a fast hand. */
const TEXT_MS = 120

const TextFilter = ({
  text,
  onText,
  onDown,
}: {
  text: string
  onText: (text: string) => void
  onDown: () => void
}) => {
  const { t } = useTranslation('orders')
  const field = useRef<InputRef>(null)
  const [typed, setTyped] = useState(text)
  const [told, setTold] = useState(text)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Cleared from outside.
  if (told !== text) {
    setTold(text)
    setTyped(text)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useShortcuts([
    { keys: 'Ctrl+F', label: t('list.filterKey'), run: () => field.current?.focus({ cursor: 'all' }) },
  ])
  const tell = (next: string, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setTold(next)
      onText(next)
    }, ms)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return
    if (event.key === 'Escape' && typed !== '') {
      setTyped('')
      tell('', 0)
    } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') onDown()
    else return
    event.preventDefault()
  }
  return (
    <Input
      ref={field}
      className="order-text-filter"
      aria-label={t('list.filter')}
      placeholder={t('list.filterPlaceholder')}
      suffix={<KeyCap keys="Ctrl+F" />}
      maxLength={80}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        tell(event.currentTarget.value, TEXT_MS)
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!composing.current) tell(event.target.value, TEXT_MS)
      }}
      onKeyDown={onKeyDown}
    />
  )
}
