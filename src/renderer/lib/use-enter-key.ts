// Enter walks a form (Shift+Enter back, Ctrl+Enter finishes), and never while an input method holds the key.
import type { KeyboardEvent } from 'react'
import { isImeKey } from './ime.ts'

type Key = Pick<KeyboardEvent, 'key' | 'nativeEvent'>

/** True for a plain Enter that a person meant for us, not for the input method. */
export const isEnter = (event: Key): boolean => {
  const { isComposing, keyCode } = event.nativeEvent
  return event.key === 'Enter' && !isImeKey({ isComposing, keyCode })
}

/** For `onKeyDown` of one field: use it instead of `onPressEnter`, which fires inside a composition. */
export const useEnterKey = (act: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
  if (!isEnter(event) || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  act(event)
}

const STOPS = [
  'input:not([type=hidden]):not(:disabled)',
  'textarea:not(:disabled)',
  '[role=listbox][tabindex="0"]',
  '[role=combobox]:not(:disabled)',
  'button[data-enter-stop]:not(:disabled)',
].join(',')

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0

/** The fields of a form in reading order; one radio of a group counts. */
export const stopsOf = (form: HTMLElement): HTMLElement[] => {
  const groups = new Set<string>()
  return [...form.querySelectorAll<HTMLElement>(STOPS)].filter((element) => {
    if (!isShown(element) || element.closest('[data-enter-skip]')) return false
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.name === '') return true
    const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
    const chosen = radios.find((radio) => radio.name === element.name && radio.checked) ?? element
    if (groups.has(element.name) || chosen !== element) return false
    groups.add(element.name)
    return true
  })
}

/** Moves the focus by `step` fields within `form`; false when there is no field that way. */
export const focusStep = (form: HTMLElement, from: Element | null, step: 1 | -1): boolean => {
  const stops = stopsOf(form)
  const at = stops.findIndex((stop) => stop === from || stop.contains(from))
  const next = stops[at < 0 ? (step > 0 ? 0 : stops.length - 1) : at + step]
  if (!next) return false
  next.focus()
  if (next instanceof HTMLInputElement && next.type !== 'checkbox' && next.type !== 'radio') next.select()
  return true
}

/**
 * For `onKeyDown` of the element around a form: Enter goes to the next field, from the last one it finishes;
 * Shift+Enter goes back; Ctrl+Enter finishes from anywhere. Open drop-downs and buttons keep their Enter; a
 * text area marked `data-enter="newline"` keeps it too.
 */
export const useEnterWalk =
  (finish: () => void) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || !isEnter(event) || event.altKey) return
    const target = event.target as HTMLElement
    if (event.ctrlKey) {
      event.preventDefault()
      return finish()
    }
    const own =
      target instanceof HTMLButtonElement ||
      target.dataset.enter === 'newline' ||
      target.getAttribute('aria-expanded') === 'true'
    if (own) return
    event.preventDefault()
    const moved = focusStep(event.currentTarget, target, event.shiftKey ? -1 : 1)
    if (!moved && !event.shiftKey) finish()
  }
