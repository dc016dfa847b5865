// The money of an order: what is due, paid, on account and confirmed at the left with everything that moved it; the
// form of what is done now at the right (rules SET-2, SET-3, SET-6, SET-7, SET-11).
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { Value } from '#shared/contract/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { DepositForm, RefundForm, ReverseForm } from './money-form.tsx'
import { MoneyFacts, Receipts, Settlements } from './money-lists.tsx'
import { PaidStrip } from './paid-strip.tsx'
import type { Paid } from './paid-strip.tsx'
import { PayPanel } from './pay-panel.tsx'
import './money.css'

export type OrderMoney = Value<'settlement.ofOrder'>
type Form = 'settle' | 'deposit' | 'refund' | 'reverse'

type Props = Readonly<{
  order: Readonly<{ id: string; ver: number; state: State }>
  /** Asked for by a verb of the order; `turn` grows with each time. */
  ask: Readonly<{ what: string; turn: number }>
}>

export const MoneySection = (props: Props) => {
  const { t } = useTranslation('money')
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const allowed = has('seeBills', roles)
  const answer = useCoreQuery(
    'settlement.ofOrder',
    { id: props.order.id },
    { keepPrevious: true, skip: !allowed },
  )
  if (!allowed) return <p className="sheet pay-none">{t('mayNotSee')}</p>
  return <QueryPanel answer={answer}>{(money) => <Money {...props} money={money} />}</QueryPanel>
}

const ASKED: Readonly<Record<string, Form>> = { settle: 'settle', reverseSettlement: 'reverse' }

const Money = ({ order, ask, money }: Props & { money: OrderMoney }) => {
  const { t } = useTranslation('money')
  const may = useMay(order, money)
  const [form, setForm] = useState<Form | null>(null)
  const [paid, setPaid] = useState<Paid | null>(null)
  const open = (next: Form) => {
    setPaid(null)
    setForm(next)
  }
  const [heard, setHeard] = useState(0)
  if (ask.turn !== heard) {
    setHeard(ask.turn)
    const asked = ASKED[ask.what]
    if (asked !== undefined) open(asked)
  }
  const close = () => setForm(null)
  const done = (next: Paid | null) => {
    setPaid(next)
    setForm(null)
  }
  const verbs = (
    [
      { form: 'settle', keys: 'Alt+0', label: t('settle') },
      { form: 'deposit', keys: 'Alt+8', label: t('takeDeposit') },
      { form: 'refund', keys: 'Alt+9', label: t('refund') },
      { form: 'reverse', keys: 'Ctrl+Shift+Z', label: t('reverse') },
    ] as const
  ).filter((verb) => may.has(verb.form))
  useShortcuts(verbs.map(({ form: name, keys, label }) => ({ keys, label, run: () => open(name) })))
  const forms = { id: order.id, onDone: done, onClose: close }
  return (
    <div className={`money-section ${form === null ? '' : 'money-busy'}`}>
      <div className="money-left">
        {paid && (
          <div className="sheet money-done">
            <PaidStrip paid={paid} />
          </div>
        )}
        <MoneyFacts money={money} />
        <p className="money-verbs">
          {verbs.map(({ form: name, keys, label }) => (
            <Button
              key={name}
              type={name === 'settle' && form === null ? 'primary' : 'default'}
              disabled={form === name}
              onClick={() => open(name)}
            >
              {label}
              <KeyCap keys={keys} />
            </Button>
          ))}
        </p>
        <Settlements money={money} />
        <Receipts money={money} />
      </div>
      {form !== null && (
        <div className="money-right">
          {form === 'settle' && <PayPanel orderIds={[order.id]} onDone={done} onClose={close} />}
          {form === 'deposit' && <DepositForm {...forms} />}
          {form === 'refund' && <RefundForm {...forms} mostFen={money.depositFen} />}
          {form === 'reverse' && <ReverseForm {...forms} ver={order.ver} />}
        </div>
      )}
    </div>
  )
}

/** What the person may do with this money now; the core has the last word. */
const useMay = (order: Props['order'], money: OrderMoney): ReadonlySet<Form> => {
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const commands = useCoreQuery('order.allowed', { id: order.id }, { keepPrevious: true }).value?.commands
  // Fields that the form asks for are no hindrance.
  const can = (name: string) =>
    commands?.some(
      ({ command, allowed, refusal }) => command === name && (allowed || refusal === 'fieldMissing'),
    ) === true
  const takes = has('takeMoney', roles)
  return new Set<Form>([
    ...(can('settle') ? (['settle'] as const) : []),
    ...(takes && !isFinal(order.state) ? (['deposit'] as const) : []),
    ...(takes && money.depositFen > 0 ? (['refund'] as const) : []),
    ...(can('reverseSettlement') ? (['reverse'] as const) : []),
  ])
}
