// Times for people: the shop's clock, and how long ago in the language of the window.
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLocal } from '#shared/kernel/time.ts'
import type { LocalStyle } from '#shared/kernel/time.ts'
import { useCoreQuery } from './api.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type Age = Readonly<{ unit: 'now' | 'minutes' | 'hours' | 'days'; count: number }>

/** A span as one whole number of the largest unit that fits; anything under a minute is now. */
export const ageOf = (ms: number): Age => {
  if (ms < MINUTE) return { unit: 'now', count: 0 }
  if (ms < HOUR) return { unit: 'minutes', count: Math.floor(ms / MINUTE) }
  if (ms < DAY) return { unit: 'hours', count: Math.floor(ms / HOUR) }
  return { unit: 'days', count: Math.floor(ms / DAY) }
}

// One clock for the whole window, once a minute: ages on all screens move together.
let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
const listen = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const one of listeners) one()
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, moving on twice a minute. */
export const useNow = (): number => useSyncExternalStore(listen, () => now)

export const useFormat = () => {
  const { t } = useTranslation()
  const time = useNow()
  const zone = useCoreQuery('shop.get', {}).value?.shop?.timeZone ?? 'Asia/Shanghai'
  return {
    zone,
    /** `2026-11-22 14:03` by the shop's clock. */
    local: (ms: number, style: LocalStyle = 'dateTime') => formatLocal(ms, zone, style),
    /** Three hours ago. */
    ago: (ms: number) => {
      const { unit, count } = ageOf(Math.max(time, Date.now()) - ms)
      return t(`ago.${unit}`, { count })
    },
    /** How long it waits already: three hours, or that it has only come. */
    waits: (ms: number) => {
      const { unit, count } = ageOf(Math.max(time, Date.now()) - ms)
      return unit === 'now' ? t('waits.now') : t('waits.for', { age: t(`age.${unit}`, { count }) })
    },
    /** Three hours. */
    age: (ms: number) => {
      const { unit, count } = ageOf(Math.max(time, Date.now()) - ms)
      return t(`age.${unit}`, { count })
    },
  }
}
