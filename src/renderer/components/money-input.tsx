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
  /** Told with every key, so that Ctrl+Enter right behind the last one sends what stands there; `undefined`: unreadable. */
  onChange?: (fen: number | null | undefined) => void
}

const shown = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? '' : formatYuan(fen)

const read = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null
  const fen = parseYuan(typed)
  return isRefused(fen) ? undefined : fen
}

export const MoneyInput = ({ value = null, onChange, onBlur, onKeyDown, ...rest }: MoneyInputProps) => {
  // What was typed stands as it is until the field is left; unreadable text stays on.
  const [typed, setTyped] = useState<string | null>(null)
  const tidy = () => {
    if (typed !== null && read(typed) !== undefined) setTyped(null)
  }
  const bad = typed !== null && read(typed) === undefined
  return (
    <Input
      {...rest}
      {...(bad ? { status: 'error' as const, 'aria-invalid': true } : {})}
      className="money-input"
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? shown(value)}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange?.(read(target.value))
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.keyCode !== 229) tidy()
        onKeyDown?.(event)
      }}
      onBlur={(event) => {
        tidy()
        onBlur?.(event)
      }}
    />
  )
}
