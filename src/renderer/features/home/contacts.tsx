// Visits, pick-ups and calls promised until tonight, the late ones first and marked by shape and word.
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useFormat } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'

export const PROMISES_SHOWN = 6

type Promised = Value<'board.waiting'>['promised']

export const Contacts = ({ promised: { count, cards }, now }: { promised: Promised; now: number }) => {
  const { t } = useTranslation('home')
  const { openOrder, openScreen } = useNav()
  const { local } = useFormat()
  const today = local(now, 'date')
  return (
    <section className="sheet" aria-labelledby="home-contacts">
      <h2 id="home-contacts" className="sheet-title">
        {t('contacts.title')}
        {count > cards.length && (
          <button
            type="button"
            className="text-button"
            onClick={() => openScreen('orders', { view: 'overdue' })}
          >
            {t('more', { count: count - cards.length })}
          </button>
        )}
      </h2>
      {count === 0 && <p className="sheet-none">{t('contacts.empty')}</p>}
      <ul className="order-lines">
        {cards.map((order) => {
          const at = order.dueAt ?? now
          const sameDay = local(at, 'date') === today
          return (
            <li key={order.id}>
              <button type="button" className="order-line" onClick={() => openOrder(order.id, order.number)}>
                <span className="order-line-main">
                  {order.customerName} <small>{order.device}</small>
                </span>
                {at < now && <StatusChip chip="late" text={t('contacts.late')} />}
                <span className="num">{local(at, sameDay ? 'time' : 'date').slice(sameDay ? 0 : 5)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
