// A field of the form: label on top, what is wrong under it and read out, and a place that keys can be sent to.
import { useId, useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntake, useSession } from './session.ts'

/** What describes and marks the control inside. */
export type ControlProps = Readonly<{
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  status?: 'error'
}>

type SpotProps = Readonly<{
  path: string
  label?: string
  hint?: ReactNode
  /** A few words behind the label; takes no line of its own. */
  beside?: ReactNode
  className?: string
  children: (control: ControlProps) => ReactNode
}>

export const useProblemText = (path: string): string | undefined => {
  const { t } = useTranslation('intake')
  const problem = useIntake(({ problems }) => problems[path])
  if (problem === undefined) return undefined
  return typeof problem === 'string' ? t(`problem.${problem}`) : problem.words
}

export const Spot = ({ path, label, hint, beside, className = '', children }: SpotProps) => {
  const id = useId()
  const { focus } = useSession()
  const problem = useProblemText(path)
  useLayoutEffect(() => focus.drawn())
  const control: ControlProps = {
    id,
    ...(problem === undefined && hint === undefined ? {} : { 'aria-describedby': `${id}-note` }),
    ...(problem === undefined ? {} : { 'aria-invalid': true as const, status: 'error' as const }),
  }
  return (
    <div className={`intake-spot ${className}`} data-spot={path}>
      {label !== undefined && (
        <label className="intake-label" htmlFor={id}>
          {label}
          {beside !== undefined && <span className="intake-beside">{beside}</span>}
        </label>
      )}
      {children(control)}
      {problem !== undefined && (
        <p className="intake-bad" id={`${id}-note`} role="alert">
          {problem}
        </p>
      )}
      {problem === undefined && hint !== undefined && (
        <p className="intake-hint" id={`${id}-note`}>
          {hint}
        </p>
      )}
    </div>
  )
}
