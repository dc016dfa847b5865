// Serial barcodes that the technician reports (rule DSP-10): scanned or typed, one after the other.
import { useId, useState } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { isEnter } from '../../../lib/use-enter-key.ts'
import { VerbField } from './verb-field.tsx'

type Props = Readonly<{ serials: readonly string[]; onChange: (serials: readonly string[]) => void }>

export const Serials = ({ serials, onChange }: Props) => {
  const { t } = useTranslation('verbs')
  const id = useId()
  const [typed, setTyped] = useState('')
  const take = () => {
    const serial = typed.normalize('NFKC').trim()
    if (serial !== '' && !serials.includes(serial)) onChange([...serials, serial])
    setTyped('')
  }
  return (
    <VerbField label={t('record.serials')} htmlFor={id}>
      <Input
        id={id}
        className="mono"
        autoComplete="off"
        maxLength={60}
        placeholder={t('record.serialHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          // Enter keeps a serial; on an empty field it goes on as everywhere.
          if (!isEnter(event) || event.shiftKey || typed.trim() === '') return
          event.preventDefault()
          take()
        }}
      />
      {serials.length > 0 && (
        <ul className="verb-serials">
          {serials.map((serial) => (
            <li key={serial} className="mono">
              {serial}
              <button
                type="button"
                className="link-button"
                aria-label={t('record.removeSerial', { serial })}
                onClick={() => onChange(serials.filter((one) => one !== serial))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </VerbField>
  )
}
