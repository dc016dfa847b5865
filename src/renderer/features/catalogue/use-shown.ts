// What a view of the catalogue shows: the search, whether also what is out of use, and which entry is open beside the
// list. Closing an entry gives the focus back to the list.
import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'

export type Open<T> = Readonly<{ entry: T | null; seq: number }>
/** Whether the open form holds something that was not saved, and whether the person was told so. */
export type Typed = Readonly<{ unsaved: boolean; warned: boolean }>
export type Shown<T> = ReturnType<typeof useShown<T>>

export const useShown = <T>(addLabel: string) => {
  const { t } = useTranslation('catalogue')
  const [text, setText] = useState('')
  const [outOfUse, setOutOfUse] = useState(false)
  const [open, setOpen] = useState<Open<T> | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const field = useRef<InputRef>(null)
  const list = useRef<VirtualListHandle>(null)
  const { notice } = useNav()
  const typed = useRef<Typed>({ unsaved: false, warned: false })
  /** What was typed is given up only when asked twice. */
  const mayLeave = (): boolean => {
    const { unsaved, warned } = typed.current
    if (unsaved && !warned) {
      typed.current = { unsaved, warned: true }
      notice('plain', t('unsaved'))
      return false
    }
    typed.current = { unsaved: false, warned: false }
    return true
  }
  // Every opening is a form of its own, with nothing of the one before.
  const show = (entry: T | null) => {
    if (mayLeave()) setOpen((old) => ({ entry, seq: (old?.seq ?? 0) + 1 }))
  }
  const close = () => {
    if (!mayLeave()) return
    setOpen(null)
    if (list.current) list.current.focus()
    else field.current?.focus()
  }
  const toggle = () => setOutOfUse((old) => !old)
  useShortcuts([
    { keys: 'Ctrl+F', label: t('find'), run: () => field.current?.focus({ cursor: 'all' }) },
    { keys: 'Ctrl+N', label: addLabel, run: () => show(null) },
    { keys: 'Ctrl+H', label: t('alsoOutOfUse'), run: toggle },
  ])
  return {
    text,
    setText,
    outOfUse,
    toggle,
    typed,
    open,
    show,
    close,
    current,
    setCurrent,
    field,
    list,
    addLabel,
  }
}

export const noteTyped = (typed: RefObject<Typed>): void => {
  typed.current = { unsaved: true, warned: false }
}
export const noteSaved = (typed: RefObject<Typed>): void => {
  typed.current = { unsaved: false, warned: false }
}
