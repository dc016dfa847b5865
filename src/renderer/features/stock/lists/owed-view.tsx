// What headquarters or the maker has not got yet (rule PRT-8): tagged parts that wait to be sent, and old parts that
// nobody returned, the oldest first with their age in days. Several are sent with one waybill.
import { useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { businessDate, daysBetween } from '#shared/kernel/time.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { useAppSelector } from '#renderer/app/store.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { ReasonPanel } from '../reason-panel.tsx'
import { Cell } from './cell.tsx'
import { ListFrame } from './list-frame.tsx'

type Owed = Value<'orderPart.owed'>
/** A tag that waits to be sent, or (without one) an old part that is not back yet. */
type Row = Readonly<{
  key: string
  tagId: string | null
  number: string
  orderId: string
  orderNumber: string
  code: string
  name: string
  quantity: number
  serial: string
  fault: string
  since: number
  what: 'old' | 'defective' | 'notReturned'
}>

const rowsOf = ({ tags, oldParts }: Owed): readonly Row[] =>
  [
    ...tags.map(({ id, at, ...tag }): Row => ({ ...tag, key: id, tagId: id, since: at })),
    ...oldParts.map((one, index): Row => ({
      ...{ ...one, key: `${one.orderId}${index}`, tagId: null, number: '', code: '', serial: '', fault: '' },
      what: 'notReturned',
    })),
  ].toSorted((a, b) => a.since - b.since)

export const OwedView = ({ covered }: Readonly<{ covered: boolean }>) => {
  const answer = useCoreQuery('orderPart.owed', {}, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={8}>
      {(owed) => <Owing rows={rowsOf(owed)} covered={covered} />}
    </QueryPanel>
  )
}

/** From so many days on the age is called out. */
const LONG = 30

const Owing = ({ rows, covered }: Readonly<{ rows: readonly Row[]; covered: boolean }>) => {
  const { t } = useTranslation('stock')
  const { zone, local } = useFormat()
  const { openOrder, notice } = useNav()
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const maySend = has('issueParts', roles)
  const list = useRef<VirtualListHandle>(null)
  const send = useCoreCommand('orderPart.sendTagged')
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const today = businessDate(useNow(), zone)
  const chosen = rows.filter(({ key, tagId }) => tagId !== null && marked.has(key))
  const begin = () => {
    const here = rows.find(({ key }) => key === current) ?? rows[0]
    if (chosen.length === 0) {
      if (!here || here.tagId === null) return
      setMarked(new Set([here.key]))
    }
    setSending(true)
  }
  const close = () => {
    setSending(false)
    list.current?.focus()
  }
  useShortcuts([
    !covered && maySend && !sending && { keys: 'Ctrl+Enter', label: t('owed.send'), run: begin },
    !covered &&
      !sending &&
      chosen.length > 0 && { keys: 'Escape', label: t('owed.unmark'), run: () => setMarked(new Set()) },
  ])
  return (
    <div className={`stock-columns ${sending ? 'stock-with-panel' : ''}`}>
      <ListFrame
        list={list}
        label={t('view.owed')}
        className="stock-grid-owed"
        columns={(['age', 'what', 'number', 'order', 'part', 'quantity', 'serials', 'fault'] as const).map(
          (name) => ({ name, label: t(`column.${name}`), right: name === 'quantity' || name === 'age' }),
        )}
        rows={rows}
        keyOf={({ key }) => key}
        reading={false}
        problem={undefined}
        retry={() => undefined}
        covered={covered}
        onCurrent={setCurrent}
        onOpen={({ orderId, orderNumber }) => openOrder(orderId, orderNumber)}
        onSpace={({ key, tagId }) => {
          if (tagId === null || !maySend) return
          setMarked((old) => {
            const next = new Set(old)
            if (!next.delete(key)) next.add(key)
            return next
          })
        }}
        rowClass={({ key }) => (marked.has(key) ? 'stock-row-marked' : '')}
        empty={{ why: t('owed.none') }}
        hints={[
          { keys: 'Space', label: t('owed.mark') },
          { keys: 'Enter', label: t('waiting.open') },
        ]}
        foot={
          <span className="stock-foot-verbs">
            {chosen.length > 0 && (
              <strong role="status" className="num">
                {t('owed.marked', { count: chosen.length })}
              </strong>
            )}
            {maySend && rows.some(({ tagId }) => tagId !== null) && (
              <Button size="small" onClick={begin}>
                {t('owed.send')}
                <KeyCap keys="Ctrl+Enter" />
              </Button>
            )}
          </span>
        }
      >
        {(row) => {
          const days = daysBetween(businessDate(row.since, zone), today)
          return (
            <>
              <Cell className="num stock-right" title={local(row.since)}>
                <span className={days >= LONG ? 'stock-bad-text' : ''}>
                  {t('owed.days', { count: days })}
                </span>
              </Cell>
              <Cell>
                <StatusChip
                  chip={row.tagId === null ? 'late' : 'waiting'}
                  text={t(`owed.what.${row.what}`)}
                />
              </Cell>
              <Cell className="mono">{row.number}</Cell>
              <Cell className="mono">{row.orderNumber}</Cell>
              <Cell title={row.name}>
                <span className="mono">{row.code}</span> {row.name}
              </Cell>
              <Cell className="num stock-right">{formatQuantity(row.quantity)}</Cell>
              <Cell className="mono" title={row.serial}>
                {row.serial}
              </Cell>
              <Cell className="faint" title={row.fault}>
                {row.fault}
              </Cell>
            </>
          )
        }}
      </ListFrame>
      {sending && (
        <ReasonPanel
          title={t('owed.send')}
          label={t('owed.waybill')}
          required
          max={60}
          run={send}
          act={(waybill) =>
            send.run({ tags: chosen.flatMap(({ tagId }) => (tagId === null ? [] : [tagId])), waybill })
          }
          onDone={() => {
            notice('good', t('owed.sent', { count: chosen.length }))
            setMarked(new Set())
            close()
          }}
          onClose={close}
        >
          <ul className="stock-plain">
            {chosen.map((row) => (
              <li key={row.key}>
                <span className="mono">{row.number}</span> {row.name}
              </li>
            ))}
          </ul>
        </ReasonPanel>
      )}
    </div>
  )
}
