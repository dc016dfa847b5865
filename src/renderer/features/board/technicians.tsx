// What is in whose hands: one row per technician, the most loaded first; above them what nobody has.
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard } from '#shared/contract/board.ts'
import type { Value } from '#shared/contract/index.ts'
import { QueryPanel } from '../../components/panel-states.tsx'
import { StatusChip } from '../../components/status-tag.tsx'
import { rowAfterKey } from '../../components/virtual-list-moves.ts'
import { useCoreQuery } from '../../lib/api.ts'
import { isImeKey } from '../../lib/ime.ts'
import { Card } from './card.tsx'
import { useCardHeight } from './lane.tsx'
import { useTakeFocus } from './take-focus.ts'
import type { CardActs } from './use-card-acts.ts'
import { useCardKeys } from './use-card-keys.ts'

const PER_ROW = 30
type Row = Value<'board.technicians'>['rows'][number]
type Props = Readonly<{ bench: boolean; acts: CardActs }>

export const Technicians = (props: Props) => {
  const answer = useCoreQuery('board.technicians', { perRow: PER_ROW }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={8}>
      {({ rows }) => <Rows rows={rows} {...props} />}
    </QueryPanel>
  )
}

const Rows = ({ rows, bench, acts }: Props & { rows: readonly Row[] }) => {
  const { t } = useTranslation('board')
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, card: 0 })
  useTakeFocus(box)
  const row = Math.min(at.row, rows.length - 1)
  const cards = rows[row]?.cards ?? []
  const place = Math.max(0, Math.min(at.card, cards.length - 1))
  const current = cards[place]
  const cardKeys = useCardKeys(current, acts)
  const go = (next: { row: number; card: number }) => {
    setAt(next)
    box.current
      ?.querySelector(`#${idOf(next.row, next.card)}, #${idOf(next.row, -1)}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return cardKeys(event)
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const vertical = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key)
      ? rowAfterKey(event.key, row, rows.length, 4)
      : null
    const sideways = SIDEWAYS[event.key]
    const card = sideways === undefined ? null : rowAfterKey(sideways, place, cards.length, 4)
    if (vertical !== null)
      go({ row: vertical, card: Math.min(place, (rows[vertical]?.cards.length ?? 1) - 1) })
    else if (card !== null) go({ row, card })
    else if (event.key === 'Enter' && current && !event.repeat) acts.open(current)
    else return cardKeys(event)
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      data-autofocus
      className="board-people"
      aria-label={t('tab.technicians')}
      aria-activedescendant={idOf(row, current ? place : -1)}
      onKeyDown={onKeyDown}
    >
      {rows.map((one, index) => (
        <Person
          key={one.staffId ?? 'nobody'}
          row={one}
          index={index}
          current={index === row ? (current ? place : -1) : null}
          bench={bench}
          onCard={(card) => setAt({ row: index, card })}
          onOpen={acts.open}
        />
      ))}
    </div>
  )
}

const SIDEWAYS: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
  Home: 'Home',
  End: 'End',
}
const idOf = (row: number, card: number): string => `board-person-${row}-${card < 0 ? 'head' : card}`

type PersonProps = Readonly<{
  row: Row
  index: number
  /** The place of the card under the keys, -1 for a row without cards; null in other rows. */
  current: number | null
  bench: boolean
  onCard: (place: number) => void
  onOpen: (card: BoardCard) => void
}>

const Person = ({ row, index, current, bench, onCard, onOpen }: PersonProps) => {
  const { t } = useTranslation('board')
  const height = useCardHeight(bench)
  const name = row.staffId === null ? t('nobody') : row.name
  return (
    <div
      role="row"
      className={`board-person ${row.staffId === null ? 'board-person-nobody' : ''}`}
      aria-label={t('inHand', { name, count: row.count })}
    >
      <div
        id={idOf(index, -1)}
        role="rowheader"
        className={`board-person-head ${current === null ? '' : 'board-person-current'}`}
      >
        <strong>{name}</strong>
        {!row.active && <span className="faint">{t('left')}</span>}
        <span className="num">{t('count', { count: row.count })}</span>
        {row.late > 0 && <StatusChip chip="late" text={t('late', { count: row.late })} />}
      </div>
      <div role="presentation" className="board-person-cards">
        {row.cards.length === 0 && (
          <span role="gridcell" className="faint board-person-none">
            {t('noTechnicians')}
          </span>
        )}
        {row.cards.map((card, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled by the grid
          <span
            key={card.id}
            id={idOf(index, place)}
            role="gridcell"
            tabIndex={-1}
            aria-selected={place === current}
            className={`board-card board-person-card ${card.late ? 'board-row-late' : ''} ${card.urges > 0 ? 'board-card-urged' : ''} ${place === current ? 'board-card-current' : ''}`}
            style={{ height: height - 6 }}
            onClick={() => onCard(place)}
            onDoubleClick={() => onOpen(card)}
          >
            <Card card={card} bench={bench} place="" inHand />
          </span>
        ))}
        {row.count > row.cards.length && (
          <span role="gridcell" className="faint board-person-none">
            {t('more', { count: row.count - row.cards.length })}
          </span>
        )}
      </div>
    </div>
  )
}
