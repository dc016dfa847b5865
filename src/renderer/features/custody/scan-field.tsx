// The field that takes codes, scanned or typed, and the strip under it that says what became of the last one. Nothing
// here opens a dialog: the next scan's Enter would close it.
import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import { Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../components/key-cap.tsx'
import { useScanTaker } from '../../components/scan.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useEnterKey } from '../../lib/use-enter-key.ts'
import type { Said } from './use-scans.ts'

type Props = Readonly<{
  label: string
  hint: string
  first?: boolean
  field?: RefObject<InputRef | null>
  said: Said | null
  onCode: (code: string) => void
}>

export const ScanField = ({ label, hint, first = false, field: given, said, onCode }: Props) => {
  const { t } = useTranslation('custody')
  const own = useRef<InputRef>(null)
  const field = given ?? own
  const [text, setText] = useState('')
  useScanTaker(({ digits }) => {
    onCode(digits)
    return true
  })
  useShortcuts([
    { keys: 'Ctrl+F', label: t('scan.focus'), run: () => field.current?.focus({ cursor: 'all' }) },
  ])
  const onEnter = useEnterKey(() => {
    const code = text.trim()
    setText('')
    if (code !== '') onCode(code)
  })
  return (
    <div className="custody-scan">
      <Input
        ref={field}
        className="mono"
        aria-label={label}
        placeholder={hint}
        suffix={<KeyCap keys="Ctrl+F" />}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        {...(first ? { 'data-autofocus': true } : {})}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter}
      />
      <div role="status" className={`custody-said custody-${said?.tone ?? 'none'}`}>
        {said && <span key={said.seq}>{said.text}</span>}
      </div>
    </div>
  )
}
