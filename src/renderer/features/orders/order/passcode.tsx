// The machine's passcode (rule INT-9): asked for with a reason that lands in the audit log, shown once, gone
// again after a minute.
import { useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { isActionAllowed } from '#shared/domain/work-order/index.ts'
import { FirstFocus } from '../../../components/first-focus.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { useCoreCommand } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useEnterKey } from '../../../lib/use-enter-key.ts'

const SHOWN_S = 60
const REASONS = ['test', 'data', 'asked'] as const

export const Passcode = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const [asking, setAsking] = useState(false)
  const [passcode, setPasscode] = useState<string | null>(null)
  const open = useRef<HTMLButtonElement>(null)
  const possible = order.hasPasscode && isActionAllowed('revealPasscode', order.state)
  const hide = () => {
    setPasscode(null)
    setAsking(false)
  }
  return (
    <section className="sheet side-sheet" aria-labelledby={`passcode-${order.id}`}>
      <h2 id={`passcode-${order.id}`}>{t('passcode.title')}</h2>
      {!order.hasPasscode && <p className="faint">{t('passcode.none')}</p>}
      {order.hasPasscode && !possible && <p className="faint">{t('passcode.closed')}</p>}
      {possible && passcode === null && !asking && (
        <div className="side-line">
          <span className="mono passcode-dots">••••••</span>
          <Button ref={open} onClick={() => setAsking(true)}>
            {t('passcode.show')}
          </Button>
        </div>
      )}
      {possible && passcode === null && asking && (
        <AskReason
          id={order.id}
          onShown={setPasscode}
          onCancel={() => {
            setAsking(false)
            requestAnimationFrame(() => open.current?.focus())
          }}
        />
      )}
      {passcode !== null && <Shown passcode={passcode} onHide={hide} />}
    </section>
  )
}

const AskReason = ({
  id,
  onShown,
  onCancel,
}: {
  id: string
  onShown: (passcode: string) => void
  onCancel: () => void
}) => {
  const { t } = useTranslation('orders')
  const { t: common } = useTranslation()
  const reveal = useCoreCommand('order.revealPasscode')
  const field = useRef<InputRef>(null)
  const [reason, setReason] = useState('')
  useEffect(() => field.current?.focus(), [])
  useShortcuts([{ keys: 'Escape', label: common('verb.cancel'), run: onCancel }])
  const show = async (given: string) => {
    if (given.trim() === '') return field.current?.focus()
    const outcome = await reveal.run({ id, reason: given.trim().slice(0, 200) })
    if (outcome.ok) onShown(outcome.value.passcode)
  }
  const onEnter = useEnterKey(() => void show(reason))
  return (
    <div className="passcode-ask">
      <label htmlFor={`reason-${id}`}>{t('passcode.reason')}</label>
      <Input
        ref={field}
        id={`reason-${id}`}
        value={reason}
        maxLength={200}
        placeholder={t('passcode.reasonHint')}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onEnter}
      />
      <div className="passcode-reasons">
        {REASONS.map((one) => (
          <Button key={one} size="small" onClick={() => void show(t(`passcode.reasons.${one}`))}>
            {t(`passcode.reasons.${one}`)}
          </Button>
        ))}
      </div>
      <ProblemLine problem={reveal.problem} />
      <div className="side-line">
        <Button type="primary" loading={reveal.busy} onClick={() => void show(reason)}>
          {t('passcode.showOnce')}
        </Button>
        <Button onClick={onCancel}>{common('verb.cancel')}</Button>
      </div>
    </div>
  )
}

const Shown = ({ passcode, onHide }: { passcode: string; onHide: () => void }) => {
  const { t } = useTranslation('orders')
  const [left, setLeft] = useState(SHOWN_S)
  const hide = useRef(onHide)
  useEffect(() => {
    hide.current = onHide
  })
  const gone = useRef<ReturnType<typeof setTimeout>>(undefined)
  const locked = useAppSelector((state) => state.window.lock !== null)
  useEffect(() => {
    if (locked) hide.current()
  }, [locked])
  // Leaving the section hides it too: the effect ends when it is no longer on the screen.
  useEffect(() => {
    clearTimeout(gone.current)
    const end = performance.now() + SHOWN_S * 1000
    const timer = setInterval(() => {
      const rest = Math.ceil((end - performance.now()) / 1000)
      if (rest > 0) setLeft(rest)
      else hide.current()
    }, 250)
    return () => {
      clearInterval(timer)
      gone.current = setTimeout(() => hide.current(), 0)
    }
  }, [])
  useShortcuts([{ keys: 'Escape', label: t('passcode.hide'), run: onHide }])
  return (
    <div className="passcode-shown">
      <FirstFocus />
      <output className="mono selectable passcode-text">{passcode}</output>
      <div className="side-line">
        <span className="faint num">{t('passcode.left', { count: left })}</span>
        <Button data-autofocus onClick={onHide}>
          {t('passcode.hide')}
        </Button>
      </div>
    </div>
  )
}
