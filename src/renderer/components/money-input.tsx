// An amount as people type it: `1280`, `¥1,280.00`, full-width digits, the input method's full stop. Not antd's
// InputNumber, which takes Enter while an input method is composing.
import { useState } from 'react'
import { Input } from 'antd'
import type { InputProps } from 'antd'
import { formatYuan, parseYuan } from '#shared/kernel/money.ts'
import { isRefused } from '#shared/kernel/result.ts'

export type MoneyInputProps = Omit<InputProps, 'value' | 'onChange' | 'type'> & {
  /** Fen, or null for nothing typed. */
  value?: number | null
  /** Called on blur and Enter. Unreadable text is kept on the screen and tells `undefined`. */
  onChange?: (fen: number | null | undefined) => void
}

const shown = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? '' : formatYuan(fen)

export const MoneyInput = ({ value = null, onChange, onBlur, onKeyDown, ...rest }: MoneyInputProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    if (typed === null) return
    if (typed.trim() === '') {
      setTyped(null)
      return onChange?.(null)
    }
    const fen = parseYuan(typed)
    if (isRefused(fen)) return onChange?.(undefined)
    setTyped(null)
    onChange?.(fen)
  }
  const bad = typed !== null && typed.trim() !== '' && isRefused(parseYuan(typed))
  return (
    <Input
      {...rest}
      {...(bad ? { status: 'error' as const, 'aria-invalid': true } : {})}
      className="money-input"
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? shown(value)}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.keyCode !== 229) take()
        onKeyDown?.(event)
      }}
      onBlur={(event) => {
        take()
        onBlur?.(event)
      }}
    />
  )
}
