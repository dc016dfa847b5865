// Typing ahead: a clerk does not wait for the program. While the field that the next keys belong to is still on its
// way (a hit, the customer's machines, the answer to a save), keys are held back and then given to it in order.
// Never for long: when the core does not answer, they go where the focus is.

type Key = Readonly<
  Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>
>

const LONGEST_MS = 1_500
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'])

const isText = ({ key, ctrlKey, altKey, metaKey }: Key): boolean =>
  [...key].length === 1 && !ctrlKey && !altKey && !metaKey

type Field = HTMLInputElement | HTMLTextAreaElement
const isField = (target: Element): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.selectionStart !== null)

/** Puts a character into a field, or takes one away, as typing does; React hears it as input. */
const type = (field: Field, key: string): void => {
  const end = field.selectionEnd ?? field.value.length
  const start = field.selectionStart ?? end
  const from = key === 'Backspace' && start === end ? Math.max(0, start - 1) : start
  const text = key === 'Backspace' ? '' : key
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set
  set?.call(field, field.value.slice(0, from) + text + field.value.slice(end))
  field.setSelectionRange(from + text.length, from + text.length)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A given Tab moves nothing by itself. */
const tab = (step: 1 | -1): void => {
  const stops = [
    ...document.querySelectorAll<HTMLElement>('input, textarea, button, [tabindex="0"], a[href]'),
  ].filter((one) => one.tabIndex >= 0 && !one.hasAttribute('disabled') && one.getClientRects().length > 0)
  const at = stops.findIndex((one) => one === document.activeElement)
  const next = stops[(at + step + stops.length) % stops.length]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}

const give = (key: Key): void => {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true, composed: true })
  const wanted = target.dispatchEvent(event)
  if (!wanted) return
  if (key.key === 'Tab' && !key.ctrlKey && !key.altKey) return tab(key.shiftKey ? -1 : 1)
  if (isField(target) && (isText(key) || key.key === 'Backspace')) return type(target, key.key)
  const presses = key.key === 'Enter' || key.key === ' '
  if (target instanceof HTMLButtonElement && presses && !key.ctrlKey) target.click()
}

export const createTypeAhead = () => {
  /** How many answers the keys wait for. */
  let holds = 0
  let listening = false
  let giving = false
  let held: Key[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const listen = (event: KeyboardEvent): void => {
    // Ours are not trusted and pass; what an input method is eating cannot be held.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229 || MODIFIERS.has(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.repeat) return
    const { key, code, keyCode, ctrlKey, altKey, shiftKey, metaKey } = event
    held.push({ key, code, keyCode, ctrlKey, altKey, shiftKey, metaKey })
  }
  const setListening = (on: boolean): void => {
    if (on === listening) return
    listening = on
    if (on) window.addEventListener('keydown', listen, true)
    else window.removeEventListener('keydown', listen, true)
  }

  const giveAll = async (): Promise<void> => {
    if (giving) return
    giving = true
    // Before each key the field that it belongs to is drawn; a key may start another wait.
    for (await nextDraw(); holds === 0 && held.length > 0; await nextDraw()) give(held.shift() as Key)
    giving = false
    if (holds === 0) setListening(false)
  }
  const end = (): void => {
    clearTimeout(timer)
    holds = 0
    void giveAll()
  }

  return {
    /** Keys are held from now on; each hold has its release. */
    hold: (): void => {
      holds += 1
      setListening(true)
      clearTimeout(timer)
      timer = setTimeout(end, LONGEST_MS)
    },
    release: (): void => {
      if (holds === 0) return
      holds -= 1
      if (holds === 0) end()
    },
    /** Forgets what was held: the window is locked or the screen is gone. */
    drop: (): void => {
      clearTimeout(timer)
      held = []
      holds = 0
      setListening(false)
    },
  }
}
export type TypeAhead = ReturnType<typeof createTypeAhead>

const nextDraw = (): Promise<void> => new Promise((drawn) => setTimeout(drawn))
