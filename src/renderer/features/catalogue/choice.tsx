// One of a few by digit, as a field of a form.
import { DigitPicker } from '#renderer/components/digit-picker.tsx'

type Props = Readonly<{
  label: string
  options: readonly Readonly<{ value: string; label: string }>[]
  value?: string
  onChange?: (value: string) => void
}>

export const Choice = ({ label, options, value = '', onChange }: Props) => (
  <DigitPicker
    label={label}
    flow
    value={[value]}
    options={options}
    onChange={([one = '']) => onChange?.(one)}
  />
)
