// The cards of one column as somebody scrolls: the first ones come with the board, more are read ahead of the eye.
// When the board changes, what was read further down is read again, and stays in sight meanwhile.
import { useEffect, useRef, useState } from 'react'
import type { BoardCard } from '#shared/contract/board.ts'

export type Page = Readonly<{ cards: readonly BoardCard[]; next: string | null }>
export type AskPage = (after: string, limit: number) => Promise<Page | undefined>

const NEXT_PAGE = 200
const LARGEST = 500
/** Cards below the last one in sight at which more are asked for. */
const AHEAD = 60

type More = Readonly<{ of: string; behind: Page; page: Page }>

/** `of` names what the column shows: the cards of another view are not these. */
export const useLaneCards = (of: string, first: Page, ask: AskPage) => {
  const [more, setMore] = useState<More>()
  const seen = useRef(0)
  const reading = useRef(0)
  const mine = more?.of === of ? more : undefined
  const latest = useRef({ of, first, mine, ask })
  useEffect(() => {
    latest.current = { of, first, mine, ask }
  })

  const read = async (from: Page, wanted: number): Promise<void> => {
    const turn = (reading.current += 1)
    const { of: asked, first: behind, ask: askPage } = latest.current
    let { cards, next } = from
    do {
      if (next === null) break
      const left = wanted - behind.cards.length - cards.length
      const page = await askPage(next, Math.max(NEXT_PAGE, Math.min(LARGEST, left)))
      if (!page || turn !== reading.current) return
      cards = [...cards, ...page.cards]
      next = page.next
    } while (behind.cards.length + cards.length < wanted)
    setMore({ of: asked, behind, page: { cards, next } })
    reading.current = 0
  }
  const readOn = useRef(read)
  useEffect(() => {
    readOn.current = read
  })

  // The board was read again: so is what had been read behind its first cards.
  useEffect(() => {
    const { mine: known } = latest.current
    reading.current = 0
    if (known === undefined || known.behind === first) return
    void readOn.current({ cards: [], next: first.next }, seen.current + AHEAD)
  }, [of, first])
  useEffect(() => {
    seen.current = 0
  }, [of])

  const known = mine?.page
  const firstIds = known && new Set(first.cards.map(({ id }) => id))
  const cards = known ? [...first.cards, ...known.cards.filter(({ id }) => !firstIds?.has(id))] : first.cards
  return {
    cards,
    look: ({ to }: { to: number }) => {
      seen.current = to
      const { first: top, mine: loaded } = latest.current
      const page = loaded?.page ?? { cards: [], next: top.next }
      const shown = top.cards.length + page.cards.length
      if (page.next !== null && reading.current === 0 && to > shown - AHEAD) void read(page, 0)
    },
  }
}
