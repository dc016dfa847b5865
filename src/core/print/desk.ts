// What every block shares while a sheet is laid out: style, language, tools, texts and widths.
import { mmToPoints as pt } from '#shared/domain/papers/index.ts'
import type { PaperLanguage } from '#shared/domain/papers/index.ts'
import type { Coder } from './codes.ts'
import { fill, isShown } from './fill.ts'
import type { Scope } from './fill.ts'
import { ellipsis, fitLines, measureIn } from './fit-text.ts'
import type { Measure, PdfNode } from './press.ts'
import { inLanguage } from './template.ts'
import type { Block, LocalText, Run } from './template.ts'

/** What the blocks share: the sheet's style in points, the language, and the tools. */
export type Desk = {
  language: PaperLanguage
  /** Height of the body of a page in points; 0 on a roll, where nothing has to be kept on one page. */
  pageHeight: number
  style: { size: number; leading: number; line: number; padX: number; padY: number }
  measure: Measure
  coder: Coder
  /** Blocks one under another in the given width (points); in here so that cells can hold blocks. */
  layOut: (blocks: readonly Block[], scope: Scope, width: number) => PdfNode[]
}

type TextLike = {
  text?: LocalText
  runs?: Run[]
  size?: number
  bold?: boolean
  align?: string
  spacing?: number
  lines?: number
  shrink?: number
}

/** The scope with one item of a list under its name, with its place in the list. */
export const withItem = (scope: Scope, as: string, item: unknown, index: number, total: number): Scope => ({
  ...scope,
  [as]: typeof item === 'object' && item !== null ? { ...item, index: index + 1, total } : item,
})

export const say = (desk: Desk, text: LocalText, scope: Scope): string =>
  fill(inLanguage(text, desk.language), scope, desk.language)

/** The largest size down to `shrink` in which the text fits its lines, and the text as it then breaks. */
const fitText = (
  desk: Desk,
  text: string,
  block: TextLike & { lines: number },
  width: number,
): { text: string; fontSize: number } => {
  let size = block.size ?? desk.style.size
  const smallest = Math.min(size, block.shrink ?? size)
  for (;;) {
    const measure = measureIn(desk.measure, size, block.bold ?? false)
    const fitted = fitLines(text, width, block.lines, measure)
    if (size <= smallest || !fitted.endsWith(ellipsis) || text.endsWith(ellipsis))
      return { text: fitted, fontSize: size }
    size = Math.max(smallest, size - 0.5)
  }
}

/** A text node; with `lines` it is made to fit, with runs each part has its own weight and size. */
export const layOutText = (desk: Desk, block: TextLike, scope: Scope, width: number): PdfNode => {
  const style = {
    fontSize: block.size ?? desk.style.size,
    lineHeight: desk.style.leading,
    ...(block.bold && { bold: true }),
    ...(block.align && { alignment: block.align }),
    ...(block.spacing !== undefined && { characterSpacing: block.spacing }),
  }
  if (block.runs) {
    const runs = block.runs
      .filter((run) => isShown(run.when, scope))
      .map((run) => ({
        text: say(desk, run.text, scope),
        ...(run.bold !== undefined && { bold: run.bold }),
        ...(run.size !== undefined && { fontSize: run.size }),
      }))
    return { text: runs.length > 0 ? runs : '', ...style }
  }
  const text = block.text === undefined ? '' : say(desk, block.text, scope)
  const { lines } = block
  return lines === undefined
    ? { text, ...style }
    : { ...style, ...fitText(desk, text, { ...block, lines }, width) }
}

/** Fixed widths in mm and shares of the rest, as points that add up to `total`. */
export const shareWidths = (widths: readonly (number | '*')[], total: number): number[] => {
  const fixed = widths.reduce<number>((sum, w) => sum + (w === '*' ? 0 : pt(w)), 0)
  const stars = widths.filter((w) => w === '*').length
  const share = stars === 0 ? 0 : Math.max(0, total - fixed) / stars
  const scale = fixed > total ? total / fixed : 1
  return widths.map((w) => (w === '*' ? share : pt(w) * scale))
}
