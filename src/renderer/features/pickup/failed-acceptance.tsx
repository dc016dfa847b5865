// The customer tried it here and it is not right (rule CLS-4): what he says, and until when we call him.
import { useState } from 'react'
import { Button, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PickupOrder } from '#shared/contract/hand-over.ts'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useNav } from '#renderer/lib/nav.ts'

const DAY_MS = 86_400_000

export const FailedAcceptance = ({ order, onClose }: { order: PickupOrder; onClose: () => void }) => {
  const { t } = useTranslation('pickup')
  const { notice } = useNav()
  const fail = useCoreCommand('handOver.failAcceptance')
  const [words, setWords] = useState('')
  const [days, setDays] = useState(1)
  const run = async (): Promise<void> => {
    const outcome = await fail.run({
      id: order.id,
      ver: order.ver,
      words,
      nextContactBy: Date.now() + days * DAY_MS,
      promiseType: 'other',
      promiseReason: words.slice(0, 300),
    })
    if (!outcome.ok) return
    notice('good', t('failed.done', { number: order.number }))
    onClose()
  }
  return (
    <div className="pickup-failed" data-enter-skip>
      <FirstFocus />
      <Input.TextArea
        data-autofocus
        aria-label={t('failed.words')}
        placeholder={t('failed.words')}
        autoSize={{ minRows: 2, maxRows: 4 }}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="pickup-failed-foot">
        <label>
          {t('failed.callWithin')}{' '}
          <InputNumber min={1} max={60} value={days} onChange={(value) => setDays(value ?? 1)} />{' '}
          {t('failed.days')}
        </label>
        <span className="stretch" />
        <Button onClick={onClose}>{t('failed.cancel')}</Button>
        <Button danger loading={fail.busy} disabled={words.trim() === ''} onClick={() => void run()}>
          {t('failed.run')}
        </Button>
      </div>
      <ProblemLine problem={fail.problem} />
    </div>
  )
}
