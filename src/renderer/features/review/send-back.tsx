// The reviewer does not close it: why, and where it goes back to.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReviewLine } from '#shared/contract/review.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'

const TO = ['pendingSettlement', 'repeatService'] as const

export const SendBack = ({ line, onClose }: { line: ReviewLine; onClose: () => void }) => {
  const { t } = useTranslation('review')
  const { t: labels } = useTranslation('labels')
  const { t: common } = useTranslation()
  const { notice } = useNav()
  const send = useCoreCommand('review.sendBack')
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<(typeof TO)[number]>('pendingSettlement')
  const run = async (): Promise<void> => {
    const outcome = await send.run({ id: line.id, ver: line.ver, reason, to })
    if (!outcome.ok) return
    notice('good', t('sentBack', { number: line.number }))
    onClose()
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('sendBack'), run: () => void run() },
    { keys: 'Escape', label: common('verb.cancel'), run: onClose },
  ])
  const walk = useEnterWalk(() => void run())
  return (
    <div className="review-back" role="presentation" onKeyDown={walk}>
      <FirstFocus />
      <Input
        data-autofocus
        aria-label={t('reason')}
        placeholder={t('reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <DigitPicker
        label={t('to')}
        flow
        options={TO.map((state) => ({ value: state, label: labels(`state.${state}`) }))}
        value={[to]}
        onChange={([chosen]) => setTo(TO.find((state) => state === chosen) ?? 'pendingSettlement')}
      />
      <ProblemLine problem={send.problem} />
      <div className="review-buttons">
        <Button onClick={onClose}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        <Button danger loading={send.busy} onClick={() => void run()}>
          {t('sendBack')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}
