// The ready-made text for the customer (rule SRV-5): chosen by its occasion, copied with one key, and then counted as
// an attempt.
import { useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { OCCASIONS } from '#shared/contract/contact.ts'
import type { Occasion } from '#shared/contract/contact.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { occasionOf } from './occasion.ts'
import { useWords } from './use-words.ts'

export const ReadyText = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('verbs')
  const { of } = useWords()
  const { notice } = useNav()
  const [occasion, setOccasion] = useState<Occasion>(occasionOf(order))
  const answer = useCoreQuery('contact.texts', { id: order.id, occasion }, { keepPrevious: true })
  const copied = useCoreCommand('contact.copied')
  const box = useRef<HTMLTextAreaElement>(null)
  const text = answer.value?.text ?? ''
  const copy = async () => {
    const field = box.current
    if (!field || text === '') return
    const before = document.activeElement
    field.select()
    // The clipboard's own interface asks for a permission that no page gets here.
    document.execCommand('copy')
    if (before instanceof HTMLElement) before.focus()
    const outcome = await copied.run({ id: order.id, occasion, channel: 'wechat', text })
    if (outcome.ok) notice('good', t('contact.copied'))
  }
  useShortcuts([{ keys: 'Ctrl+Shift+Y', label: t('contact.copy'), run: () => void copy() }])
  return (
    <div className="verb-text">
      <div className="verb-text-head">
        <span className="verb-label">{t('contact.text')}</span>
        {OCCASIONS.map((one) => (
          <button
            key={one}
            type="button"
            tabIndex={-1}
            className="verb-ready-one"
            aria-pressed={one === occasion}
            onClick={() => setOccasion(one)}
          >
            {of('occasion', one)}
          </button>
        ))}
        <span className="stretch" />
        <Button size="small" loading={copied.busy} disabled={text === ''} onClick={() => void copy()}>
          {t('contact.copy')}
          <KeyCap keys="Ctrl+Shift+Y" />
        </Button>
      </div>
      <textarea
        ref={box}
        className="verb-text-words selectable"
        aria-label={t('contact.text')}
        readOnly
        tabIndex={-1}
        data-enter-skip
        rows={3}
        value={text}
      />
      <ProblemLine problem={copied.problem ?? answer.problem} />
    </div>
  )
}
