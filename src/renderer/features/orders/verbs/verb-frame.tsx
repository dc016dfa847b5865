// The frame of a panel that stands beside what it is about, never over it. Enter walks, Ctrl+Enter submits, Esc closes
// and keeps what was typed.
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { useShortcuts } from '../../../lib/keys.ts'
import type { Problem } from '../../../lib/problem.ts'
import { useEnterWalk } from '../../../lib/use-enter-key.ts'
import './verbs.css'

type FrameProps = Readonly<{
  title: string
  hint?: ReactNode
  busy: boolean
  problem: Problem | undefined
  /** Left out: the panel has nothing to submit. */
  onSubmit?: (() => void) | undefined
  submitLabel?: string | undefined
  onClose: () => void
  /** Takes the place of fields and verbs. */
  instead?: ReactNode
  children: ReactNode
}>

export const VerbFrame = (props: FrameProps) => {
  const { title, hint, busy, problem, onSubmit, submitLabel, onClose, instead, children } = props
  const { t } = useTranslation('verbs')
  const walk = useEnterWalk(() => onSubmit?.())
  const box = useRef<HTMLElement>(null)
  useShortcuts([
    { keys: 'Escape', label: t('panel.close'), run: onClose },
    onSubmit !== undefined &&
      instead === undefined && { keys: 'Ctrl+Enter', label: submitLabel ?? title, run: onSubmit },
  ])
  // A refused submit leads to the first field that is wrong.
  useEffect(() => {
    const bad = box.current?.querySelector<HTMLElement>('.verb-field-bad')
    bad?.querySelector<HTMLElement>('input, textarea, [role=listbox]')?.focus()
  }, [problem])
  return (
    <section ref={box} className="verb-panel" aria-label={title}>
      <header className="verb-panel-head">
        <h2>{title}</h2>
        {hint !== undefined && <span className="faint">{hint}</span>}
        <span className="stretch" />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('panel.close')}
          onClick={onClose}
        />
      </header>
      {instead ?? (
        <>
          <div className="verb-panel-body" role="presentation" tabIndex={-1} onKeyDown={walk}>
            <PanelFocus />
            {children}
          </div>
          <footer className="verb-panel-foot">
            <ProblemLine problem={problem} />
            <span className="verb-panel-verbs">
              <Button onClick={onClose}>
                {t('panel.close')}
                <KeyCap keys="Esc" />
              </Button>
              {onSubmit && (
                <Button type="primary" loading={busy} onClick={onSubmit}>
                  {submitLabel ?? title}
                  <KeyCap keys="Ctrl+Enter" />
                </Button>
              )}
            </span>
          </footer>
        </>
      )}
    </section>
  )
}

/** Into the first field when the panel appears, whatever kind it is. */
const PanelFocus = () => {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const body = here.current?.parentElement
    const first = body?.querySelector<HTMLElement>('[data-autofocus], [data-first] [role=listbox]')
    ;(first ?? body)?.focus()
  }, [])
  return <span ref={here} hidden />
}

/** The field of a panel that is wrong or empty gets the focus. */
export const focusField = (name: string | undefined): void => {
  const field = document.querySelector(`.verb-panel [data-verb-field="${name}"]`)
  field?.querySelector<HTMLElement>('input, textarea, [role=listbox]')?.focus()
}
