// The frame of every verb panel: beside the order, never over it. Enter walks, Ctrl+Enter submits, Esc closes and
// keeps what was typed.
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { useShortcuts } from '../../../lib/keys.ts'
import { useEnterWalk } from '../../../lib/use-enter-key.ts'
import { Meanwhile } from './meanwhile.tsx'
import type { VerbRun } from './use-verb-run.ts'

type ShellProps = Readonly<{
  orderId: string
  title: string
  hint?: ReactNode
  run: VerbRun
  /** Left out: the panel has nothing to submit. */
  onSubmit?: (() => void) | undefined
  submitLabel?: string
  onClose: () => void
  /** Forgets what was typed and closes. */
  onDrop: () => void
  children: ReactNode
}>

export const VerbShell = (props: ShellProps) => {
  const { orderId, title, hint, run, onSubmit, submitLabel, onClose, onDrop, children } = props
  const { t } = useTranslation('verbs')
  const walk = useEnterWalk(() => onSubmit?.())
  const box = useRef<HTMLElement>(null)
  useShortcuts([
    { keys: 'Escape', label: t('panel.close'), run: onClose },
    onSubmit !== undefined &&
      run.meeting === null && { keys: 'Ctrl+Enter', label: submitLabel ?? title, run: onSubmit },
  ])
  // A refused submit leads to the first field that is wrong.
  useEffect(() => {
    const bad = box.current?.querySelector<HTMLElement>('.verb-field-bad')
    bad?.querySelector<HTMLElement>('input, textarea, [role=listbox]')?.focus()
  }, [run.problem])
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
      {run.meeting ? (
        <Meanwhile orderId={orderId} verb={title} meeting={run.meeting} onGoOn={run.goOn} onDrop={onDrop} />
      ) : (
        <>
          <div className="verb-panel-body" role="presentation" tabIndex={-1} onKeyDown={walk}>
            <PanelFocus />
            {children}
          </div>
          <footer className="verb-panel-foot">
            <ProblemLine problem={run.problem} />
            <span className="verb-panel-verbs">
              <Button onClick={onClose}>
                {t('panel.close')}
                <KeyCap keys="Esc" />
              </Button>
              {onSubmit && (
                <Button type="primary" loading={run.busy} onClick={onSubmit}>
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
