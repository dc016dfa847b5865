// The cards come a moment after their screen: they take the focus then, unless somebody has put it elsewhere.
import { useEffect } from 'react'
import type { RefObject } from 'react'

export const useTakeFocus = (box: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const { activeElement } = document
    const idle = activeElement === null || activeElement === document.body || activeElement.id === 'content'
    const own = box.current
    if (!idle || !own) return
    const target = own.matches('[data-autofocus]') ? own : own.querySelector<HTMLElement>('[data-autofocus]')
    target?.focus({ preventScroll: true })
  }, [box])
}
