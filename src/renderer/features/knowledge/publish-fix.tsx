// Publishes the fix of one order, or corrects or withdraws what was published of it (rule CLS-6).
import { useId, useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/contract/knowledge.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { loose } from '#renderer/lib/i18n.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { fieldProblems } from '#renderer/lib/problem-text.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { wordsFor } from './prefill.ts'
import type { Words } from './prefill.ts'
import './knowledge.css'

type Of = Readonly<{ id: string; number: string; device: string }>
type Props = Readonly<{ order: Of; published: Article | null; onClose: () => void }>

export const PublishFix = ({ order, published, onClose }: Props) => {
  const { t: common } = useTranslation()
  const records = useCoreQuery('service.records', { id: order.id })
  const detail = useCoreQuery('order.get', { id: order.id })
  useShortcuts([{ keys: 'Escape', label: common('verb.cancel'), run: onClose }])
  return (
    <QueryPanel answer={detail} rows={3}>
      {({ reportedFault }) => (
        <QueryPanel answer={records} rows={3}>
          {(value) => (
            <Panel
              order={order}
              published={published}
              start={wordsFor({
                device: order.device,
                reportedFault,
                records: value.records,
                published,
              })}
              onClose={onClose}
            />
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

const EVERYBODY = 'everybody'

const Panel = ({ order, published, start, onClose }: Props & Readonly<{ start: Words }>) => {
  const { t } = useTranslation('knowledge')
  const { t: labels } = useTranslation('labels')
  const { t: common } = useTranslation()
  const { notice } = useNav()
  const publish = useCoreCommand('knowledge.publish')
  const withdraw = useCoreCommand('knowledge.withdraw')
  const [words, setWords] = useState(start)
  const problems = fieldProblems(publish.problem, loose(common))
  const set = (changed: Partial<Words>) => {
    setWords({ ...words, ...changed })
    if (publish.problem) publish.forget()
  }
  const run = async (): Promise<void> => {
    const { title, symptom, fix, readers } = words
    const outcome = await publish.run({ orderId: order.id, title, symptom, fix, readers: [...readers] })
    if (!outcome.ok) return
    notice('good', t('published', { number: order.number }))
    onClose()
  }
  const takeBack = async (id: string): Promise<void> => {
    const outcome = await withdraw.run({ id })
    if (!outcome.ok) return
    notice('good', t('withdrawn', { number: order.number }))
    onClose()
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: t('publish'), run: () => void run() }])
  const walk = useEnterWalk(() => void run())
  return (
    <div className="knowledge-panel" role="presentation" onKeyDown={walk}>
      <FirstFocus />
      <Line label={t('title')} problem={problems['title']}>
        {(own) => (
          <Input
            {...own}
            data-autofocus
            autoComplete="off"
            maxLength={80}
            value={words.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Line>
      <Line label={t('symptom')} problem={problems['symptom']}>
        {(own) => (
          <Input.TextArea
            {...own}
            autoSize={{ minRows: 1, maxRows: 3 }}
            maxLength={2000}
            spellCheck={false}
            value={words.symptom}
            onChange={(event) => set({ symptom: event.target.value })}
          />
        )}
      </Line>
      <Line label={t('fix')} problem={problems['fix']}>
        {(own) => (
          <Input.TextArea
            {...own}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={2000}
            spellCheck={false}
            value={words.fix}
            onChange={(event) => set({ fix: event.target.value })}
          />
        )}
      </Line>
      <div className="knowledge-line">
        <span className="knowledge-name">{t('readers')}</span>
        <DigitPicker
          flow
          multiple
          className="knowledge-readers"
          label={t('readers')}
          options={[
            { value: EVERYBODY, label: t('everybody') },
            ...ROLES.map((role) => ({ value: role, label: labels(`role.${role}`) })),
          ]}
          value={words.readers.length === 0 ? [EVERYBODY] : words.readers}
          onChange={(chosen) => set({ readers: readersAfter(words.readers, chosen) })}
        />
      </div>
      <ProblemLine problem={publish.problem ?? withdraw.problem} />
      <div className="knowledge-buttons">
        {published && (
          <Button danger loading={withdraw.busy} onClick={() => void takeBack(published.id)}>
            {t('withdraw')}
          </Button>
        )}
        <span className="stretch" />
        <Button onClick={onClose}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" loading={publish.busy} onClick={() => void run()}>
          {t('publish')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}

/** Everybody and single roles exclude each other; no role left is everybody. */
const readersAfter = (before: readonly Role[], chosen: readonly string[]): readonly Role[] =>
  before.length > 0 && chosen.includes(EVERYBODY) ? [] : ROLES.filter((role) => chosen.includes(role))

type Own = Readonly<{ id: string; 'aria-invalid'?: true }>
type LineProps = Readonly<{
  label: string
  problem: string | undefined
  children: (own: Own) => React.ReactNode
}>

const Line = ({ label, problem, children }: LineProps) => {
  const id = useId()
  return (
    <div className="knowledge-line">
      <label className="knowledge-name" htmlFor={id}>
        {label}
      </label>
      <div>
        {children({ id, ...(problem === undefined ? {} : { 'aria-invalid': true }) })}
        <div role="alert" className="knowledge-problem">
          {problem}
        </div>
      </div>
    </div>
  )
}
