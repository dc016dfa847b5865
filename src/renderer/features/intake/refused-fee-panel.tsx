// The customer does not want to pay the fee (rule INT-4): no order, but it is remembered, and the form ends politely.
import { useRef, useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { parseYuan } from '#shared/kernel/money.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { customerParams, deviceTitle } from '#shared/domain/intake/index.ts'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import { machineAt, useSession } from './session.ts'

type PanelProps = Readonly<{ onDone: (who: string) => void; onClose: () => void }>

export const RefusedFeePanel = ({ onDone, onClose }: PanelProps) => {
  const { t } = useTranslation('intake')
  const { store, focus } = useSession()
  const record = useCoreCommand('customer.recordRefusedFee')
  const { form, active } = store.get()
  const machine = form.machines[machineAt(form, active)] ?? form.machines[0]
  const [fee, setFee] = useState<number | null | undefined>(() => {
    const fen = parseYuan(machine?.limit ?? '')
    return isRefused(fen) ? null : fen
  })
  // Enter in the amount tells it and finishes in one key: the state would come a moment too late.
  const latest = useRef(fee)
  const [remark, setRemark] = useState(machine?.fault ?? '')
  const finish = async (): Promise<void> => {
    let missing = ''
    const customer = customerParams(store.get().form.customer, (path) => {
      missing = path
    })
    if (missing !== '') {
      store.set({ ...store.get(), problems: { [missing]: 'customerMissing' } })
      return focus.to(missing)
    }
    const feeFen = latest.current
    if (feeFen === undefined) return
    const deviceText = (machine && deviceTitle(machine.device)) || t('fee.someDevice')
    const outcome = await record.run({
      customer,
      deviceText: [...deviceText].slice(0, 120).join(''),
      feeFen,
      remark,
    })
    const who = form.customer.kind === 'none' ? '' : form.customer.name
    if (outcome.ok) onDone(who)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Esc of the fields inside
    <section
      className="fee-panel"
      aria-label={t('fee.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else if (isEnter(event) && event.target instanceof HTMLInputElement && !event.ctrlKey) void finish()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <h2>{t('fee.title')}</h2>
      <p className="intake-hint">{t('fee.explain')}</p>
      <label className="intake-label" htmlFor="fee-amount">
        {t('fee.amount')}
      </label>
      <MoneyInput
        id="fee-amount"
        data-autofocus
        value={fee ?? null}
        onChange={(fen) => {
          latest.current = fen
          setFee(fen)
        }}
      />
      <label className="intake-label" htmlFor="fee-remark">
        {t('fee.remark')}
      </label>
      <Input
        id="fee-remark"
        autoComplete="off"
        value={remark}
        onChange={({ target }) => setRemark(target.value)}
      />
      <ProblemLine problem={record.problem} />
      <FirstFocus />
      <div className="fee-verbs">
        <Button type="primary" loading={record.busy} onClick={() => void finish()}>
          {t('fee.record')}
          <kbd className="key-cap">Enter</kbd>
        </Button>
        <Button onClick={onClose}>
          {t('fee.back')}
          <kbd className="key-cap">Esc</kbd>
        </Button>
      </div>
    </section>
  )
}
