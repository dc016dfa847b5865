// The three things wanted from an order at a glance: its state and promise, whose and which machine, who must
// do what next.
import { useState } from 'react'
import { FlagFilled, FlagOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { STATE_INFO, isFinal } from '#shared/domain/work-order/states.ts'
import { CustomerDrawer, DeviceDrawer } from '#renderer/features/customers/index.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { PhoneNumbers } from '../../../components/phone-numbers.tsx'
import { StatusChip, StatusTag } from '../../../components/status-tag.tsx'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { VerbBar } from '../verbs/index.ts'
import type { Verbs } from '../verbs/index.ts'
import { Promises, Technician } from './order-promises.tsx'
import { useMarks } from '../list/use-marks.ts'

type Props = Readonly<{ order: OrderDetail; verbs: Verbs; onAmend: () => void; onPrint: () => void }>

export const OrderHeader = ({ order, verbs, onAmend, onPrint }: Props) => {
  const { t } = useTranslation('orders')
  const { t: work } = useTranslation('verbs')
  const { local, age } = useFormat()
  const done = isFinal(order.state)
  return (
    <header className="order-head">
      <div className="order-head-line">
        <h1 className="mono selectable order-head-number">{order.number}</h1>
        <StatusTag state={order.state} label={order.label} />
        <span className="order-since num">
          {t('head.since', { at: local(order.stateSince), age: age(order.stateSince) })}
        </span>
        {order.urges > 0 && <StatusChip chip="late" text={work('head.urges', { count: order.urges })} />}
        <Marks order={order} />
        <span className="stretch" />
        {!done && (
          <Button onClick={onAmend}>
            {t('amend.verb')}
            <KeyCap keys="Ctrl+E" />
          </Button>
        )}
        <Button onClick={onPrint}>
          {t('paper.verb')}
          <KeyCap keys="Ctrl+P" />
        </Button>
      </div>
      <div className="order-head-facts">
        <Who order={order} />
        <Machine order={order} />
        <Technician order={order} />
        <Promises order={order} />
      </div>
      <NextStep order={order} verbs={verbs} />
    </header>
  )
}

const Marks = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const marks = useMarks(() => undefined)
  useShortcuts([
    { keys: 'Ctrl+B', label: t('mark.star'), run: () => marks.star(order) },
    { keys: 'Ctrl+I', label: t('mark.important'), run: () => marks.markImportant(order) },
  ])
  return (
    <span className="order-head-marks">
      <Button
        type="text"
        aria-pressed={order.starred}
        className={order.starred ? 'order-starred' : ''}
        icon={order.starred ? <StarFilled /> : <StarOutlined />}
        onClick={() => marks.star(order)}
      >
        {t('mark.star')}
        <KeyCap keys="Ctrl+B" />
      </Button>
      <Button
        type="text"
        aria-pressed={order.important}
        className={order.important ? 'order-important' : ''}
        icon={order.important ? <FlagFilled /> : <FlagOutlined />}
        onClick={() => marks.markImportant(order)}
      >
        {t('mark.important')}
        <KeyCap keys="Ctrl+I" />
      </Button>
    </span>
  )
}

const Who = ({ order: { customer } }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const { openScreen } = useNav()
  const [editing, setEditing] = useState(false)
  return (
    <div className="order-fact">
      <span className="order-fact-name">
        {t('head.customer')}
        <button type="button" className="link-button" onClick={() => setEditing(true)}>
          {t('head.correct')}
          <span className="visually-hidden"> {t('head.customer')}</span>
        </button>
      </span>
      <span className="order-fact-main">
        <button
          type="button"
          className="link-button selectable"
          onClick={() => openScreen('customer', { customerId: customer.id })}
        >
          {customer.name}
        </button>
        {customer.company !== '' && <span className="order-company"> {customer.company}</span>}
      </span>
      <span className="order-phones num selectable">
        <PhoneNumbers key={customer.id} customer={customer} none={t('head.noPhone')} />
      </span>
      <CustomerDrawer customer={customer} open={editing} onClose={() => setEditing(false)} />
    </div>
  )
}

const Machine = ({ order: { device } }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const { t: labels } = useTranslation('labels')
  const [editing, setEditing] = useState(false)
  return (
    <div className="order-fact">
      <span className="order-fact-name">
        {t('head.device')}
        <button type="button" className="link-button" onClick={() => setEditing(true)}>
          {t('head.correct')}
          <span className="visually-hidden"> {t('head.device')}</span>
        </button>
      </span>
      <span className="order-fact-main selectable">
        {[device.category, device.brand, device.model].filter(Boolean).join(' ')}
      </span>
      {device.serial === '' ? (
        <span className="order-faint">
          {t('head.noSerial', {
            why: loose(labels)(`noSerialReason.${device.noSerialReason}`, { defaultValue: '' }),
          })}
        </span>
      ) : (
        <span className="mono selectable">SN {device.serial}</span>
      )}
      <DeviceDrawer device={device} open={editing} onClose={() => setEditing(false)} />
    </div>
  )
}

/** From here on the paper is the review's question, not the next step's (rule CLS-1). */
const BEFORE_WORK: ReadonlySet<string> = new Set(['accepted', 'pendingDispatch', 'pendingReceive'])

type NextProps = Readonly<{ order: OrderDetail; verbs: Verbs }>

/** Who must act and what they do, from the table of states, with the verb itself as the one primary button. */
const NextStep = ({ order, verbs }: NextProps) => {
  const { t } = useTranslation('orders')
  const { t: work } = useTranslation('verbs')
  const who = STATE_INFO[order.state].waitsFor
  return (
    <div className="order-next">
      <p className="order-next-words">
        {who.length > 0 && (
          <strong>{t('next.who', { who: who.map((one) => t(`waiter.${one}`)).join(t('next.and')) })}</strong>
        )}
        <span>{t(`next.${order.state}`)}</span>
        {order.state === 'suspended' && order.suspendReason !== '' && (
          <span className="order-next-gate">{work('head.suspended', { reason: order.suspendReason })}</span>
        )}
        {order.reassignRequested && <span className="order-next-gate">{work('head.reassign')}</span>}
        {order.printedAt === null && BEFORE_WORK.has(order.state) && (
          <span className="order-next-gate">{t('next.printFirst')}</span>
        )}
      </p>
      <VerbBar order={order} verbs={verbs} />
    </div>
  )
}
