// The first list box of a panel gets the focus as soon as its content is there.
import { useEffect, useRef } from 'react'

export const useFocusFirst = (ready: boolean) => {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (ready) box.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
  }, [ready])
  return box
}
