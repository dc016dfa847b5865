// Who waits longest. A digit opens the line, wherever the focus is outside a text field.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard } from '#shared/contract/board.ts'
import { StatusTag } from '#renderer/components/status-tag.tsx'
import { useFormat } from '#renderer/lib/format.ts'
import { digitOf, isEditable, isImeKey } from '#renderer/lib/ime.ts'
import { keyRegistry } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'

type WaitingProps = Readonly<{ orders: readonly BoardCard[]; more: number }>

export const Waiting = ({ orders, more }: WaitingProps) => {
  const { t } = useTranslation('home')
  const { openScreen } = useNav()
  useDigits(orders)
  return (
    <section className="sheet" aria-labelledby="home-waiting">
      <h2 id="home-waiting" className="sheet-title">
        {t('waiting.title')}
        {more > 0 && (
          <button
            type="button"
            className="text-button"
            onClick={() => openScreen('orders', { view: 'unfinished' })}
          >
            {t('more', { count: more })}
          </button>
        )}
      </h2>
      <ol className="order-lines">
        {orders.map((order, index) => (
          <OrderRow key={order.id} order={order} digit={index + 1} />
        ))}
      </ol>
    </section>
  )
}

const OrderRow = ({ order, digit }: { order: BoardCard; digit: number }) => {
  const { t } = useTranslation('home')
  const { openOrder } = useNav()
  const { age } = useFormat()
  return (
    <li>
      <button type="button" className="order-line" onClick={() => openOrder(order.id, order.number)}>
        <kbd className="key-cap">{digit}</kbd>
        <span className="mono">{order.number}</span>
        <span className="order-line-main">{order.device}</span>
        <span className="order-line-who">
          {order.customerName}
          {order.company === '' ? null : <small>{order.company}</small>}
        </span>
        <span className="order-line-state">
          <StatusTag state={order.state} label={order.label} late={order.late} />
          {order.urges > 0 && <small className="num">{t('waiting.urged', { count: order.urges })}</small>}
        </span>
        <span className="order-line-age num">{age(order.stateSince)}</span>
      </button>
    </li>
  )
}

/** A scan begins with a digit too, and its next key follows faster than any hand: a line opens only after that, ms. */
const AFTER_DIGIT_MS = 60

const useDigits = (orders: readonly BoardCard[]) => {
  const { openOrder } = useNav()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      clearTimeout(waiting.current)
      const digit = isImeKey(event) || isEditable(event.target) ? null : digitOf(event)
      const inList = event.target instanceof Element && event.target.closest('[role=listbox], [role=dialog]')
      const covered = keyRegistry.all().some((one) => one.layer > 0)
      const order = digit === null || inList || covered ? undefined : orders[digit - 1]
      if (!order) return
      event.preventDefault()
      waiting.current = setTimeout(() => openOrder(order.id, order.number), AFTER_DIGIT_MS)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  })
  useEffect(() => () => clearTimeout(waiting.current), [])
}
