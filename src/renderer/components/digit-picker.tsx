// Choosing by one digit: a list box, not a text field, so that no input method stands between key and choice.
import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { digitOf, isImeKey } from '../lib/ime.ts'
import { digitAt, moved, toggled } from './digit-picker-moves.ts'
import './digit-picker.css'

export type DigitOption = Readonly<{ value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }>

export type DigitPickerProps = Readonly<{
  label: string
  options: readonly DigitOption[]
  /** The chosen values; at most one unless `multiple`. */
  value: readonly string[]
  onChange: (value: readonly string[]) => void
  multiple?: boolean
  /** Enter: go on. Without it Enter is left to the form around (`useEnterWalk`). */
  onEnter?: (() => void) | undefined
  /** `0` takes this one instead of the tenth line: "new". */
  zero?: string
  /** Choosing leads on at once: arrows only move; digits, Space and Enter choose. */
  acts?: boolean
  /** Lines under each other (default) or chips that flow. */
  flow?: boolean
  className?: string
}>

/** 1–9 and 0 choose, arrows move, Space toggles, Enter goes on. */
export const DigitPicker = (props: DigitPickerProps) => {
  const {
    label,
    options,
    value,
    onChange,
    multiple = false,
    onEnter,
    zero,
    acts = false,
    flow = false,
    className = '',
  } = props
  const id = useId()
  const [at, setAt] = useState(0)
  const current = Math.min(at, options.length - 1)
  const choose = (index: number) => {
    const option = options[index]
    if (!option || option.disabled) return
    setAt(index)
    onChange(multiple ? toggled(value, option.value, options) : [option.value])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return
    const digit = digitOf(event.nativeEvent)
    const target = digit === null ? -1 : digitAt(digit, options, zero)
    const next = moved(event.key, current, options.length)
    if (target >= 0) choose(target)
    else if (next !== null) {
      setAt(next)
      if (!multiple && !acts) choose(next)
    } else if (event.key === ' ') choose(current)
    else if (event.key === 'Enter' && acts && !event.ctrlKey && !event.shiftKey) choose(current)
    else if (event.key === 'Enter' && onEnter && !event.ctrlKey && !event.shiftKey) onEnter()
    else return
    event.preventDefault()
  }
  return (
    <div
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple}
      aria-activedescendant={options[current] ? `${id}-${current}` : undefined}
      tabIndex={0}
      className={`digit-picker ${flow ? 'digit-picker-flow' : ''} ${className}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        const chosen = options.findIndex((option) => value.includes(option.value))
        if (chosen >= 0) setAt(chosen)
      }}
    >
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled by the list box
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={value.includes(option.value)}
          aria-disabled={option.disabled}
          className={`digit-option ${index === current ? 'digit-current' : ''}`}
          onClick={() => choose(index)}
        >
          <kbd className="key-cap">{keyOf(index, option.value, options, zero)}</kbd>
          <span className="digit-mark" aria-hidden="true" />
          <span className="digit-label">{option.label}</span>
          {option.hint !== undefined && <span className="digit-hint">{option.hint}</span>}
        </div>
      ))}
    </div>
  )
}

const keyOf = (
  index: number,
  value: string,
  options: readonly DigitOption[],
  zero: string | undefined,
): string => {
  if (value === zero) return '0'
  const digit = (index + 1) % 10
  return index < 10 && digitAt(digit, options, zero) === index ? String(digit) : ''
}
