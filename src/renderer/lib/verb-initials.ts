// Pinyin initials of the verbs' labels, for the palette. The dictionary is large and comes after the first paint.
import { useEffect, useState } from 'react'

type InitialsOf = (label: string) => string
const none: InitialsOf = () => ''
let loaded: InitialsOf | undefined

/** The first letters of the pinyin, `jd` for intake; empty until the dictionary is there, and for labels without Chinese. */
export const useVerbInitials = (): InitialsOf => {
  const [ready, setReady] = useState(loaded !== undefined)
  useEffect(() => {
    if (loaded) return
    let here = true
    const timer = setTimeout(() => {
      void import('pinyin-pro').then(({ pinyin }) => {
        const known = new Map<string, string>()
        loaded = (label) => {
          const before = known.get(label)
          if (before !== undefined) return before
          const made = pinyin(label, {
            pattern: 'first',
            toneType: 'none',
            type: 'array',
            nonZh: 'removed',
          }).join('')
          known.set(label, made)
          return made
        }
        if (here) setReady(true)
      })
    }, 1_500)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [])
  return ready && loaded ? loaded : none
}
