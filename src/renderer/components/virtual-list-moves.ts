// What a list of any length shows and where its keys lead, apart from React.

export type RowRange = Readonly<{ from: number; to: number }>

/** The rows to draw, `from` inclusive, `to` exclusive, with some beyond both edges. */
export const rangeOf = (
  view: Readonly<{ top: number; height: number }>,
  rowHeight: number,
  count: number,
  beyond: number,
): RowRange => {
  const first = Math.floor(Math.max(0, view.top) / rowHeight)
  const last = Math.ceil((Math.max(0, view.top) + view.height) / rowHeight)
  const from = Math.max(0, Math.min(first, count) - beyond)
  return { from, to: Math.min(count, last + beyond) }
}

/** How many whole rows a page is; a page turn keeps one row in sight. */
export const rowsOfPage = (height: number, rowHeight: number): number =>
  Math.max(1, Math.floor(height / rowHeight) - 1)

/** The row a key leads to; null for any other key. Edges do not wrap: a long list has an end. */
export const rowAfterKey = (key: string, at: number, count: number, page: number): number | null => {
  if (count === 0) return null
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

/** Where to scroll so that a row is seen whole; null when it is already. */
export const scrollToRow = (
  row: number,
  rowHeight: number,
  view: Readonly<{ top: number; height: number }>,
): number | null => {
  const top = row * rowHeight
  if (top < view.top) return top
  return top + rowHeight > view.top + view.height ? top + rowHeight - view.height : null
}
