// A password with its label; Enter goes on.
import { useId } from 'react'
import type { Ref } from 'react'
import { Input } from 'antd'
import type { InputRef } from 'antd'
import { useEnterKey } from '#renderer/lib/use-enter-key.ts'

export type PasswordFieldProps = Readonly<{
  label: string
  value: string
  onChange: (value: string) => void
  onEnter: () => void
  /** The focus starts here. */
  first?: boolean
  ref?: Ref<InputRef>
}>

export const PasswordField = ({
  label,
  value,
  onChange,
  onEnter,
  first = false,
  ref,
}: PasswordFieldProps) => {
  const id = useId()
  return (
    <div className="stage-field">
      <label className="stage-label" htmlFor={id}>
        {label}
      </label>
      <Input.Password
        id={id}
        ref={ref ?? null}
        size="large"
        data-autofocus={first ? true : undefined}
        autoComplete="current-password"
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={useEnterKey(onEnter)}
      />
    </div>
  )
}
