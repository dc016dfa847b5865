// Orders that wait to be reviewed at the left, the proof of the chosen one beside it (rule CLS-5).
import { useState } from 'react'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReviewLine } from '#shared/contract/review.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { Empty, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { ProofSide } from './proof-side.tsx'
import { SoloActs } from './solo-acts.tsx'
import './review.css'

const PAGE = 50
const MOST = 500

export const ReviewScreen = () => {
  const { t } = useTranslation('review')
  const [view, setView] = useState<'queue' | 'solo'>('queue')
  return (
    <div className="review">
      <header className="review-head">
        <h1>{t('title')}</h1>
        <Segmented
          aria-label={t('title')}
          name="review-view"
          value={view}
          options={[
            { value: 'queue', label: t('queue') },
            { value: 'solo', label: t('solo') },
          ]}
          onChange={(value) => setView(value === 'solo' ? 'solo' : 'queue')}
        />
      </header>
      {view === 'queue' ? <Queue /> : <SoloActs />}
    </div>
  )
}

const Queue = () => {
  const { t } = useTranslation('review')
  const [limit, setLimit] = useState(PAGE)
  const answer = useCoreQuery('review.queue', { limit }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={8}>
      {({ orders, next }) =>
        orders.length === 0 ? (
          <section className="sheet">
            <Empty why={t('empty')} />
          </section>
        ) : (
          <Orders
            orders={orders}
            more={next !== null && limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
          />
        )
      }
    </QueryPanel>
  )
}

type OrdersProps = Readonly<{ orders: readonly ReviewLine[]; more: (() => void) | null }>

const Orders = ({ orders, more }: OrdersProps) => {
  const { t } = useTranslation('review')
  const [id, setId] = useState<string | null>(null)
  // After one is closed the next in line is looked at.
  const [at, setAt] = useState(0)
  const found = orders.findIndex((one) => one.id === id)
  const index = found >= 0 ? found : Math.min(at, orders.length - 1)
  const chosen = orders[index]
  return (
    <div className="review-columns">
      <section className="sheet review-list">
        <DigitPicker
          label={t('queue')}
          options={orders.map((one) => ({ value: one.id, label: <LineOf one={one} /> }))}
          value={chosen ? [chosen.id] : []}
          onChange={([next]) => {
            setId(next ?? null)
            setAt(orders.findIndex((one) => one.id === next))
          }}
        />
        {more && <Button onClick={more}>{t('more')}</Button>}
      </section>
      {chosen && <ProofSide key={chosen.id} line={chosen} />}
    </div>
  )
}

const LineOf = ({ one }: { one: ReviewLine }) => {
  const { t } = useTranslation('review')
  const { t: labels } = useTranslation('labels')
  const { waits } = useFormat()
  const missing = one.missing.map((proof) => labels(`proof.${proof}`)).join(' ')
  return (
    <span className="review-line">
      <span className="review-line-main">
        <b>{one.customerName}</b> {one.device}
      </span>
      <span className="review-line-sub">
        <span className="mono">{one.number}</span>
        {one.outcome !== null && <span>{labels(`outcome.${one.outcome}`)}</span>}
        <span>{waits(one.stateSince)}</span>
      </span>
      <span className="review-line-sub">
        {missing === '' ? (
          <StatusChip chip="ready" text={t('complete')} />
        ) : (
          <StatusChip chip="late" text={t('missing', { what: missing })} />
        )}
        {one.ownWork && <StatusChip chip="outside" text={t('ownWork')} />}
      </span>
    </span>
  )
}
