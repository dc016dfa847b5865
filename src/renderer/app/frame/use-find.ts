// Searching while somebody types: at once after a pause, never a half-typed pinyin, one request at a time and
// only the latest text. The core answers in a few milliseconds, so waiting longer would be our own slowness.
import { useEffect, useRef, useState } from 'react'
import type { Hit } from '#shared/contract/search.ts'
import { useAsk } from '../../lib/api.ts'
import type { Problem } from '../../lib/problem.ts'
import { splitQuery } from './search-rows.ts'

export type Found = Readonly<{
  /** The text that these hits belong to. */
  text: string
  hits: readonly Hit[]
  wrongCheckCharacter: boolean
  problem: Problem | undefined
}>

const NOTHING: Found = { text: '', hits: [], wrongCheckCharacter: false, problem: undefined }
/** Keys that come faster are a scanner or a paste: only the whole is looked up. */
const BURST_MS = 35

export const useFind = (text: string, on: boolean): Found => {
  const ask = useRef(useAsk())
  const [found, setFound] = useState<Found>(NOTHING)
  const state = useRef({ wanted: '', running: false, lastKey: -1 })

  useEffect(() => {
    const { verbsOnly, rest } = splitQuery(text)
    const wanted = on && !verbsOnly ? rest : ''
    const self = state.current
    self.wanted = wanted
    if (wanted === '') return
    const look = async () => {
      if (self.running) return
      self.running = true
      let asked = ''
      while (self.wanted !== '' && self.wanted !== asked) {
        asked = self.wanted
        const outcome = await ask.current('search.find', { text: asked.slice(0, 200) })
        if (self.wanted === '') break
        setFound(
          outcome.ok
            ? { text: asked, ...outcome.value, problem: undefined }
            : { ...NOTHING, text: asked, problem: outcome.problem },
        )
      }
      self.running = false
    }
    const sinceLast = performance.now() - self.lastKey
    self.lastKey = performance.now()
    if (sinceLast > BURST_MS) {
      void look()
      return
    }
    const timer = setTimeout(() => void look(), BURST_MS)
    return () => clearTimeout(timer)
  }, [text, on])

  return text.trim() === '' ? NOTHING : found
}
