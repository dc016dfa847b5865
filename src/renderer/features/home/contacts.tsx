// Promised contacts that fall due today, the late ones first and marked by shape and word.
import { useTranslation } from 'react-i18next'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useFormat } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { DueContact } from './today.ts'

const SHOWN = 6

export const Contacts = ({ due, now }: { due: readonly DueContact[]; now: number }) => {
  const { t } = useTranslation('home')
  const { openOrder, openScreen } = useNav()
  const { local } = useFormat()
  const today = local(now, 'date')
  return (
    <section className="sheet" aria-labelledby="home-contacts">
      <h2 id="home-contacts" className="sheet-title">
        {t('contacts.title')}
        {due.length > SHOWN && (
          <button
            type="button"
            className="text-button"
            onClick={() => openScreen('orders', { view: 'overdue' })}
          >
            {t('more', { count: due.length - SHOWN })}
          </button>
        )}
      </h2>
      {due.length === 0 && <p className="sheet-none">{t('contacts.empty')}</p>}
      <ul className="order-lines">
        {due.slice(0, SHOWN).map((order) => {
          const late = order.nextContactBy < now
          const sameDay = local(order.nextContactBy, 'date') === today
          return (
            <li key={order.id}>
              <button type="button" className="order-line" onClick={() => openOrder(order.id, order.number)}>
                <span className="order-line-main">
                  {order.customerName} <small>{order.device}</small>
                </span>
                {late && <StatusChip chip="late" text={t('contacts.late')} />}
                <span className="num">
                  {local(order.nextContactBy, sameDay ? 'time' : 'date').slice(sameDay ? 0 : 5)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
