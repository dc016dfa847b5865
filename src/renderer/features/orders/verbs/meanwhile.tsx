// Somebody else acted on the order while this panel stood open: who did what since, and two ways to go on. Nothing
// was overwritten and nothing typed is lost.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { logWords } from '../order/log-words.ts'
import type { Meeting } from './use-verb-run.ts'
import { useWords } from './use-words.ts'

type Props = Readonly<{
  orderId: string
  verb: string
  meeting: Meeting
  onGoOn: () => void
  onDrop: () => void
}>

export const Meanwhile = ({ orderId, verb, meeting, onGoOn, onDrop }: Props) => {
  const { t } = useTranslation('verbs')
  const { t: orders } = useTranslation('orders')
  const { local } = useFormat()
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const log = useCoreQuery('order.log', { id: orderId }, { keepPrevious: true }).value?.log ?? []
  const since = log.filter(({ at }) => at > meeting.since)
  useEffect(() => box.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), [])
  return (
    <div className="verb-meanwhile" ref={box}>
      <p role="alert" className="verb-meanwhile-head">
        {t('meanwhile.head', {
          by: meeting.by,
          at: local(meeting.at, 'seconds'),
          state: words.label(meeting.state),
        })}
      </p>
      <ul className="verb-meanwhile-list">
        {since.map((line) => (
          <li key={line.seq}>
            <time className="num">{local(line.at, 'seconds')}</time>
            <span>{line.who}</span>
            <strong>{logWords(line, { t: loose(orders), local }).what}</strong>
            {line.remark !== null && line.remark !== '' && <span className="faint">{line.remark}</span>}
          </li>
        ))}
      </ul>
      <DigitPicker
        acts
        label={t('meanwhile.choose')}
        options={[
          { value: 'drop', label: t('meanwhile.drop') },
          { value: 'goOn', label: t('meanwhile.goOn', { verb }) },
        ]}
        value={[]}
        onChange={([choice]) => (choice === 'goOn' ? onGoOn() : onDrop())}
      />
    </div>
  )
}
