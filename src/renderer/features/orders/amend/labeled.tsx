// One field of the amendment: label on top, its problem under it and read out.
import type { ReactNode } from 'react'

type Props = Readonly<{ label: string; htmlFor?: string; problem?: string | undefined; children: ReactNode }>

export const Labeled = ({ label, htmlFor, problem, children }: Props) => (
  <div className="amend-field">
    {htmlFor === undefined ? (
      <span className="amend-label">{label}</span>
    ) : (
      <label htmlFor={htmlFor}>{label}</label>
    )}
    {children}
    <div role="alert" className="amend-problem">
      {problem}
    </div>
  </div>
)
