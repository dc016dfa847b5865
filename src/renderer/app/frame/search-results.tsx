// The list under the search field. A plain list of plain rows: it is drawn again with every key.
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#shared/contract/search.ts'
import { usePlaceWords } from '../../components/place-words.ts'
import { StatusTag } from '../../components/status-tag.tsx'
import { ProblemLine } from '../../components/panel-states.tsx'
import { markOf } from './search-rows.ts'
import type { Row } from './search-rows.ts'
import type { Found } from './use-find.ts'

type ResultsProps = Readonly<{
  id: string
  rows: readonly Row[]
  current: number
  typed: string
  found: Found
  waiting: boolean
  onChoose: (row: Row) => void
}>

export const SearchResults = ({ id, rows, current, typed, found, waiting, onChoose }: ResultsProps) => {
  const { t } = useTranslation('frame')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current, rows])
  const none = !waiting && (rows.length === 0 || rows[0]?.group === 'new')
  return (
    // Keeps the focus in the field when a row is clicked.
    <div className="omnibox-panel" onMouseDown={(event) => event.preventDefault()} role="presentation">
      {found.wrongCheckCharacter && <p className="omnibox-warning">{t('search.wrongCheckCharacter')}</p>}
      {found.problem && <ProblemLine problem={found.problem} />}
      {none && !found.problem && <p className="omnibox-none">{t('search.nothing', { text: typed })}</p>}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.results')}
        className="omnibox-list"
      >
        {rows.map((row, index) => (
          <ResultRow
            key={row.key}
            id={`${id}-${index}`}
            row={row}
            head={
              rows[index - 1]?.group === row.group
                ? null
                : row.group === 'new'
                  ? ''
                  : t(`search.${row.group}`)
            }
            selected={index === current}
            typed={typed}
            onChoose={onChoose}
          />
        ))}
      </div>
      <p className="omnibox-foot" aria-live="polite">
        <span className="visually-hidden">{waiting ? '' : t('search.found', { count: rows.length })}</span>
        <span aria-hidden="true">{t('search.hint')}</span>
      </p>
    </div>
  )
}

type RowProps = Readonly<{
  id: string
  row: Row
  head: string | null
  selected: boolean
  typed: string
  onChoose: (row: Row) => void
}>

const ResultRow = memo(
  ({ id, row, head, selected, typed, onChoose }: RowProps) => (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={`omnibox-row ${selected ? 'omnibox-row-selected' : ''}`}
      onClick={() => onChoose(row)}
    >
      <span className="omnibox-group" aria-hidden="true">
        {head}
      </span>
      <RowCells row={row} typed={typed} />
      <RowKey row={row} selected={selected} />
    </div>
  ),
  (a, b) =>
    a.row === b.row && a.head === b.head && a.selected === b.selected && a.typed === b.typed && a.id === b.id,
)

const RowCells = ({ row, typed }: { row: Row; typed: string }) => {
  const { t } = useTranslation('frame')
  if (row.group === 'verb') return <span className="omnibox-main">{row.verb.label}</span>
  if (row.group === 'new')
    return <span className="omnibox-side">{t('search.newCustomer', { text: row.text })}</span>
  return <HitCells hit={row.hit} typed={typed} />
}

/** Every row shows its key: a verb its own, a hit what Enter does. */
const RowKey = ({ row, selected }: { row: Row; selected: boolean }) => {
  const { t } = useTranslation('frame')
  if (row.group === 'verb') return <kbd className="key-cap">{row.verb.keys}</kbd>
  const intake = row.group === 'customer' || row.group === 'device'
  return (
    <span className="omnibox-does">
      {intake ? t('search.takeIn') : null}
      {selected && <kbd className="key-cap">Enter</kbd>}
    </span>
  )
}

const Marked = ({ text, typed }: { text: string; typed: string }) => {
  const parts = markOf(text, typed)
  if (!parts) return text
  return (
    <>
      {parts[0]}
      <mark>{parts[1]}</mark>
      {parts[2]}
    </>
  )
}

const HitCells = ({ hit, typed }: { hit: Hit; typed: string }) => {
  const { t } = useTranslation('frame')
  const placeWords = usePlaceWords()
  if (hit.kind === 'order')
    return (
      <>
        <span className="omnibox-main mono">
          <Marked text={hit.number} typed={typed} />
        </span>
        <span className="omnibox-side">
          {hit.customerName} · {hit.device}
        </span>
        {hit.where && (
          <span className="omnibox-note">
            {hit.where.item === 'machine' ? '' : `${hit.where.name} · `}
            {placeWords(hit.where.place)}
          </span>
        )}
        <StatusTag state={hit.state} />
      </>
    )
  if (hit.kind === 'place')
    return (
      <>
        <span className="omnibox-main">{hit.name}</span>
        <span className="omnibox-side mono">{hit.code}</span>
        <span className="omnibox-note">{t('search.holds', { count: hit.holds })}</span>
      </>
    )
  if (hit.kind === 'loaner')
    return (
      <>
        <span className="omnibox-main">{hit.name}</span>
        <span className="omnibox-side mono">{hit.code}</span>
        <span className="omnibox-note">
          {hit.lentTo ? t('search.lentTo', { name: hit.lentTo.customerName }) : t('search.inHouse')}
        </span>
      </>
    )
  if (hit.kind === 'customer')
    return (
      <>
        <span className="omnibox-main">
          <Marked text={hit.name} typed={typed} />
        </span>
        <span className="omnibox-side num">
          <Marked text={hit.phones.join('  ')} typed={typed} />
          {hit.company === '' ? null : ` · ${hit.company}`}
        </span>
        {hit.openOrders > 0 && (
          <span className="omnibox-note">{t('search.openOrders', { count: hit.openOrders })}</span>
        )}
      </>
    )
  if (hit.kind === 'device')
    return (
      <>
        <span className="omnibox-main">
          <Marked text={hit.device} typed={typed} />
        </span>
        <span className="omnibox-side">
          <span className="mono">
            <Marked text={hit.serial === '' ? t('search.noSerial') : hit.serial} typed={typed} />
          </span>
          {` · ${hit.customerName}`}
        </span>
      </>
    )
  return (
    <>
      <span className="omnibox-main mono">
        <Marked text={hit.number} typed={typed} />
      </span>
      <span className="omnibox-side">
        {hit.customerName} · {hit.orders.map((order) => order.device).join(' / ')}
      </span>
      <span className="omnibox-note">{t('search.ofVisit', { count: hit.orders.length })}</span>
    </>
  )
}
