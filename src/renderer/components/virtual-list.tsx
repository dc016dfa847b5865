// A list of any length that keys move through: only the rows in sight exist. antd's table has no arrow keys
// for rows and is too slow for a hundred thousand. The focus stays on the list, so no row that scrolls out of
// sight takes it along.
import { useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { isImeKey } from '../lib/ime.ts'
import { rangeOf, rowAfterKey, rowsOfPage, scrollToRow } from './virtual-list-moves.ts'
import type { RowRange } from './virtual-list-moves.ts'
import './virtual-list.css'

const BEYOND = 12

export type VirtualListHandle = Readonly<{ focus: () => void; toTop: () => void }>

export type VirtualListProps<T> = Readonly<{
  /** What the list is, for screen readers. */
  label: string
  rows: readonly T[]
  keyOf: (row: T) => string
  rowHeight: number
  /** Cells of one row: elements with role `gridcell`. Memoise: it runs while scrolling. */
  children: (row: T, index: number) => ReactNode
  /** Column heads: elements with role `columnheader`; they stay at the top. */
  head?: ReactNode
  /** The row that keys act on; the list starts on the first. */
  current?: string | null
  onCurrent?: (key: string) => void
  onOpen: (row: T) => void
  onSpace?: (row: T) => void
  /** A bare letter by its place, such as `KeyA`: the list is no text, so no input method eats it. */
  onLetter?: (code: string, row: T) => boolean
  /** The rows in sight, told when they change: load what comes next. */
  onSeen?: (seen: RowRange) => void
  /** How many rows there are in all, as far as is known. */
  total?: number
  /** Takes the focus when its screen is shown first. */
  first?: boolean
  className?: string
  rowClass?: (row: T) => string
  ref?: Ref<VirtualListHandle>
}>

/** ↑↓ PgUp PgDn Home End move, Enter opens, Space is the list's own; a double click opens too. */
export const VirtualList = <T,>(props: VirtualListProps<T>) => {
  const { label, rows, keyOf, rowHeight, children, head, onOpen, onSpace, total, className = '' } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<string | null>(null)
  const lastAt = useRef(0)
  const wanted = props.current === undefined ? own : props.current
  const known = useMemo(() => placeOf(rows, wanted, keyOf), [rows, wanted, keyOf])
  // A row that went away leaves the place to its follower.
  const at = known ?? Math.min(lastAt.current, rows.length - 1)
  const { range, measure, view } = useSeen(box, rows.length, rowHeight, props.onSeen)
  useKeepPlace(box, rows, keyOf, rowHeight, measure)
  useLayoutEffect(() => {
    lastAt.current = Math.max(0, at)
  })
  useImperativeHandle(props.ref, () => ({
    focus: () => box.current?.focus(),
    toTop: () => box.current?.scrollTo(0, 0),
  }))

  const moveTo = (next: number) => {
    const row = rows[next]
    if (row === undefined || !box.current) return
    setOwn(keyOf(row))
    props.onCurrent?.(keyOf(row))
    const top = scrollToRow(next, rowHeight, view())
    if (top !== null) box.current.scrollTop = top
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || isImeKey(event.nativeEvent)) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const row = rows[at]
    const next = rowAfterKey(event.key, at, rows.length, rowsOfPage(view().height, rowHeight))
    if (next !== null) moveTo(next)
    else if (event.key === 'Enter' && row !== undefined && !event.repeat) onOpen(row)
    else if (event.key === ' ' && row !== undefined && onSpace) onSpace(row)
    else if (row !== undefined && props.onLetter?.(event.nativeEvent.code, row) === true)
      event.stopPropagation()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={total ?? rows.length}
      aria-activedescendant={rows[at] === undefined ? undefined : `${id}-${at}`}
      tabIndex={0}
      data-autofocus={props.first === true ? true : undefined}
      className={`vlist ${className}`}
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      {head !== undefined && (
        <div role="rowgroup" className="vlist-head">
          <div role="row" className="vlist-row">
            {head}
          </div>
        </div>
      )}
      <div role="rowgroup" className="vlist-body" style={{ height: rows.length * rowHeight }}>
        {rows.slice(range.from, range.to).map((row, i) => {
          const place = range.from + i
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled by the list
            <div
              key={keyOf(row)}
              id={`${id}-${place}`}
              role="row"
              aria-rowindex={place + 1 + (head === undefined ? 0 : 1)}
              aria-selected={place === at}
              className={`vlist-row ${place === at ? 'vlist-current' : ''} ${props.rowClass?.(row) ?? ''}`}
              style={{ height: rowHeight, transform: `translateY(${place * rowHeight}px)` }}
              onClick={() => moveTo(place)}
              onDoubleClick={() => onOpen(row)}
            >
              {children(row, place)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const placeOf = <T,>(
  rows: readonly T[],
  key: string | null,
  keyOf: (row: T) => string,
): number | undefined => {
  const place = key === null ? -1 : rows.findIndex((row) => keyOf(row) === key)
  return place < 0 ? undefined : place
}

/** Which rows to draw, followed through scrolling and resizing; remembered while the screen is hidden. */
const useSeen = (
  box: React.RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  onSeen: ((seen: RowRange) => void) | undefined,
) => {
  const [range, setRange] = useState<RowRange>({ from: 0, to: 30 })
  const top = useRef(0)
  const told = useRef('')
  // Asked for again only when the size changes: reading it while scrolling would lay out everything each time.
  const height = useRef(0)
  const view = () => ({ top: box.current?.scrollTop ?? 0, height: height.current })
  const measure = () => {
    const now = view()
    // A hidden screen has no height: what it showed stays.
    if (now.height === 0) return
    top.current = now.top
    const next = rangeOf(now, rowHeight, count, BEYOND)
    setRange((old) => (old.from === next.from && old.to === next.to ? old : next))
    const seen = rangeOf(now, rowHeight, count, 0)
    const text = `${seen.from}-${seen.to}-${count}`
    if (text === told.current) return
    told.current = text
    onSeen?.(seen)
  }
  const latest = useRef(measure)
  useLayoutEffect(() => {
    latest.current = measure
  })
  useLayoutEffect(() => {
    latest.current()
  }, [count, rowHeight])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.scrollTop = top.current
    const resize = () => {
      const head = element.querySelector<HTMLElement>('.vlist-head')?.offsetHeight ?? 0
      height.current = Math.max(0, element.clientHeight - head)
      latest.current()
    }
    resize()
    const observer = new ResizeObserver(resize)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return { range, measure, view }
}

/** New rows above do not push away what somebody is reading; at the very top new rows are shown at once. */
const useKeepPlace = <T,>(
  box: React.RefObject<HTMLDivElement | null>,
  rows: readonly T[],
  keyOf: (row: T) => string,
  rowHeight: number,
  measure: () => void,
) => {
  const before = useRef(rows)
  useLayoutEffect(() => {
    const element = box.current
    const old = before.current
    before.current = rows
    if (!element || old === rows || element.scrollTop < rowHeight) return
    const first = Math.floor(element.scrollTop / rowHeight)
    const anchor = old[first]
    if (anchor === undefined || (rows[first] !== undefined && keyOf(rows[first]) === keyOf(anchor))) return
    const now = placeOf(rows, keyOf(anchor), keyOf)
    if (now === undefined) return
    element.scrollTop += (now - first) * rowHeight
    measure()
  })
}
