// Turns the blocks of a template into pdfmake nodes of exactly known width, so that no long word
// and no long name can widen a table over the edge of the paper.
import { mmToPoints as pt } from '#shared/domain/papers/index.ts'
import type { CodePicture } from './codes.ts'
import { layOutText, say, shareWidths, withItem } from './desk.ts'
import type { Desk } from './desk.ts'
import { fill, isShown, listAt } from './fill.ts'
import type { Scope } from './fill.ts'
import { layOutGrid, layOutTable } from './grids.ts'
import { lineShare, nodeHeight } from './heights.ts'
import type { PdfNode } from './press.ts'
import type { Block } from './template.ts'

const picture = (code: CodePicture | undefined, align: string | undefined): PdfNode[] =>
  code === undefined
    ? []
    : [{ svg: code.svg, width: pt(code.w), height: pt(code.h), ...(align && { alignment: align }) }]

const layOutCode128 = (
  desk: Desk,
  block: Extract<Block, { t: 'code128' }>,
  scope: Scope,
  width: number,
): PdfNode[] => {
  const available = Math.min(width / pt(1), block.w ?? Infinity)
  const code = desk.coder.code128(fill(block.value, scope, desk.language), available, block.h)
  if (code === undefined) return []
  const own = pt(code.w)
  const caption =
    block.caption === undefined
      ? []
      : [layOutText(desk, { text: block.caption, size: 9, align: 'center' }, scope, own)]
  const before = block.align === 'right' ? width - own : block.align === 'center' ? (width - own) / 2 : 0
  return [{ margin: [before, 0, width - own - before, 0], stack: [...picture(code, undefined), ...caption] }]
}

const layOutList = (
  desk: Desk,
  block: Extract<Block, { t: 'list' }>,
  scope: Scope,
  width: number,
): PdfNode[] => {
  const items = (block.items ?? []).map((item) => say(desk, item, scope))
  const rows = block.rows === undefined ? [] : listAt(scope, block.rows)
  const as = block.as ?? 'row'
  for (const [i, row] of rows.entries())
    items.push(say(desk, block.text ?? `{{${as}}}`, withItem(scope, as, row, i, rows.length)))
  const size = block.size ?? desk.style.size
  const text = (value: string): PdfNode => ({ text: value, fontSize: size, lineHeight: desk.style.leading })
  if (items.length === 0) return block.empty === undefined ? [] : [text(say(desk, block.empty, scope))]
  if (block.inline !== undefined) return [text(items.join(say(desk, block.inline, scope)))]
  if (!block.numbered) return items.map(text)
  const numberWidth = desk.measure(`${items.length}. `, size, false) + 2
  return items.map((item, i) => ({
    columns: [
      { width: numberWidth, ...text(`${i + 1}.`) },
      { width: width - numberWidth, ...text(item) },
    ],
  }))
}

const layOutCells = (
  desk: Desk,
  block: Extract<Block, { t: 'cells' }>,
  scope: Scope,
  width: number,
): PdfNode[] => {
  const characters = [...fill(block.value, scope, desk.language)]
  if (characters.length === 0) return []
  const { line } = desk.style
  const isGap = (character: string): boolean => /[\s-]/.test(character)
  const asked = characters.map((character) => pt(block.w) * (isGap(character) ? 0.4 : 1))
  const askedWidth = asked.reduce((sum, w) => sum + w, 0) + line
  const scale = Math.min(1, width / askedWidth)
  const size = block.size * scale
  const rest = width - askedWidth * scale
  const before = block.align === 'right' ? rest : block.align === 'center' ? rest / 2 : 0
  const height = size * lineShare
  const pad = block.h === undefined ? 0 : Math.max(0, (pt(block.h) - height) / 2)
  const body = characters.map((character) => ({
    text: isGap(character) ? '-' : character,
    fontSize: size,
    bold: true,
    alignment: 'center',
    ...(isGap(character) && { border: [true, false, true, false] }),
  }))
  const layout = {
    hLineWidth: () => line,
    vLineWidth: () => line,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => pad,
    paddingBottom: () => pad,
  }
  return [
    {
      margin: [before, 0, 0, 0],
      table: { widths: asked.map((w) => w * scale - line), body: [body] },
      layout,
    },
  ]
}

