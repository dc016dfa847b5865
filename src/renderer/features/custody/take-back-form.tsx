// A loaner comes back: in what condition.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Loaner } from '#shared/contract/custody.ts'
import { FirstFocus } from '../../components/first-focus.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { ProblemLine } from '../../components/panel-states.tsx'
import { useCoreCommand } from '../../lib/api.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { useEnterWalk } from '../../lib/use-enter-key.ts'
import { Labelled } from './labelled.tsx'
import { LoanerFacts } from './lend-form.tsx'
import { LoanerState } from './loaner-list.tsx'

type Props = Readonly<{ loaner: Loaner; onDone: (said: string | null) => void }>

export const TakeBackForm = ({ loaner, onDone }: Props) => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const { openOrder } = useNav()
  const takeBack = useCoreCommand('custody.takeBack')
  const [condition, setCondition] = useState('')
  const save = async () => {
    const outcome = await takeBack.run({ loaner: loaner.id, condition })
    if (outcome.ok) onDone(t('loaners.back', { name: loaner.name }))
  }
  const title = t('loaners.takeBackTitle', { name: loaner.name })
  const onKeyDown = useEnterWalk(() => void save())
  const { lent } = loaner
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('loaners.takeBack'), run: () => void save() },
    { keys: 'Escape', label: common('verb.cancel'), run: () => onDone(null) },
  ])
  return (
    <section className="sheet custody-form" aria-label={title}>
      <h2>{title}</h2>
      <LoanerFacts loaner={loaner} />
      <p className="custody-facts">
        <LoanerState loaner={loaner} />{' '}
        {lent && (
          <button
            type="button"
            className="link-button mono"
            onClick={() => openOrder(lent.orderId, lent.number)}
          >
            {lent.number}
          </button>
        )}
      </p>
      <div role="presentation" onKeyDown={onKeyDown} className="custody-fields">
        <FirstFocus />
        <Labelled label={t('loaners.conditionBack')}>
          {(id) => (
            <Input
              id={id}
              data-autofocus
              maxLength={300}
              autoComplete="off"
              value={condition}
              onChange={(event) => setCondition(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      <ProblemLine problem={takeBack.problem} />
      <div className="custody-foot">
        <Button onClick={() => onDone(null)}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" loading={takeBack.busy} onClick={() => void save()}>
          {t('loaners.takeBack')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </section>
  )
}
