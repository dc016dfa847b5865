// A text field with its name above it.
import { Input } from 'antd'

type TextProps = Readonly<{ name: string; value: string; max: number; onChange: (value: string) => void }>

export const Text = ({ name, value, max, onChange }: TextProps) => (
  <label className="pickup-field">
    <span className="pickup-label">{name}</span>
    <Input value={value} maxLength={max} onChange={(event) => onChange(event.target.value)} />
  </label>
)
