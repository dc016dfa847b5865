// Choosing one of many by letters: the pinyin initials or the words themselves. A list box like the digit picker, not
// a text field, so that no input method stands between key and choice.
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { digitOf, isImeKey } from '../lib/ime.ts'
import { useVerbInitials } from '../lib/verb-initials.ts'
import { moved } from './digit-picker-moves.ts'
import { foundBy } from './letter-picker-search.ts'
import './digit-picker.css'
import './letter-picker.css'

export type LetterOption = Readonly<{
  value: string
  /** What is searched and shown. */
  label: string
  hint?: ReactNode
  disabled?: boolean
}>

export type LetterPickerProps = Readonly<{
  label: string
  options: readonly LetterOption[]
  value: string | null
  onChange: (value: string) => void
  /** Choosing leads on at once: arrows only move, Enter and digits take. Disabled lines are told too. */
  onTake?: (value: string) => void
  onCurrent?: (value: string | null) => void
  /** What the person typed and nothing fits. */
  none: string
  first?: boolean
}>

/** Letters narrow, Backspace widens, arrows move, 1–9 take the n-th line, Enter takes. */
export const LetterPicker = (props: LetterPickerProps) => {
  const { label, options, value, onChange, onTake, onCurrent, none } = props
  const id = useId()
  const initials = useVerbInitials()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState<string | null>(value)
  const box = useRef<HTMLDivElement>(null)
  const found = foundBy(typed, options, initials)
  const place = found.findIndex((one) => one.value === wanted)
  const at = Math.max(0, place)
  const current = found[at]?.value ?? null
  useEffect(() => {
    const list = box.current?.querySelector<HTMLElement>('.letter-lines')
    const row = box.current?.querySelector<HTMLElement>('.digit-current')
    if (!list || !row) return
    if (row.offsetTop < list.scrollTop) list.scrollTop = row.offsetTop
    const over = row.offsetTop + row.offsetHeight - list.scrollTop - list.clientHeight
    if (over > 0) list.scrollTop += over
  }, [current, typed])
  const told = useRef(onCurrent)
  useEffect(() => {
    told.current = onCurrent
  })
  useEffect(() => told.current?.(current), [current])
  const take = (index: number) => {
    const option = found[index]
    if (!option) return
    setWanted(option.value)
    if (option.disabled !== true) onChange(option.value)
    onTake?.(option.value)
  }
  const search = (next: string) => {
    setTyped(next)
    const best = foundBy(next, options, initials)[0]
    if (best && next !== '') setWanted(best.value)
    if (best && next !== '' && !onTake) onChange(best.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const digit = digitOf(event.nativeEvent)
    const next = moved(event.key, at, found.length)
    const letter = /^Key([A-Z])$/.exec(event.nativeEvent.code)?.[1]
    if (digit !== null && digit > 0 && found[digit - 1]) take(digit - 1)
    else if (next !== null) {
      setWanted(found[next]?.value ?? null)
      if (!onTake && found[next]) onChange(found[next].value)
    } else if (letter !== undefined) search(typed + letter.toLowerCase())
    else if (event.key === 'Backspace' && typed !== '') search(typed.slice(0, -1))
    else if (event.key === 'Escape' && typed !== '') search('')
    else if ((event.key === 'Enter' || event.key === ' ') && onTake && !event.shiftKey) take(at)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      role="listbox"
      aria-label={label}
      aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
      tabIndex={0}
      data-autofocus={props.first === true ? true : undefined}
      className={`digit-picker letter-picker ${value === null || onTake ? '' : 'letter-chosen'}`}
      onKeyDown={onKeyDown}
    >
      {typed !== '' && (
        <div className="letter-typed mono" aria-hidden="true">
          {typed}
          {found.length === 0 && <span className="letter-none">{none}</span>}
        </div>
      )}
      <div className="letter-lines" role="presentation">
        {found.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled by the list box
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            aria-disabled={option.disabled}
            className={`digit-option ${index === at ? 'digit-current' : ''}`}
            onClick={() => take(index)}
          >
            <kbd className="key-cap">{index < 9 ? index + 1 : ''}</kbd>
            {!onTake && <span className="digit-mark" aria-hidden="true" />}
            <span className="digit-label">{option.label}</span>
            <span className="letter-initials mono" aria-hidden="true">
              {initials(option.label)}
            </span>
            {option.hint !== undefined && <span className="digit-hint">{option.hint}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}
