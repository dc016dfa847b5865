// The cards come a moment after their screen: they take the focus then, unless somebody has put it elsewhere. Only
// once: a screen that is shown again gives it back to where it was.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

export const useTakeFocus = (box: RefObject<HTMLElement | null>): void => {
  const taken = useRef(false)
  useEffect(() => {
    if (taken.current) return
    taken.current = true
    const { activeElement } = document
    const idle = activeElement === null || activeElement === document.body || activeElement.id === 'content'
    const own = box.current
    if (!idle || !own) return
    const target = own.matches('[data-autofocus]') ? own : own.querySelector<HTMLElement>('[data-autofocus]')
    target?.focus({ preventScroll: true })
  }, [box])
}
