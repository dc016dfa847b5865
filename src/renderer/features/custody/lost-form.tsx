// A thing that cannot be found (manager alone): who answers for it and what was agreed.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'
import { FirstFocus } from '../../components/first-focus.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { ProblemLine } from '../../components/panel-states.tsx'
import { useCoreCommand } from '../../lib/api.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { useEnterWalk } from '../../lib/use-enter-key.ts'
import { Labelled } from './labelled.tsx'

type Props = Readonly<{ orderId: string; item: HeldItem; onClose: () => void }>

export const LostForm = ({ orderId, item, onClose }: Props) => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const { notice } = useNav()
  const lost = useCoreCommand('custody.declareLost')
  const [words, setWords] = useState('')
  const save = async () => {
    const outcome = await lost.run({ orderId, item: item.item, words })
    if (!outcome.ok) return
    notice('plain', t('order.lostDone', { name: item.name }))
    onClose()
  }
  const onKeyDown = useEnterWalk(() => void save())
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('order.lost'), run: () => void save() },
    { keys: 'Escape', label: common('verb.cancel'), run: onClose },
  ])
  const title = t('order.lostTitle', { name: item.name })
  return (
    <div className="custody-form custody-inset" role="group" aria-label={title}>
      <h2>{title}</h2>
      <div role="presentation" onKeyDown={onKeyDown} className="custody-fields">
        <FirstFocus />
        <Labelled label={t('order.lostWords')}>
          {(id) => (
            <Input
              id={id}
              data-autofocus
              maxLength={500}
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      <ProblemLine problem={lost.problem} />
      <div className="custody-foot">
        <Button onClick={onClose}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" danger loading={lost.busy} onClick={() => void save()}>
          {t('order.lost')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}
