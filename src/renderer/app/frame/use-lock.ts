// Locking the window: by key, or after the minutes without a key or click that the shop has set.
import { useEffect, useRef } from 'react'
import { newId, useBridge, useCoreQuery } from '../../lib/api.ts'
import { useAppDispatch, useAppSelector } from '../store.ts'
import { windowActions } from '../window-slice.ts'
import type { LockReason } from '../window-slice.ts'

/** Covers the window first and signs out behind it: forms stay for the same person, the core obeys nobody. */
export const useLock = () => {
  const dispatch = useAppDispatch()
  const { call } = useBridge()
  return (reason: LockReason) => {
    dispatch(windowActions.locked(reason))
    void call('session.logout', {}, newId())
  }
}

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const

export const useIdleLock = (): void => {
  const minutes = useCoreQuery('shop.settings', {}).value?.lockMinutes ?? 0
  const locked = useAppSelector((state) => state.window.lock !== null)
  const lock = useRef(useLock())
  useEffect(() => {
    if (minutes === 0 || locked) return
    let last = Date.now()
    const alive = () => {
      last = Date.now()
    }
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, alive, { capture: true, passive: true })
    const watch = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) lock.current('idle')
    }, 5_000)
    return () => {
      clearInterval(watch)
      for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, alive, { capture: true })
    }
  }, [minutes, locked])
}
