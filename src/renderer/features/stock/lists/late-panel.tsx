// A part comes later (rules PRT-7, CLK-4): the new day, then the words for the customer, ready to be copied.
import { useId, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useTranslation } from 'react-i18next'
import type { PartRequest } from '#shared/contract/order-parts.ts'
import { businessDate, startOfBusinessDay } from '#shared/kernel/time.ts'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { readDayText } from './day-text.ts'

type Props = Readonly<{ request: PartRequest; onClose: () => void }>

export const LatePanel = ({ request, onClose }: Props) => {
  const { t } = useTranslation('stock')
  const { t: common } = useTranslation()
  const { zone } = useFormat()
  const { notice } = useNav()
  const today = businessDate(useNow(), zone)
  const id = useId()
  const late = useCoreCommand('orderPart.requestLate')
  const words = useRef<TextAreaRef>(null)
  const [typed, setTyped] = useState('')
  const [bad, setBad] = useState(false)
  const [text, setText] = useState<string | null>(null)
  const day = readDayText(typed, today)
  const submit = async () => {
    if (day === null) return setBad(true)
    const outcome = await late.run({ requestId: request.id, expectedAt: startOfBusinessDay(day, zone) })
    if (outcome.ok) setText(outcome.value.text)
  }
  const copy = () => {
    if (text === null) return
    words.current?.resizableTextArea?.textArea.select()
    // The clipboard's own interface asks for a permission that no page gets here.
    document.execCommand('copy')
    notice('good', t('waiting.copied'))
    onClose()
  }
  const act = () => void (text === null ? submit() : copy())
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t(text === null ? 'waiting.verb.late' : 'waiting.copy'), run: act },
    { keys: 'Escape', label: common(text === null ? 'verb.cancel' : 'verb.close'), run: onClose },
  ])
  const walk = useEnterWalk(act)
  return (
    <section className="sheet stock-panel" aria-label={t('waiting.verb.late')}>
      <div role="presentation" onKeyDown={walk} className="stock-panel-inside">
        <FirstFocus key={text === null ? 'day' : 'words'} />
        <h3>{t('waiting.verb.late')}</h3>
        <p>
          <span className="mono">{request.number}</span> {request.code} {request.name}
        </p>
        {text === null ? (
          <>
            <label htmlFor={id}>{t('waiting.newDay')}</label>
            <Input
              id={id}
              data-autofocus
              className="num"
              placeholder={t('waiting.dayHint')}
              {...(bad ? { status: 'error' as const, 'aria-invalid': true } : {})}
              maxLength={10}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setBad(false)
              }}
            />
            <span className={bad ? 'stock-bad-text' : 'faint num'} role="status">
              {bad ? t('waiting.badDay') : (day ?? '')}
            </span>
          </>
        ) : (
          <>
            <label htmlFor={id}>{t('waiting.words')}</label>
            <Input.TextArea
              ref={words}
              id={id}
              data-autofocus
              readOnly
              autoSize={{ minRows: 3, maxRows: 6 }}
              value={text}
            />
          </>
        )}
        <ProblemLine problem={late.problem} />
        <div className="stock-panel-verbs">
          <Button onClick={onClose}>
            {common(text === null ? 'verb.cancel' : 'verb.close')}
            <KeyCap keys="Esc" />
          </Button>
          <Button type="primary" loading={late.busy} onClick={act}>
            {t(text === null ? 'waiting.verb.late' : 'waiting.copy')}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        </div>
      </div>
    </section>
  )
}
