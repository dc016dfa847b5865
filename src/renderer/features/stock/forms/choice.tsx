// One of few or of many, in one line of a form's head: chips by digit for few, a list to search for many.
import { useId } from 'react'
import { Select } from 'antd'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { useVerbInitials } from '#renderer/lib/verb-initials.ts'

export type ChoiceOption = Readonly<{ value: string; label: string }>

type Props = Readonly<{
  name: string
  label: string
  options: readonly ChoiceOption[]
  value: string | null
  /** What stands for nobody; without it something has to be chosen. */
  nobody?: string
  bad?: boolean
  onChange: (value: string | null) => void
}>

const FEW = 6

export const Choice = ({ name, label, options, value, nobody, bad = false, onChange }: Props) => {
  const id = useId()
  const initials = useVerbInitials()
  const all = nobody === undefined ? options : [{ value: '', label: nobody }, ...options]
  const choose = (next: string | undefined) => onChange(next === '' || next === undefined ? null : next)
  return (
    <div className={`stock-choice ${bad ? 'stock-bad' : ''}`} data-stock-field={name}>
      <span id={id} className="stock-choice-label">
        {label}
      </span>
      {all.length <= FEW ? (
        <DigitPicker
          label={label}
          flow
          options={all}
          value={[value ?? '']}
          onChange={([next]) => choose(next)}
        />
      ) : (
        <Select
          aria-labelledby={id}
          className="stock-choice-many"
          showSearch={{
            filterOption: (typed, option) => {
              const text = `${option?.label ?? ''} ${initials(String(option?.label ?? ''))}`
              return text.toLowerCase().includes(typed.toLowerCase())
            },
          }}
          value={value ?? (nobody === undefined ? undefined : '')}
          options={[...all]}
          onChange={choose}
        />
      )}
    </div>
  )
}
