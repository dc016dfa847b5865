// The small forms beside the money of an order: taking a deposit, giving money back, taking a settlement back
// (rules SET-6, SET-7).
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PAYMENT_METHODS } from '#shared/domain/money/index.ts'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useForeignScanTaker } from '#renderer/components/scan.ts'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { beep } from '#renderer/lib/sounds.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { ApprovalSheet } from './approval-sheet.tsx'
import type { Paid } from './paid-strip.tsx'
import { methodOfCode } from './pay-model.ts'
import type { Amount } from './pay-model.ts'
import { useApprovals, withoutApproval } from './use-approvals.ts'
import './money.css'

type FormProps = Readonly<{ id: string; onDone: (paid: Paid | null) => void; onClose: () => void }>

/** One method, as it is when money lies on the counter. */
type Typed = Readonly<{ method: PaymentMethod | null; fen: Amount; tenderedFen: Amount; words: string }>

export const DepositForm = ({ id, onDone, onClose }: FormProps) => {
  const { t } = useTranslation('money')
  const [typed, setTyped] = useState<Typed>({ method: null, fen: null, tenderedFen: null, words: '' })
  const take = useCoreCommand('deposit.take')
  const { method, fen, tenderedFen, words } = typed
  const submit = async (): Promise<void> => {
    if (method === null || !fen) return
    const outcome = await take.run({ id, payments: [paymentOf(method, fen, tenderedFen)], note: words })
    if (outcome.ok) onDone({ ...outcome.value, paidFen: fen })
  }
  return (
    <Frame
      title={t('takeDeposit')}
      busy={take.busy}
      problem={take.problem}
      ready={method !== null && Boolean(fen)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Amounts typed={typed} onChange={setTyped} />
      <Words label={t('words')} value={words} onChange={(next) => setTyped({ ...typed, words: next })} />
    </Frame>
  )
}

export const RefundForm = ({ id, mostFen, onDone, onClose }: FormProps & { mostFen: number }) => {
  const { t } = useTranslation('money')
  const { notice } = useNav()
  const [typed, setTyped] = useState<Typed>({ method: null, fen: mostFen, tenderedFen: null, words: '' })
  const refund = useCoreCommand('deposit.refund')
  const approvals = useApprovals()
  const { method, fen, words } = typed
  const submit = async (): Promise<void> => {
    if (method === null || !fen || words.trim() === '') return
    const payments = [{ method, amountFen: fen, reference: '' }]
    const outcome = await approvals.run((tokens) =>
      refund.run({ id, payments, reason: words, approvals: tokens }),
    )
    if (!outcome?.ok) return
    notice('good', t('refunded', { amount: formatYuan(fen, { sign: '¥' }) }))
    onDone({ receipt: outcome.value.receipt, changeFen: 0 })
  }
  return (
    <Frame
      title={t('refund')}
      busy={refund.busy}
      problem={withoutApproval(refund.problem)}
      ready={method !== null && Boolean(fen) && words.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Amounts typed={typed} onChange={setTyped} out />
      <Words
        label={t('why')}
        required
        value={words}
        onChange={(next) => setTyped({ ...typed, words: next })}
      />
      <ApprovalSheet approvals={approvals} />
    </Frame>
  )
}

export const ReverseForm = ({ id, ver, onDone, onClose }: FormProps & { ver: number }) => {
  const { t } = useTranslation('money')
  const { notice } = useNav()
  const [reason, setReason] = useState('')
  // What stood on the screen when it was asked for.
  const [base] = useState(ver)
  const reverse = useCoreCommand('settlement.reverse')
  const approvals = useApprovals()
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return
    const outcome = await approvals.run((tokens) => reverse.run({ id, ver: base, reason, approvals: tokens }))
    if (!outcome?.ok) return
    notice('good', t('reversed', { amount: formatYuan(outcome.value.depositFen, { sign: '¥' }) }))
    onDone(null)
  }
  return (
    <Frame
      title={t('reverse')}
      busy={reverse.busy}
      problem={withoutApproval(reverse.problem)}
      ready={reason.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="faint">{t('reverseHelp')}</p>
      <Words label={t('why')} required value={reason} onChange={setReason} />
      <ApprovalSheet approvals={approvals} />
    </Frame>
  )
}

const paymentOf = (method: PaymentMethod, amountFen: number, tenderedFen: Amount) => ({
  method,
  amountFen,
  ...(method === 'cash' && typeof tenderedFen === 'number' ? { tenderedFen } : {}),
  reference: '',
})

type AmountsProps = Readonly<{ typed: Typed; onChange: (typed: Typed) => void; out?: boolean }>

const Amounts = ({ typed, onChange, out = false }: AmountsProps) => {
  const { t } = useTranslation('money')
  const { method, fen, tenderedFen } = typed
  const change = typeof tenderedFen === 'number' && typeof fen === 'number' ? tenderedFen - fen : null
  const choose = (one: PaymentMethod) => onChange({ ...typed, method: one })
  useForeignScanTaker((digits) => {
    const found = methodOfCode(digits)
    if (found === null) return false
    choose(found)
    beep('good')
    return true
  })
  return (
    <>
      <label className="pay-field">
        <span className="pay-label">{t('amount')}</span>
        <MoneyInput
          data-no-scan
          size="large"
          aria-label={t('amount')}
          value={fen ?? null}
          onChange={(next) => onChange({ ...typed, fen: next })}
        />
      </label>
      <DigitPicker
        label={t(out ? 'methodsOut' : 'methods')}
        flow
        options={PAYMENT_METHODS.map((one) => ({ value: one, label: t(`method.${one}`) }))}
        value={method === null ? [] : [method]}
        onChange={([one]) => choose(one as PaymentMethod)}
      />
      {method === 'cash' && !out && (
        <label className="pay-field">
          <span className="pay-label">{t('given')}</span>
          <MoneyInput
            data-no-scan
            size="large"
            aria-label={t('given')}
            value={tenderedFen ?? null}
            onChange={(next) => onChange({ ...typed, tenderedFen: next })}
          />
        </label>
      )}
      {method === 'cash' && change !== null && change > 0 && (
        <p className="pay-due pay-change">
          <span>{t('change')}</span>
          <b className="num">{formatYuan(change, { sign: '¥' })}</b>
        </p>
      )}
    </>
  )
}

type WordsProps = Readonly<{
  label: string
  value: string
  required?: boolean
  onChange: (text: string) => void
}>

const Words = ({ label, value, required = false, onChange }: WordsProps) => (
  <label className="pay-field">
    <span className="pay-label">
      {label}
      {required && ' *'}
    </span>
    <Input
      aria-label={label}
      maxLength={200}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
)

type FrameProps = Readonly<{
  title: string
  busy: boolean
  problem: Problem | undefined
  /** Everything is typed that has to be. */
  ready: boolean
  onSubmit: () => Promise<void>
  onClose: () => void
  children: ReactNode
}>

const Frame = ({ title, busy, problem, ready, onSubmit, onClose, children }: FrameProps) => {
  const { t } = useTranslation('money')
  const box = useRef<HTMLElement>(null)
  const running = useRef(false)
  const [tried, setTried] = useState(false)
  const finish = (): void => {
    setTried(true)
    if (running.current) return
    running.current = true
    void onSubmit().finally(() => (running.current = false))
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: title, run: finish },
    { keys: 'Escape', label: t('close'), run: onClose },
  ])
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus(), [])
  const walk = useEnterWalk(finish)
  return (
    <section ref={box} tabIndex={-1} className="sheet pay-panel" aria-label={title}>
      <div className="pay-body" role="presentation" onKeyDown={walk}>
        <h3>{title}</h3>
        {children}
        <div role="alert" className="pay-problem">
          {tried && !ready && t('problem.missing')}
        </div>
      </div>
      <ProblemLine problem={problem} />
      <div className="pay-verbs">
        <Button onClick={onClose}>
          {t('back')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" loading={busy} onClick={finish}>
          {title}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </section>
  )
}
