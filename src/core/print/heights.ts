// Estimates how high a laid-out node will be. It decides only looks: where a short cell of a high row
// begins, and whether a block is small enough to be kept on one page. pdfmake's own vertical alignment
// and unbreakable blocks lose content when a row or block reaches over a page.
import { fitLines, measureIn } from './fit-text.ts'
import type { Measure, PdfNode } from './press.ts'

/** Line height of the font as a share of its size. */
export const lineShare = 1.448

type Table = {
  widths: number[]
  body: PdfNode[][]
  heights?: number | ((row: number) => number | 'auto' | undefined)
}
type Layout = Record<
  'hLineWidth' | 'paddingTop' | 'paddingBottom' | 'vLineWidth',
  (i: number, node: unknown) => number
>

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

const textHeight = (node: PdfNode, width: number, measure: Measure): number => {
  const size = Number(node['fontSize'] ?? 10)
  const leading = Number(node['lineHeight'] ?? 1)
  if (Array.isArray(node['text'])) {
    const runs = node['text'] as { text: string; bold?: boolean; fontSize?: number }[]
    const largest = Math.max(size, ...runs.map((run) => run.fontSize ?? size))
    const whole = sum(runs.map((run) => measure(run.text, run.fontSize ?? size, run.bold ?? false)))
    return Math.max(1, Math.ceil(whole / width)) * largest * lineShare * leading
  }
  const inBold = measureIn(measure, size, node['bold'] === true)
  const lines = String(node['text'] ?? '')
    .split('\n')
    .map((line) => fitLines(line, width, 10_000, inBold).split('\n').length)
  return sum(lines) * size * lineShare * leading
}

/** Outer heights of the rows of a table, its lines left out. */
export const rowHeights = (node: PdfNode, measure: Measure): number[] => {
  const { body, widths, heights } = node['table'] as Table
  const layout = node['layout'] as Layout
  return body.map((row, r) => {
    const asked = typeof heights === 'function' ? heights(r) : heights
    const contents = row.map((cell, c) => {
      const span = Number(cell['colSpan'] ?? 1)
      return nodeHeight(cell, sum(widths.slice(c, c + span)) + (span - 1) * 2, measure)
    })
    const content = Math.max(typeof asked === 'number' ? asked : 0, ...contents)
    return content + layout.paddingTop(r, node) + layout.paddingBottom(r, node)
  })
}

const ownHeight = (node: PdfNode, width: number, measure: Measure): number => {
  if (node['text'] !== undefined) return textHeight(node, width, measure)
  if (node['svg'] !== undefined) return Number(node['height'])
  if (Array.isArray(node['stack']))
    return sum(node['stack'].map((child: PdfNode) => nodeHeight(child, width, measure)))
  if (Array.isArray(node['columns'])) {
    const columns = node['columns'] as PdfNode[]
    return Math.max(0, ...columns.map((child) => nodeHeight(child, Number(child['width'] ?? width), measure)))
  }
  if (Array.isArray(node['canvas'])) {
    const lines = node['canvas'] as { y1: number; y2: number }[]
    return Math.max(0, ...lines.map((line) => Math.max(line.y1, line.y2)))
  }
  if (node['table'] === undefined) return 0
  const rows = rowHeights(node, measure)
  return sum(rows) + sum([...rows, 0].map((_, i) => (node['layout'] as Layout).hLineWidth(i, node)))
}

/** The height in points in a column of this width. */
export const nodeHeight = (node: PdfNode, width: number, measure: Measure): number => {
  const [left = 0, top = 0, right = 0, bottom = 0] = (node['margin'] ?? []) as number[]
  return ownHeight(node, width - left - right, measure) + top + bottom
}
