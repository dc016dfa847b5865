// The parts that a view shows: page by page in the order of their codes, or what a search finds; read again when the
// core says that parts changed.
import { useEffect, useRef, useState } from 'react'
import type { Part } from '#shared/contract/catalogue.ts'
import { useAsk, useBridge } from '#renderer/lib/api.ts'
import type { Problem } from '#renderer/lib/problem.ts'

const PAGE = 300
const MOST_FOUND = 200
/** Rows below the last one in sight at which the next page is asked for. */
const AHEAD = 100
const REFRESH_MS = 120

export type PartRows = Readonly<{
  /** Null before the first answer. */
  rows: readonly Part[] | null
  next: string | null
  problem: Problem | undefined
}>

export const usePartRows = (text: string, outOfUse: boolean) => {
  const { listen } = useBridge()
  const ask = useRef(useAsk())
  const round = useRef(0)
  const [shown, setShown] = useState<PartRows>({ rows: null, next: null, problem: undefined })
  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })

  /** On from `rows` until there are at least so many. */
  const load = useRef(async (_rows: readonly Part[], _after: string | null, _least: number) => {})
  useEffect(() => {
    load.current = async (start, from, least) => {
      const mine = (round.current += 1)
      if (text !== '') {
        const found = await ask.current('part.find', { text, inactive: outOfUse, limit: MOST_FOUND })
        if (mine !== round.current) return
        setShown((old) => ({
          rows: found.ok ? found.value.parts : old.rows,
          next: null,
          problem: found.ok ? undefined : found.problem,
        }))
        return
      }
      let rows = start
      let after = from
      do {
        const page = await ask.current('part.list', {
          limit: PAGE,
          ...(after === null ? {} : { after }),
          ...(outOfUse ? {} : { active: true }),
        })
        if (mine !== round.current) return
        if (!page.ok) return setShown((old) => ({ ...old, problem: page.problem }))
        rows = rows.concat(page.value.parts)
        after = page.value.next
      } while (after !== null && rows.length < least)
      setShown({ rows, next: after, problem: undefined })
    }
    void load.current([], null, 0)
  }, [text, outOfUse])

  const again = useRef(() => void load.current([], null, latest.current.rows?.length ?? 0))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen((event) => {
      const isOurs =
        (event.type === 'core' && event.state === 'up') ||
        (event.type === 'changed' &&
          event.tags.some((tag) => ['part', 'everything'].includes(tag.split(':')[0] ?? '')))
      if (!isOurs) return
      clearTimeout(timer)
      timer = setTimeout(again.current, REFRESH_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [listen])

  const onSeen = ({ to }: Readonly<{ to: number }>) => {
    const { rows, next } = latest.current
    if (rows === null || next === null || to < rows.length - AHEAD) return
    void load.current(rows, next, rows.length + PAGE)
  }
  return { ...shown, onSeen, retry: () => again.current(), mostFound: MOST_FOUND }
}
