// Columns beside each other, with one card at a time under the keys: arrows move, M A U act on it.
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard } from '#shared/contract/board.ts'
import type { BoardColumn } from '#shared/domain/work-order/states.ts'
import type { VirtualListHandle } from '../../components/virtual-list.tsx'
import { useShortcuts } from '../../lib/keys.ts'
import { useTakeFocus } from './take-focus.ts'
import { useCardKeys } from './use-card-keys.ts'
import { nextColumn } from './column-moves.ts'
import { Lane } from './lane.tsx'
import type { CardActs } from './use-card-acts.ts'
import type { AskPage, Page } from './use-lane-cards.ts'

export type LaneData = Readonly<{
  key: string
  name: string
  count: number
  late: number
  page: Page
  ask: AskPage
  labelled: boolean
  /** Where a card can be dragged to; null on work lists. */
  column: BoardColumn | null
}>

export type LanesProps = Readonly<{
  lanes: readonly LaneData[]
  view: string
  bench: boolean
  acts: CardActs
}>

export const Lanes = ({ lanes, view, bench, acts }: LanesProps) => {
  const { t: orders } = useTranslation('orders')
  const handles = useRef(new Map<string, VirtualListHandle>())
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Readonly<Record<string, BoardCard>>>({})
  const [lane, setLane] = useState<string | null>(null)
  const dragged = useRef<{ card: BoardCard; from: BoardColumn }>(null)
  useTakeFocus(box)
  const counts = lanes.map(({ count }) => count)
  const filled = lanes.filter(({ count }) => count > 0)
  const here = filled.find(({ key }) => key === lane) ?? filled[0]
  // The card as it is now: it may have been changed or have left since it was chosen.
  const cardOf = ({ key, page }: LaneData): BoardCard | undefined => {
    const known = chosen[key]
    return page.cards.find(({ id }) => id === known?.id) ?? known ?? page.cards[0]
  }
  const current = here && cardOf(here)
  const cardKeys = useCardKeys(current, acts)
  useShortcuts([
    current ? { keys: 'Ctrl+B', label: orders('mark.star'), run: () => acts.star(current) } : null,
    current
      ? { keys: 'Ctrl+I', label: orders('mark.important'), run: () => acts.markImportant(current) }
      : null,
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (step === null) return cardKeys(event)
    if (event.ctrlKey || event.altKey || event.shiftKey || !here) return
    const next = nextColumn(counts, lanes.indexOf(here), step)
    event.preventDefault()
    const target = next === null ? undefined : lanes[next]
    if (!target) return
    setLane(target.key)
    handles.current.get(target.key)?.focus()
    box.current?.querySelector(`[data-lane="${target.key}"]`)?.scrollIntoView({ inline: 'nearest' })
  }
  return (
    <div ref={box} className="board-lanes" onKeyDown={onKeyDown} role="presentation">
      {lanes.map((data) => {
        const { key, column } = data
        return (
          <div
            key={key}
            data-lane={key}
            className={`board-lane-place ${data.count === 0 ? 'board-lane-narrow' : ''}`}
            onFocus={() => setLane(key)}
          >
            <Lane
              ref={(handle) => {
                if (handle) handles.current.set(key, handle)
                else handles.current.delete(key)
              }}
              name={data.name}
              count={data.count}
              late={data.late}
              of={`${view} ${key}`}
              page={data.page}
              ask={data.ask}
              bench={bench}
              labelled={data.labelled}
              first={data === filled[0]}
              current={chosen[key]?.id ?? data.page.cards[0]?.id ?? null}
              onCurrent={(card) => setChosen((old) => ({ ...old, [key]: card }))}
              onOpen={acts.open}
              onStar={acts.star}
              onDragCard={column === null ? undefined : (card) => (dragged.current = { card, from: column })}
              onDropCard={
                column === null
                  ? undefined
                  : () => {
                      const what = dragged.current
                      dragged.current = null
                      if (what) void acts.drop(what.card, what.from, column)
                    }
              }
            />
          </div>
        )
      })}
    </div>
  )
}
