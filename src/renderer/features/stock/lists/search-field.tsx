// The one field that finds parts: code, barcode, words or initials; a scan fills it from anywhere on the screen.
import { useEffect, useRef, useState } from 'react'
import { Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { useForeignScanTaker } from '#renderer/components/scan.ts'
import { isImeKey } from '#renderer/lib/ime.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'

/** Never searches a half-typed pinyin, and not for every key of a fast hand. */
const TEXT_MS = 120

type Props = Readonly<{
  text: string
  onText: (text: string) => void
  /** From the field on into the list. */
  onDown: () => void
  /** Something lies over the list: scans are for what is above. */
  covered: boolean
}>

export const SearchField = ({ text, onText, onDown, covered }: Props) => {
  const { t } = useTranslation('stock')
  const field = useRef<InputRef>(null)
  const [typed, setTyped] = useState(text)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const focused = useRef(covered)
  useEffect(() => {
    if (!focused.current) field.current?.focus()
    focused.current = true
  }, [])
  const tell = (next: string, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onText(next.trim()), ms)
  }
  const put = (next: string) => {
    setTyped(next)
    tell(next, 0)
  }
  useForeignScanTaker((digits) => {
    if (covered) return false
    put(digits)
    return true
  })
  useShortcuts([
    !covered && {
      keys: 'Ctrl+F',
      label: t('search.key'),
      run: () => field.current?.focus({ cursor: 'all' }),
    },
  ])
  return (
    <Input
      ref={field}
      className="stock-search"
      data-autofocus
      aria-label={t('search.label')}
      placeholder={t('search.hint')}
      suffix={<KeyCap keys="Ctrl+F" />}
      maxLength={60}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        tell(event.currentTarget.value, TEXT_MS)
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!composing.current) tell(event.target.value, TEXT_MS)
      }}
      onKeyDown={(event) => {
        if (isImeKey(event.nativeEvent)) return
        if (event.key === 'Escape' && typed !== '') put('')
        else if (event.key === 'Escape' || event.key === 'ArrowDown') onDown()
        else if (event.key === 'Enter') {
          // The next scan begins anew.
          tell(typed, 0)
          onDown()
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
