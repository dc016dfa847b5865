// A field with its label on top, outside antd's forms.
import { useId } from 'react'
import type { ReactNode } from 'react'

export const Labelled = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId()
  return (
    <div className="custody-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
