// A list of the core that is read a page at a time as somebody scrolls, and again when the stock changes.
import { useEffect, useRef, useState } from 'react'
import { useBridge } from '#renderer/lib/api.ts'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'

export type Page<R> = Readonly<{ rows: readonly R[]; next: string | null }>
export type ReadPage<R> = (after: string | undefined, limit: number) => Promise<Outcome<Page<R>>>

export type Paged<R> = Readonly<{
  rows: readonly R[]
  more: boolean
  /** Nothing was read yet for what is asked now. */
  reading: boolean
  problem: Problem | undefined
  /** The rows in sight. */
  look: (seen: Readonly<{ from: number; to: number }>) => void
  retry: () => void
}>

const FIRST = 100
const NEXT = 300
const AHEAD = 100
const MOST_AT_ONCE = 500
/** A burst of changes is one refresh. */
const REFRESH_MS = 120

type State<R> = Readonly<{
  key: string | null
  rows: readonly R[]
  next: string | null
  problem: Problem | undefined
}>

/** `key` says what is asked; `read` asks it. `tags`: words of changes that make it stale. */
export const usePages = <R>(
  key: string,
  read: ReadPage<R>,
  tags: readonly string[] = ['stock'],
): Paged<R> => {
  const { listen } = useBridge()
  const [state, setState] = useState<State<R>>({ key: null, rows: [], next: null, problem: undefined })
  const latest = useRef({ read, state, round: 0, busy: false })
  useEffect(() => {
    latest.current.read = read
    latest.current.state = state
  })

  /** From the top until there are as many rows as before. */
  const readFrom = useRef(async (asked: string, wanted: number) => {
    const mine = (latest.current.round += 1)
    latest.current.busy = true
    let rows: readonly R[] = []
    let next: string | undefined
    let problem: Problem | undefined
    do {
      const limit = Math.max(FIRST, Math.min(MOST_AT_ONCE, wanted - rows.length))
      const outcome = await latest.current.read(next, limit)
      if (mine !== latest.current.round) return
      if (!outcome.ok) problem = outcome.problem
      else rows = rows.concat(outcome.value.rows)
      next = outcome.ok ? (outcome.value.next ?? undefined) : undefined
    } while (next !== undefined && rows.length < wanted)
    latest.current.busy = false
    setState((old) =>
      problem && old.key === asked ? { ...old, problem } : { key: asked, rows, next: next ?? null, problem },
    )
  })
  useEffect(() => {
    const wanted = latest.current.state.key === key ? latest.current.state.rows.length : FIRST
    void readFrom.current(key, wanted)
  }, [key])
  const words = tags.join()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen((event) => {
      const stale =
        (event.type === 'core' && event.state === 'up') ||
        (event.type === 'changed' &&
          event.tags.some(
            (tag) => tag === 'everything' || words.split(',').includes(tag.split(':')[0] ?? ''),
          ))
      if (!stale) return
      clearTimeout(timer)
      timer = setTimeout(
        () => void readFrom.current(key, Math.max(FIRST, latest.current.state.rows.length)),
        REFRESH_MS,
      )
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [key, listen, words])

  const look = async ({ to }: Readonly<{ to: number }>) => {
    const { state: now, busy } = latest.current
    if (busy || now.next === null || now.key !== key || to < now.rows.length - AHEAD) return
    const mine = (latest.current.round += 1)
    latest.current.busy = true
    const outcome = await latest.current.read(now.next, NEXT)
    if (mine !== latest.current.round) return
    latest.current.busy = false
    setState((old) =>
      outcome.ok
        ? { ...old, rows: old.rows.concat(outcome.value.rows), next: outcome.value.next }
        : { ...old, problem: outcome.problem },
    )
  }
  return {
    rows: state.rows,
    more: state.next !== null,
    reading: state.key !== key,
    problem: state.problem,
    look: (seen) => void look(seen),
    retry: () => {
      setState((old) => ({ ...old, problem: undefined }))
      void readFrom.current(key, FIRST)
    },
  }
}
