// One column of cards under each other. An empty one takes no more room than its head.
import { useMemo } from 'react'
import type { DragEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard } from '#shared/contract/board.ts'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { StatusChip } from '../../components/status-tag.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import type { VirtualListHandle } from '../../components/virtual-list.tsx'
import { Card } from './card.tsx'
import { useLaneCards } from './use-lane-cards.ts'
import type { AskPage, Page } from './use-lane-cards.ts'

export type LaneProps = Readonly<{
  name: string
  count: number
  late: number
  /** Names view and column: with another one the cards begin anew. */
  of: string
  page: Page
  ask: AskPage
  bench: boolean
  /** Whether cards of several states stand here. */
  labelled: boolean
  first: boolean
  current: string | null
  onCurrent: (card: BoardCard) => void
  onOpen: (card: BoardCard) => void
  onStar: (card: BoardCard) => void
  onDragCard?: ((card: BoardCard) => void) | undefined
  onDropCard?: (() => void) | undefined
  ref?: Ref<VirtualListHandle>
}>

const keyOf = (card: BoardCard) => card.id
const rowClass = (card: BoardCard) => (card.late ? 'board-row board-row-late' : 'board-row')
const GAP = 20

export const useCardHeight = (bench: boolean): number => {
  const { density } = useLook()
  return SIZES[density].line * (bench ? 5.2 : 4) + GAP
}

export const Lane = (props: LaneProps) => {
  const { name, count, late, of, page, ask, bench, labelled, onDragCard, onDropCard } = props
  const { t } = useTranslation('board')
  const { cards, look } = useLaneCards(of, page, ask)
  const height = useCardHeight(bench)
  const draw = useMemo(
    () => (card: BoardCard) => (
      <span role="gridcell" className="board-cell">
        <span
          className={`board-card ${card.urges > 0 ? 'board-card-urged' : ''}`}
          draggable={onDragCard !== undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', card.number)
            onDragCard?.(card)
          }}
        >
          <Card card={card} bench={bench} place={labelled ? name : null} />
        </span>
      </span>
    ),
    [bench, labelled, name, onDragCard],
  )
  const drop = onDropCard && {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      onDropCard()
    },
  }
  if (count === 0)
    return (
      <section
        className="board-lane board-lane-empty"
        aria-label={t('cards', { column: name, count })}
        {...drop}
      >
        <h2>{name}</h2>
        <span className="num">0</span>
      </section>
    )
  return (
    <section className="board-lane" aria-label={t('cards', { column: name, count })} {...drop}>
      <header className="board-lane-head">
        <h2>{name}</h2>
        <span className="board-lane-count num">{count}</span>
        <span className="stretch" />
        {late > 0 && <StatusChip chip="late" text={t('late', { count: late })} />}
      </header>
      <VirtualList
        {...(props.ref === undefined ? {} : { ref: props.ref })}
        label={name}
        first={props.first}
        className="board-cards"
        rows={cards}
        keyOf={keyOf}
        rowHeight={height}
        total={count}
        current={props.current}
        onCurrent={(id) => {
          const card = cards.find((one) => one.id === id)
          if (card) props.onCurrent(card)
        }}
        onOpen={props.onOpen}
        onSpace={props.onStar}
        onSeen={look}
        rowClass={rowClass}
      >
        {draw}
      </VirtualList>
    </section>
  )
}
