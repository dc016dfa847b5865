// Puts the focus on the field marked `data-autofocus` beside it, once, when a form appears.
import { useEffect, useRef } from 'react'

export const FirstFocus = () => {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    here.current?.parentElement?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [])
  return <span ref={here} hidden />
}
