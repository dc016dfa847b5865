// Boxed grids and tables: columns of exact width, thin black lines, rows bound to lists, heads that
// repeat on the next page.
import { mmToPoints as pt } from '#shared/domain/papers/index.ts'
import { isShown, listAt } from './fill.ts'
import type { Scope } from './fill.ts'
import { nodeHeight } from './heights.ts'
import { layOutText, shareWidths, withItem } from './desk.ts'
import type { Desk } from './desk.ts'
import type { PdfNode } from './press.ts'
import type { Block, Cell, GridRow, Width } from './template.ts'

type Grid = Extract<Block, { t: 'grid' }>
type Table = Extract<Block, { t: 'table' }>
type Frame = NonNullable<Grid['frame']>

/** Line and padding widths of a frame; they and the columns' contents add up to the full width. */
const frameStyle = (desk: Desk, frame: Frame): { line: number; padX: number; padY: number } =>
  frame === 'grid'
    ? desk.style
    : { line: 0, padX: frame === 'none' ? 0 : desk.style.padX, padY: desk.style.padY / 2 }

const layoutOf = (desk: Desk, frame: Frame): PdfNode => {
  const { line, padX, padY } = frameStyle(desk, frame)
  const isLined = frame === 'lines'
  return {
    hLineWidth: (i: number, node: { table: { body: unknown[] } }) =>
      isLined && i > 0 && i < node.table.body.length ? desk.style.line : line,
    vLineWidth: () => line,
    paddingLeft: (i: number) => (isLined && i === 0 ? 0 : padX),
    paddingRight: () => padX,
    paddingTop: () => padY,
    paddingBottom: () => padY,
  }
}

const shownRows = (rows: readonly GridRow[], scope: Scope): { row: GridRow; scope: Scope }[] =>
  rows.flatMap((row) => {
    if (row.each === undefined) return isShown(row.when, scope) ? [{ row, scope }] : []
    const items = listAt(scope, row.each)
    return items
      .map((item, i) => ({ row, scope: withItem(scope, row.as ?? 'row', item, i, items.length) }))
      .filter((shown) => isShown(row.when, shown.scope))
  })

// A row higher than this share of a page may break over pages; its cells stay at the top.
const highestWhole = 0.4

/**
 * Short cells of a row begin lower, so that every cell stands in its middle. Answers whether all rows
 * are low enough to go whole to the next page.
 */
const centreCells = (
  desk: Desk,
  rows: readonly GridRow[],
  body: PdfNode[][],
  widths: readonly number[],
  heights: readonly (number | 'auto')[],
): boolean => {
  let areWhole = true
  const gap = 2 * desk.style.padX + desk.style.line
  for (const [r, cells] of body.entries()) {
    const own = cells.map((cell, c) => {
      const span = Number(cell['colSpan'] ?? 1)
      const width = widths.slice(c, c + span).reduce((sum, w) => sum + w, 0) + (span - 1) * gap
      return nodeHeight(cell, width, desk.measure)
    })
    const asked = heights[r]
    const row = Math.max(typeof asked === 'number' ? asked : 0, ...own)
    if (row > desk.pageHeight * highestWhole) {
      areWhole = false
      continue
    }
    let at = 0
    for (const source of rows[r]!.cells) {
      const cell = cells[at]
      if (cell === undefined) break
      const lower = (row - own[at]!) / 2
      if (!source.top && lower > 0.5) cell['margin'] = [0, lower, 0, 0]
      at += Number(cell['colSpan'] ?? 1)
    }
  }
  return areWhole
}

/** A grid of cells; a cell holds one text or blocks, and may span columns. */
export const layOutGrid = (desk: Desk, block: Grid, scope: Scope, width: number): PdfNode[] => {
  const frame = block.frame ?? 'grid'
  const { line, padX, padY } = frameStyle(desk, frame)
  const cols = Array.isArray(block.cols) ? block.cols : block.cols[desk.language]
  const layout = layoutOf(desk, frame)
  const padLeft = (i: number): number => (frame === 'lines' && i === 0 ? 0 : padX)
  const outer = shareWidths(cols, width - line)
  const widths = outer.map((w, i) => Math.max(1, w - line - padLeft(i) - padX))
  const rows = shownRows(block.rows, scope)
  if (rows.length === 0) return []

  const layOutCell = (cell: Cell, at: number, span: number, inner: Scope): PdfNode => {
    const available =
      widths.slice(at, at + span).reduce((sum, w) => sum + w, 0) +
      Array.from({ length: span - 1 }, (_, i) => padLeft(at + i + 1) + padX + line).reduce(
        (sum, w) => sum + w,
        0,
      )
    const size = cell.size ?? block.size ?? desk.style.size
    const node: PdfNode = cell.content
      ? { stack: desk.layOut(cell.content, inner, available) }
      : {
          ...layOutText(desk, { ...cell, size, bold: cell.bold ?? cell.label ?? false }, inner, available),
        }
    return span > 1 ? { ...node, colSpan: span } : node
  }

  const heights: (number | 'auto')[] = []
  const body = rows.map(({ row, scope: inner }) => {
    const h = Math.max(row.h ?? 0, ...row.cells.map((cell) => cell.h ?? 0))
    heights.push(h > 0 ? Math.max(1, pt(h) - 2 * padY - line) : 'auto')
    const cells: PdfNode[] = []
    for (const [i, cell] of row.cells.entries()) {
      const left = cols.length - cells.length
      const isLast = i === row.cells.length - 1
      if (left <= 0) break
      const span = isLast ? left : Math.min(cell.span ?? 1, left)
      cells.push(layOutCell(cell, cells.length, span, inner))
      for (let filler = 1; filler < span; filler++) cells.push({})
    }
    return cells
  })
  const dontBreakRows = centreCells(
    desk,
    rows.map(({ row }) => row),
    body,
    widths,
    heights,
  )
  const headerRows = Math.min(block.headRows ?? 0, body.length - 1)
  return [
    {
      margin: [0, block.join ? -line : 0, 0, 0],
      table: {
        widths,
        body,
        heights: (row: number) => heights[row],
        dontBreakRows,
        ...(headerRows > 0 && { headerRows, keepWithHeaderRows: 1 }),
      },
      layout,
    },
  ]
}

/** A list as a table with a head: a short way to write a grid with one bound row. */
export const layOutTable = (desk: Desk, block: Table, scope: Scope, width: number): PdfNode[] => {
  const hasHead = block.cols.some((col) => col.head !== undefined)
  const head: GridRow[] = hasHead
    ? [{ cells: block.cols.map((col) => ({ text: col.head ?? '', label: true })) }]
    : []
  const isEmpty = listAt(scope, block.rows).length === 0
  if (isEmpty && block.empty === undefined) return []
  const cells: Cell[] = block.cols.map((col) => ({ text: col.text, ...(col.align && { align: col.align }) }))
  const rows: GridRow[] = isEmpty
    ? [{ cells: [{ text: block.empty ?? '', span: block.cols.length }] }]
    : [{ each: block.rows, as: block.as ?? 'row', cells }]
  const { when: _when, margin: _margin, keep: _keep, rows: _rows, as: _as, empty: _empty, ...kept } = block
  return layOutGrid(
    desk,
    {
      ...kept,
      t: 'grid',
      cols: block.cols.map((col): Width => col.w),
      rows: [...head, ...rows],
      headRows: head.length,
    },
    scope,
    width,
  )
}
