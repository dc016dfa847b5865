// A verb that needs one line of words: why. It stands in the page, not over it; Enter does it, Esc leaves it.
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'

type Props = Readonly<{
  title: string
  label: string
  required?: boolean
  hint?: string
  start?: string
  max?: number
  run: Readonly<{ busy: boolean; problem: Problem | undefined }>
  act: (words: string) => Promise<Outcome<unknown>>
  onDone: () => void
  onClose: () => void
  children?: ReactNode
}>

export const ReasonPanel = (props: Props) => {
  const {
    title,
    label,
    required = false,
    hint,
    start = '',
    max = 300,
    run,
    act,
    onDone,
    onClose,
    children,
  } = props
  const { t } = useTranslation('stock')
  const { t: common } = useTranslation()
  const id = useId()
  const [words, setWords] = useState(start)
  const [missing, setMissing] = useState(false)
  const submit = async () => {
    if (run.busy) return
    if (required && words.trim() === '') return setMissing(true)
    const outcome = await act(words.trim())
    if (outcome.ok) onDone()
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: title, run: () => void submit() },
    { keys: 'Escape', label: common('verb.cancel'), run: onClose },
  ])
  const walk = useEnterWalk(() => void submit())
  return (
    <section className="sheet stock-panel" aria-label={title}>
      <div role="presentation" onKeyDown={walk} className="stock-panel-inside">
        <FirstFocus />
        <h3>{title}</h3>
        {children}
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          data-autofocus
          {...(missing ? { status: 'error' as const, 'aria-invalid': true } : {})}
          {...(hint === undefined ? {} : { placeholder: hint })}
          maxLength={max}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setMissing(false)
          }}
        />
        {missing && (
          <div role="alert" className="stock-bad-text">
            {t('form.missing.reason')}
          </div>
        )}
        <ProblemLine problem={run.problem} />
        <div className="stock-panel-verbs">
          <Button onClick={onClose}>
            {common('verb.cancel')}
            <KeyCap keys="Esc" />
          </Button>
          <Button type="primary" loading={run.busy} onClick={() => void submit()}>
            {title}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        </div>
      </div>
    </section>
  )
}
