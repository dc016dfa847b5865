// One field of a verb panel: label on top, its control, its problem under it and read out.
import type { ReactNode } from 'react'

type Props = Readonly<{
  /** Left out where what is inside has labels of its own. */
  label?: string
  htmlFor?: string | undefined
  required?: boolean
  problem?: string | undefined
  hint?: ReactNode
  children: ReactNode
}>

export const VerbField = ({ label, htmlFor, required = false, problem, hint, children }: Props) => {
  const name = (
    <>
      {label}
      {required && (
        <span className="verb-required" aria-hidden="true">
          *
        </span>
      )}
      {hint !== undefined && <span className="verb-field-hint">{hint}</span>}
    </>
  )
  return (
    <div className={`verb-field ${problem === undefined ? '' : 'verb-field-bad'}`}>
      {label === undefined ? null : htmlFor === undefined ? (
        <span className="verb-label">{name}</span>
      ) : (
        <label className="verb-label" htmlFor={htmlFor}>
          {name}
        </label>
      )}
      {children}
      <div role="alert" className="verb-problem">
        {problem}
      </div>
    </div>
  )
}
