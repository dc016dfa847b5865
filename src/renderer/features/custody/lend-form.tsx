// Lends a loaner: to which order, until when, in what condition. From an order the order is known already.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Loaner } from '#shared/contract/custody.ts'
import { FirstFocus } from '../../components/first-focus.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { ProblemLine } from '../../components/panel-states.tsx'
import { useAsk, useCoreCommand } from '../../lib/api.ts'
import { useShortcuts } from '../../lib/keys.ts'
import type { Problem } from '../../lib/problem.ts'
import { useEnterWalk } from '../../lib/use-enter-key.ts'
import { Labelled } from './labelled.tsx'

type Props = Readonly<{
  loaner: Loaner
  orderCode: string
  onOrderCode: (code: string) => void
  onDone: (said: string | null) => void
}>

export const LendForm = ({ loaner, orderCode, onOrderCode, onDone }: Props) => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const ask = useAsk()
  const lend = useCoreCommand('custody.lend')
  const [backBy, setBackBy] = useState('')
  const [condition, setCondition] = useState('')
  const [early, setEarly] = useState<Problem>()
  const save = async () => {
    const found = await ask('custody.find', { code: orderCode.trim() || '-' })
    if (!found.ok) return setEarly(found.problem)
    if (found.value.what !== 'item')
      return setEarly({ kind: 'refusal', code: 'unknownOrder', details: { field: 'orderId' } })
    setEarly(undefined)
    const { orderId } = found.value.item
    const outcome = await lend.run({ orderId, loaner: loaner.id, backBy: dayOf(backBy), condition })
    if (outcome.ok) onDone(t('loaners.lent', { name: loaner.name }))
  }
  const title = t('loaners.lendTitle', { name: loaner.name })
  const onKeyDown = useEnterWalk(() => void save())
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('loaners.lend'), run: () => void save() },
    { keys: 'Escape', label: common('verb.cancel'), run: () => onDone(null) },
  ])
  return (
    <section className="sheet custody-form" aria-label={title}>
      <h2>{title}</h2>
      <LoanerFacts loaner={loaner} />
      <div role="presentation" onKeyDown={onKeyDown} className="custody-fields">
        <FirstFocus />
        <Labelled label={t('loaners.order')}>
          {(id) => (
            <Input
              id={id}
              data-autofocus
              className="mono"
              maxLength={60}
              placeholder={t('loaners.orderHint')}
              autoComplete="off"
              value={orderCode}
              onChange={(event) => onOrderCode(event.target.value)}
            />
          )}
        </Labelled>
        <LoanFields backBy={backBy} onBackBy={setBackBy} condition={condition} onCondition={setCondition} />
      </div>
      <ProblemLine problem={early ?? lend.problem} />
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
    </section>
  )
}

/** `20261201` and `2026/12/1` are days too; the core says what is none. */
export const dayOf = (typed: string): string | null => {
  const folded = typed.normalize('NFKC').trim()
  if (folded === '') return null
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})$/.exec(folded) ?? []
  return year === undefined ? folded : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}

type LoanProps = Readonly<{
  backBy: string
  onBackBy: (text: string) => void
  condition: string
  onCondition: (text: string) => void
}>

export const LoanFields = ({ backBy, onBackBy, condition, onCondition }: LoanProps) => {
  const { t } = useTranslation('custody')
  return (
    <>
      <Labelled label={t('loaners.backByField')}>
        {(id) => (
          <Input
            id={id}
            className="num"
            maxLength={10}
            placeholder="2026-12-01"
            autoComplete="off"
            value={backBy}
            onChange={(event) => onBackBy(event.target.value)}
          />
        )}
      </Labelled>
      <Labelled label={t('loaners.conditionOut')}>
        {(id) => (
          <Input
            id={id}
            maxLength={300}
            autoComplete="off"
            value={condition}
            onChange={(event) => onCondition(event.target.value)}
          />
        )}
      </Labelled>
    </>
  )
}

export const LoanerFacts = ({ loaner }: { loaner: Loaner }) => (
  <p className="faint selectable custody-facts">
    <span className="mono">{loaner.code}</span>
    {[loaner.serial, loaner.accessories, loaner.remark].filter(Boolean).map((words) => ` · ${words}`)}
  </p>
)