const layOutSign = (
  desk: Desk,
  block: Extract<Block, { t: 'sign' }>,
  scope: Scope,
  width: number,
): PdfNode[] => {
  const size = block.size ?? desk.style.size
  const gap = pt(4)
  const share = (width - gap * (block.items.length - 1)) / block.items.length
  const height = pt(block.h ?? 9)
  const baseline = size * 1.2
  const columns = block.items.flatMap((item, i) => {
    const label = say(desk, item, scope)
    const own = desk.measure(label, size, false) + 3
    const ruleWidth = Math.max(0, share - own)
    const rule = {
      type: 'line',
      x1: 0,
      y1: baseline,
      x2: ruleWidth,
      y2: baseline,
      lineWidth: desk.style.line,
    }
    const after = i < block.items.length - 1 ? [{ width: gap, text: '' }] : []
    return [
      { width: own, text: label, fontSize: size, noWrap: true },
      { width: ruleWidth, canvas: [rule] },
      ...after,
    ]
  })
  return [{ margin: [0, Math.max(0, height - size * lineShare), 0, 0], columns }]
}

/** A picture a line, so that the lines may go on over the page. */
const rules = (desk: Desk, width: number, count: number, step: number): PdfNode[] =>
  Array.from({ length: count }, () => ({
    canvas: [{ type: 'line', x1: 0, y1: step, x2: width, y2: step, lineWidth: desk.style.line }],
  }))

/** One block in the given width (points): no node when its condition does not hold. */
const layOutBlock = (desk: Desk, block: Block, scope: Scope, width: number): PdfNode[] => {
  switch (block.t) {
    case 'text':
      return [layOutText(desk, block, scope, width)]
    case 'grid':
      return layOutGrid(desk, block, scope, width)
    case 'table':
      return layOutTable(desk, block, scope, width)
    case 'list':
      return layOutList(desk, block, scope, width)
    case 'each': {
      const items = listAt(scope, block.rows)
      return items.flatMap((item, i) => {
        const inner = withItem(scope, block.as ?? 'row', item, i, items.length)
        const nodes = layOutBlocks(desk, block.content, inner, width)
        return [{ margin: [0, i === 0 ? 0 : pt(block.gap ?? 0), 0, 0], stack: nodes }]
      })
    }
    case 'row': {
      const gap = pt(block.gap ?? 0)
      const widths = shareWidths(
        block.cols.map((col) => col.w),
        width - gap * (block.cols.length - 1),
      )
      const columns = block.cols.map((col, i) => ({
        width: widths[i]!,
        stack: layOutBlocks(desk, col.content, scope, widths[i]!),
      }))
      return [{ columns, columnGap: gap }]
    }
    case 'box': {
      const { line } = desk.style
      const pad = pt(block.pad ?? 1.5)
      const inner = width - 2 * pad - 2 * line
      const body = [[{ stack: layOutBlocks(desk, block.content, scope, inner) }]]
      const layout = {
        hLineWidth: () => line,
        vLineWidth: () => line,
        paddingLeft: () => pad,
        paddingRight: () => pad,
        paddingTop: () => pad,
        paddingBottom: () => pad,
      }
      const heights = block.h === undefined ? undefined : pt(block.h) - 2 * pad - 2 * line
      return [{ table: { widths: [inner], body, ...(heights && { heights }) }, layout }]
    }
    case 'code128':
      return layOutCode128(desk, block, scope, width)
    case 'qr': {
      const side = Math.min(block.w, width / pt(1))
      return picture(desk.coder.qr(fill(block.value, scope, desk.language), side), block.align)
    }
    case 'cells':
      return layOutCells(desk, block, scope, width)
    case 'line': {
      const lineWidth = block.width ?? desk.style.line
      const y = lineWidth / 2
      return [{ canvas: [{ type: 'line', x1: 0, y1: y, x2: width, y2: y, lineWidth }] }]
    }
    case 'space':
      return [{ text: '', fontSize: 0.1, margin: [0, 0, 0, pt(block.h)] }]
    case 'ruled':
      return rules(desk, width, block.lines, pt(block.h))
    case 'sign':
      return layOutSign(desk, block, scope, width)
  }
}

/** The blocks one under another in the given width (points). */
export const layOutBlocks = (desk: Desk, blocks: readonly Block[], scope: Scope, width: number): PdfNode[] =>
  blocks.flatMap((block) => {
    if (!isShown(block.when, scope)) return []
    const [left = 0, top = 0, right = 0, bottom = 0] = (block.margin ?? []).map(pt)
    const nodes = layOutBlock(desk, block, scope, width - left - right)
    if (block.margin === undefined && !block.keep) return nodes
    const stack = { stack: nodes, margin: [left, top, right, bottom] }
    // A block that fills a page cannot be kept whole: it would run over the edge.
    const share = block.keep === true ? 0.9 : Number(block.keep ?? 0)
    const isKept = nodeHeight(stack, width, desk.measure) < desk.pageHeight * share
    return [{ ...stack, ...(isKept && { unbreakable: true }) }]
  })
