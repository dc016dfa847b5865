// Settling orders of one customer (rules SET-2, SET-4, SET-6): what is due, how it is paid, one command.
import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useForeignScanTaker } from '#renderer/components/scan.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { ApprovalSheet } from './approval-sheet.tsx'
import { Bills } from './bills.tsx'
import { PayFields } from './pay-fields.tsx'
import { useApprovals, withoutApproval } from './use-approvals.ts'
import { usePay } from './use-pay.ts'
import './money.css'

export type Settled = Value<'settlement.settle'>

type Props = Readonly<{
  orderIds: readonly string[]
  onDone: (settled: Settled) => void
  onClose: () => void
}>

export const PayPanel = (props: Props) => {
  const answer = useCoreQuery('settlement.preview', { orderIds: [...props.orderIds] }, { keepPrevious: true })
  return <QueryPanel answer={answer}>{(preview) => <Panel {...props} preview={preview} />}</QueryPanel>
}

const Panel = ({ preview, onDone, onClose }: Props & { preview: Value<'settlement.preview'> }) => {
  const { t } = useTranslation('money')
  const pay = usePay(preview.bills)
  const settle = useCoreCommand('settlement.settle')
  const approvals = useApprovals()
  const running = useRef(false)
  const form = useRef<HTMLDivElement>(null)
  const submit = async (): Promise<void> => {
    if (running.current || !pay.check()) return
    running.current = true
    const outcome = await approvals.run((tokens) => settle.run({ ...pay.params(), approvals: tokens }))
    running.current = false
    if (outcome?.ok) onDone(outcome.value)
  }
  const finish = (): void => void submit()
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('settle'), run: finish },
    { keys: 'Escape', label: t('close'), run: onClose },
  ])
  useForeignScanTaker(pay.takeCode)
  const walk = useEnterWalk(finish)
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('.pay-methods')
    ;(first ?? form.current)?.focus()
  }, [])
  return (
    <section className="sheet pay-panel" aria-label={t('settle')}>
      <div
        ref={form}
        className="pay-body"
        role="presentation"
        tabIndex={-1}
        onKeyDown={walk}
        onKeyDownCapture={pay.watchKeys}
      >
        {preview.owesFen > 0 && (
          <p className="pay-owes">
            {t('owesAlready', { amount: formatYuan(preview.owesFen, { sign: '¥' }) })}
          </p>
        )}
        <Bills bills={preview.bills} pay={pay} />
        <PayFields pay={pay} />
      </div>
      <ProblemLine problem={withoutApproval(settle.problem)} />
      <Button type="primary" size="large" block loading={settle.busy} onClick={finish}>
        {t('settleVerb', { amount: formatYuan(pay.sums.paidFen, { sign: '¥' }) })}
        <KeyCap keys="Ctrl+Enter" />
      </Button>
      <ApprovalSheet approvals={approvals} />
    </section>
  )
}
