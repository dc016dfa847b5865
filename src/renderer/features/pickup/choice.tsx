// One of a few with its name above it, by digit.
import { DigitPicker } from '#renderer/components/digit-picker.tsx'

type ChoiceProps<T extends string> = Readonly<{
  label: string
  values: readonly T[]
  value: T
  words: (value: T) => string
  onChange: (value: T) => void
}>

export const Choice = <T extends string>({ label, values, value, words, onChange }: ChoiceProps<T>) => (
  <div className="pickup-choice">
    <span className="pickup-label">{label}</span>
    <DigitPicker
      label={label}
      flow
      options={values.map((one) => ({ value: one, label: words(one) }))}
      value={[value]}
      onChange={([chosen]) => {
        const found = values.find((one) => one === chosen)
        if (found) onChange(found)
      }}
    />
  </div>
)
