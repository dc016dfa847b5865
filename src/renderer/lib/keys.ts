// The one registry of shortcuts: F-keys and chords only, never bare letters (an input method would eat them).
// What is registered can be read on the key card (F1) and in the palette.
import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react'
import { isEditable, isImeKey } from './ime.ts'
import type { KeyLike } from './ime.ts'

/** `F2`, `Shift+F6`, `Ctrl+Enter`, `Ctrl+K`, `Alt+1`, `Escape`. */
export type Chord = string

export type Shortcut = Readonly<{
  keys: Chord
  /** The verb, worded for the key card. */
  label: string
  run: () => void
  /** Also while something lies over the screen: help, locking. */
  everywhere?: boolean
  /** Of the frame: a screen's own verb on the same key comes first, whichever was registered later. */
  general?: boolean
  /** Not inside a text field: Ctrl+Z there belongs to the text. */
  notInText?: boolean
}>

type Registered = Shortcut & { layer: number; seq: number }

const ALLOWED =
  /^(?:(?:(?:Ctrl|Shift|Alt|Ctrl\+Shift)\+)?F(?:[1-9]|1[0-2])|Ctrl\+(?:Shift\+)?(?:[A-Z0-9]|Enter|Tab|F\d+)|Alt\+\d|Escape)$/
/** Taken by input methods, by the desktop or by chat programs that run at every counter. */
const TAKEN = new Set(['Ctrl+Shift+F', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+A', 'F5', 'Ctrl+R'])

export const isAllowedChord = (keys: Chord): boolean => ALLOWED.test(keys) && !TAKEN.has(keys)

/** How the pressed key is written, letters and digits by their place; empty for a modifier alone. */
export const chordOf = (event: KeyLike): Chord => {
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1]
  const name = place ?? (event.code === 'NumpadEnter' ? 'Enter' : event.key)
  if (['Control', 'Shift', 'Alt', 'Meta', 'Process', 'Unidentified'].includes(name)) return ''
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${name}`
}

export const createKeyRegistry = () => {
  let registered: readonly Registered[] = []
  let seq = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly Registered[]) => {
    registered = next
    for (const listener of listeners) listener()
  }

  const add = (shortcuts: readonly Shortcut[], layer: number): (() => void) => {
    for (const { keys } of shortcuts)
      if (!isAllowedChord(keys)) throw new RangeError(`not a key we may take: ${keys}`)
    const mine = shortcuts.map((shortcut) => ({
      ...shortcut,
      layer,
      seq: shortcut.general === true ? 0 : (seq += 1),
    }))
    const general = mine.filter((one) => one.general === true)
    set([...general, ...registered, ...mine.filter((one) => one.general !== true)])
    return () => set(registered.filter((one) => !mine.includes(one)))
  }

  /** The verb behind a chord: the topmost layer only, the latest registration first. */
  const find = (chord: Chord, inText: boolean): Shortcut | undefined => {
    const top = Math.max(0, ...registered.map((one) => one.layer))
    return registered
      .filter(
        (one) => one.keys === chord && (one.layer === top || one.everywhere) && !(inText && one.notInText),
      )
      .toSorted((a, b) => b.layer - a.layer || b.seq - a.seq)[0]
  }

  return {
    add,
    find,
    handle: (event: KeyLike, inText: boolean): Shortcut | undefined =>
      isImeKey(event) ? undefined : find(chordOf(event), inText),
    all: () => registered,
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const keyRegistry = createKeyRegistry()

/** Starts listening to the keyboard; once, by start.tsx. */
export const listenToKeys = (target: Window): void =>
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    const chord = chordOf(event)
    const found = keyRegistry.handle(event, isEditable(event.target))
    if (found) {
      event.preventDefault()
      if (!event.repeat) found.run()
    } else if (RELOADS.has(chord)) event.preventDefault()
  })
const RELOADS = new Set(['F5', 'Ctrl+R', 'Ctrl+Shift+R', 'F3', 'Ctrl+P'])

/** 0 for screens; a dialog provides one more, so that keys of what it covers sleep. */
export const KeyLayer = createContext(0)

/** Registers verbs while the component is shown. `null` entries stand for verbs that do not apply now. */
export const useShortcuts = (shortcuts: readonly (Shortcut | null | false)[]): void => {
  const layer = use(KeyLayer)
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  // Re-registered only when keys or words change; the verbs themselves are always the latest.
  const shape = JSON.stringify(
    shortcuts.map((one) => one && [one.keys, one.label, one.everywhere, one.notInText]),
  )
  useEffect(() => {
    const live = latest.current.flatMap((one, index) => {
      if (!one) return []
      const run = () => {
        const now = latest.current[index]
        if (now) now.run()
      }
      return [{ ...one, run }]
    })
    return keyRegistry.add(live, layer)
  }, [shape, layer])
}

/** Every verb that can be reached by a key now, for the key card and the palette. */
export const useAllShortcuts = (): readonly (Shortcut & { layer: number })[] =>
  useSyncExternalStore(keyRegistry.listen, keyRegistry.all)
