// The loaners of one order: lend one, take one back. The hand-over waits until they are here again.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeldItem, Loaner } from '#shared/contract/custody.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { loanerKey } from '#shared/domain/custody/index.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { DigitPicker } from '../../components/digit-picker.tsx'
import { Empty, ProblemLine, QueryPanel } from '../../components/panel-states.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { useCoreCommand, useCoreQuery } from '../../lib/api.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { useEnterWalk } from '../../lib/use-enter-key.ts'
import { LoanFields, dayOf } from './lend-form.tsx'
import { LoanerState } from './loaner-list.tsx'
import { TakeBackForm } from './take-back-form.tsx'

type Props = Readonly<{ order: OrderDetail; items: readonly HeldItem[] }>

export const OrderLoaners = ({ order, items }: Props) => {
  const { t } = useTranslation('custody')
  const { notice } = useNav()
  const answer = useCoreQuery('custody.loaners', {}, { keepPrevious: true })
  const [back, setBack] = useState<Loaner | null>(null)
  const [lending, setLending] = useState(false)
  const open = !isFinal(order.state)
  const done = (text: string | null) => {
    setBack(null)
    setLending(false)
    if (text !== null) notice('good', text)
  }
  return (
    <>
      <section className="sheet custody-list" aria-label={t('loaners.title')}>
        <header className="custody-head">
          <h2>{t('loaners.title')}</h2>
          <span className="stretch" />
          {open && !lending && <Button onClick={() => setLending(true)}>{t('order.lend')}</Button>}
        </header>
        <QueryPanel answer={answer} rows={2}>
          {({ loaners }) => {
            const here = loaners.filter(({ id }) => items.some(({ item }) => item === loanerKey(id)))
            const free = loaners.filter(({ active, lent }) => active && !lent)
            return (
              <>
                <ul>
                  {here.map((loaner) => (
                    <li key={loaner.id} className="custody-row">
                      <span className="custody-row-name">{loaner.name}</span>
                      <LoanerState loaner={loaner} />
                      <Button size="small" onClick={() => setBack(loaner)}>
                        {t('loaners.takeBack')}
                      </Button>
                    </li>
                  ))}
                </ul>
                {lending && <LendOne orderId={order.id} free={free} onDone={done} />}
              </>
            )
          }}
        </QueryPanel>
      </section>
      {back && <TakeBackForm key={back.id} loaner={back} onDone={done} />}
    </>
  )
}

type LendProps = Readonly<{
  orderId: string
  free: readonly Loaner[]
  onDone: (said: string | null) => void
}>

const LendOne = ({ orderId, free, onDone }: LendProps) => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const lend = useCoreCommand('custody.lend')
  const [loaner, setLoaner] = useState(free[0]?.id ?? '')
  const [backBy, setBackBy] = useState('')
  const [condition, setCondition] = useState('')
  const save = async () => {
    const outcome = await lend.run({ orderId, loaner, backBy: dayOf(backBy), condition })
    if (outcome.ok) onDone(t('loaners.lent', { name: outcome.value.name }))
  }
  const onKeyDown = useEnterWalk(() => void save())
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('loaners.lend'), run: () => void save() },
    { keys: 'Escape', label: common('verb.cancel'), run: () => onDone(null) },
  ])
  if (free.length === 0) return <Empty why={t('loaners.noneFree')} />
  return (
    <div className="custody-form custody-inset" role="group" aria-label={t('order.lend')}>
      <div role="presentation" onKeyDown={onKeyDown} className="custody-fields">
        <DigitPicker
          label={t('loaners.choose')}
          value={[loaner]}
          options={free.map(({ id, name, serial }) => ({ value: id, label: name, hint: serial }))}
          onChange={([one = '']) => setLoaner(one)}
        />
        <LoanFields backBy={backBy} onBackBy={setBackBy} condition={condition} onCondition={setCondition} />
      </div>
      <ProblemLine problem={lend.problem} />
      <div className="custody-foot">
        <Button onClick={() => onDone(null)}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" loading={lend.busy} onClick={() => void save()}>
          {t('loaners.lend')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}
