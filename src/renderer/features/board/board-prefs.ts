// How somebody likes to see the board at this computer: kept between days, whoever sits here.
import { useState } from 'react'
import { BOARD_VIEWS } from '#shared/contract/board.ts'
import type { BoardView } from '#shared/contract/board.ts'

export const TABS = ['columns', 'technicians', 'lists'] as const
export type Tab = (typeof TABS)[number]

export type BoardPrefs = Readonly<{
  tab: Tab
  view: BoardView
  /** Large cards without customers, for a screen at the bench. */
  bench: boolean
}>

const FIRST: BoardPrefs = { tab: 'columns', view: 'all', bench: false }
const KEY = 'repair-counter.board'

/** Reads what was kept; anything broken or unknown becomes the default. */
export const boardPrefsFrom = (text: string | null): BoardPrefs => {
  try {
    const raw = JSON.parse(text ?? '{}') as Record<string, unknown> | null
    return {
      tab: TABS.find((tab) => tab === raw?.['tab']) ?? FIRST.tab,
      view: BOARD_VIEWS.find((view) => view === raw?.['view']) ?? FIRST.view,
      bench: raw?.['bench'] === true,
    }
  } catch {
    return FIRST
  }
}

const kept = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export const useBoardPrefs = () => {
  const [prefs, setPrefs] = useState(() => boardPrefsFrom(kept()))
  const change = (part: Partial<BoardPrefs>) => {
    const next = { ...prefs, ...part }
    setPrefs(next)
    try {
      localStorage.setItem(KEY, JSON.stringify(next))
    } catch {
      // A profile that cannot be written costs only the taste of this window.
    }
  }
  return { prefs, change }
}
