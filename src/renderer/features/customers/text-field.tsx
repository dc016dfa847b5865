// One line or a few of text with its label on top and its problem under it.
import { useId } from 'react'
import { Input } from 'antd'

type Props = Readonly<{
  label: string
  value: string
  max: number
  onChange: (value: string) => void
  problem?: string | undefined
  /** Where the form starts. */
  first?: boolean
  long?: boolean
  disabled?: boolean
  mono?: boolean
  inputMode?: 'tel' | 'numeric'
  placeholder?: string
}>

export const TextField = ({
  label,
  value,
  max,
  onChange,
  problem,
  long = false,
  mono = false,
  first = false,
  ...rest
}: Props) => {
  const id = useId()
  const common = {
    ...rest,
    id,
    value,
    maxLength: max,
    autoComplete: 'off',
    ...(problem === undefined ? {} : { status: 'error' as const, 'aria-invalid': true }),
    'data-autofocus': first ? true : undefined,
    'aria-describedby': `${id}-problem`,
  }
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <Input.TextArea
          {...common}
          data-enter="newline"
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...common}
          className={mono ? 'mono' : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <div id={`${id}-problem`} role="alert" className="amend-problem">
        {problem}
      </div>
    </div>
  )
}
