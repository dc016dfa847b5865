// What a view of the catalogue shows: the search, whether also what is out of use, and which entry is open beside the
// list. Closing an entry gives the focus back to the list.
import { useRef, useState } from 'react'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'

export type Open<T> = Readonly<{ entry: T | null; seq: number }>
export type Shown<T> = ReturnType<typeof useShown<T>>

export const useShown = <T>(addLabel: string) => {
  const { t } = useTranslation('catalogue')
  const [text, setText] = useState('')
  const [outOfUse, setOutOfUse] = useState(false)
  const [open, setOpen] = useState<Open<T> | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const field = useRef<InputRef>(null)
  const list = useRef<VirtualListHandle>(null)
  // Every opening is a form of its own, with nothing of the one before.
  const show = (entry: T | null) => setOpen((old) => ({ entry, seq: (old?.seq ?? 0) + 1 }))
  const close = () => {
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
  return { text, setText, outOfUse, toggle, open, show, close, current, setCurrent, field, list, addLabel }
}
