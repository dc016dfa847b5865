// What every list of the stock has around it: the list itself or why there is none, and what its keys do.
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { Empty, Loading, ProblemPanel } from '#renderer/components/panel-states.tsx'
import type { EmptyProps } from '#renderer/components/panel-states.tsx'
import { VirtualList } from '#renderer/components/virtual-list.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import type { Problem } from '#renderer/lib/problem.ts'

export type Column = Readonly<{ name: string; label: string; right?: boolean }>
export type KeyHint = Readonly<{ keys: string; label: string }>

type Props<R> = Readonly<{
  label: string
  columns: readonly Column[]
  /** Of the grid: one class sets its columns. */
  className: string
  rows: readonly R[]
  keyOf: (row: R) => string
  /** The children of one row. */
  children: (row: R) => ReactNode
  reading: boolean
  problem: Problem | undefined
  retry: () => void
  empty: EmptyProps
  more?: boolean
  look?: (seen: Readonly<{ from: number; to: number }>) => void
  current?: string | null
  onCurrent?: (key: string) => void
  onOpen: (row: R) => void
  onSpace?: (row: R) => void
  onLetter?: (code: string, row: R) => boolean
  rowClass?: (row: R) => string
  hints: readonly KeyHint[]
  /** Something lies over the list: it gets the focus back when that goes. */
  covered: boolean
  list: React.RefObject<VirtualListHandle | null>
  /** The list is what the view begins with. */
  first?: boolean
  foot?: ReactNode
}>

export const ListFrame = <R,>(props: Props<R>) => {
  const {
    label,
    columns,
    className,
    rows,
    children,
    reading,
    problem,
    covered,
    list,
    first = true,
    foot,
  } = props
  const { t } = useTranslation('stock')
  const rowHeight = SIZES[useLook().density].row
  useFocusBack(covered, list, first)
  return (
    <div className="stock-list">
      <div className="sheet stock-list-box" aria-busy={reading}>
        <VirtualList
          ref={list}
          first={first}
          label={label}
          className={`stock-grid ${className}`}
          rows={rows}
          keyOf={props.keyOf}
          rowHeight={rowHeight}
          head={columns.map((column) => (
            <span key={column.name} role="columnheader" className={column.right ? 'stock-right' : ''}>
              {column.label}
            </span>
          ))}
          {...(props.current === undefined ? {} : { current: props.current })}
          {...(props.onCurrent ? { onCurrent: props.onCurrent } : {})}
          onOpen={props.onOpen}
          {...(props.onSpace ? { onSpace: props.onSpace } : {})}
          {...(props.onLetter ? { onLetter: props.onLetter } : {})}
          {...(props.look ? { onSeen: props.look } : {})}
          {...(props.rowClass ? { rowClass: props.rowClass } : {})}
        >
          {children}
        </VirtualList>
        {rows.length === 0 && (
          <div className="stock-nothing">
            {problem ? (
              <ProblemPanel problem={problem} retry={props.retry} />
            ) : reading ? (
              <Loading rows={8} />
            ) : (
              <Empty {...props.empty} />
            )}
          </div>
        )}
      </div>
      <div className="stock-list-foot">
        <span className="num faint" aria-live="polite">
          {t(props.more === true ? 'list.more' : 'list.count', { count: rows.length })}
        </span>
        {foot}
        <span className="stock-hints" aria-hidden="true">
          {rows.length > 0 &&
            props.hints.map(({ keys, label: words }) => (
              <span key={keys}>
                <KeyCap keys={keys} /> {words}
              </span>
            ))}
        </span>
      </div>
    </div>
  )
}

const useFocusBack = (covered: boolean, list: React.RefObject<VirtualListHandle | null>, first: boolean) => {
  const before = useRef(covered)
  // Once, when the view appears; a screen that is shown again finds the focus where it was.
  const taken = useRef(!first)
  useEffect(() => {
    if (!taken.current && !covered) list.current?.focus()
    taken.current = true
  }, [covered, list])
  useEffect(() => {
    if (before.current && !covered) list.current?.focus()
    before.current = covered
  }, [covered, list])
}
