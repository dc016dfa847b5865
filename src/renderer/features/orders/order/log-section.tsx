// The service log (rule WO-2), newest first, and a free remark in any state (rule WO-4).
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '#shared/contract/orders.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { useNav } from '../../../lib/nav.ts'
import { useEnterWalk } from '../../../lib/use-enter-key.ts'
import { logWords } from './log-words.ts'
import type { SectionProps } from './order-screen.tsx'

export const LogSection = ({ order }: SectionProps) => {
  const { t } = useTranslation('orders')
  const answer = useCoreQuery('order.log', { id: order.id }, { keepPrevious: true })
  return (
    <div className="log-section">
      <RemarkBox id={order.id} />
      <div
        className="sheet log-sheet"
        role="region"
        aria-label={t('section.log')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
      >
        <QueryPanel answer={answer}>
          {({ log }) => (
            <ol className="log" aria-label={t('section.log')}>
              {log.toReversed().map((line) => (
                <Line key={line.seq} line={line} />
              ))}
            </ol>
          )}
        </QueryPanel>
      </div>
    </div>
  )
}

const RemarkBox = ({ id }: { id: string }) => {
  const { t } = useTranslation('orders')
  const remark = useCoreCommand('order.remark')
  const { notice } = useNav()
  const [text, setText] = useState('')
  const save = async () => {
    if (text.trim() === '') return
    const outcome = await remark.run({ id, text })
    if (!outcome.ok) return
    // What was typed while it was being saved stays.
    setText((now) => (now === text ? '' : now))
    notice('good', t('remark.saved'))
  }
  const onKeyDown = useEnterWalk(() => void save())
  return (
    <div className="sheet remark-box" role="presentation" onKeyDown={onKeyDown}>
      <Input.TextArea
        aria-label={t('remark.title')}
        placeholder={t('remark.hint')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        data-enter="newline"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="remark-foot">
        <ProblemLine problem={remark.problem} />
        <Button type="primary" loading={remark.busy} onClick={() => void save()}>
          {t('remark.save')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}

const Line = ({ line }: { line: LogLine }) => {
  const { t } = useTranslation('orders')
  const { local } = useFormat()
  const { what, changes } = logWords(line, { t: loose(t), local })
  return (
    <li className="log-line">
      <time className="num">{local(line.at, 'seconds')}</time>
      <span className="log-who">
        {line.who}
        <span className="log-where">{line.terminal}</span>
      </span>
      <div className="log-what selectable">
        <b>{what}</b>
        {line.remark !== null && line.remark !== '' && <p className="log-remark">{line.remark}</p>}
        {changes.length > 0 && (
          <ul>
            {changes.map(({ name, before, after }) => (
              <li key={name}>
                <span className="log-name">{name}</span>
                {before !== '' && (
                  <>
                    <del>{before}</del> <span aria-hidden="true">→</span>{' '}
                  </>
                )}
                <ins>{after}</ins>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
