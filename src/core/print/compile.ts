// Template + data + language → a pdfmake document definition, in the exact size of the sheet.
import { mmToPoints as pt, paperSheets, sheetSize } from '#shared/domain/papers/index.ts'
import type { PaperCopy, PaperLanguage, PaperSize } from '#shared/domain/papers/index.ts'
import { layOutBlocks } from './blocks.ts'
import type { Desk } from './desk.ts'
import type { Coder } from './codes.ts'
import { fill } from './fill.ts'
import type { Scope } from './fill.ts'
import { fontFamily } from './press.ts'
import type { Measure, PdfNode } from './press.ts'
import { roomOn } from './sheet-room.ts'
import { inLanguage } from './template.ts'
import type { Template } from './template.ts'

export type CompileOptions = {
  copy: PaperCopy
  paper: PaperSize
  language: PaperLanguage
  measure: Measure
  coder: Coder
}

// A PDF without a date of its own is the same byte for byte from the same data.
const noDate = new Date(0)

/** Each entry of `papers` begins on a new page; page papers have one entry, labels as many as wanted. */
export const compile = (
  template: Template,
  papers: readonly Scope[],
  { copy, paper, language, measure, coder }: CompileOptions,
): PdfNode => {
  const { sheet, margins, bodyWidth, bodyHeight } = roomOn(template, paper)
  const [left, top, right, bottom] = margins.map(pt) as [number, number, number, number]
  const isRoll = paperSheets[paper].form === 'roll'
  const { w, h } = sheetSize(paper, 0)
  const width = pt(bodyWidth)
  const style = { ...template.style, ...sheet.style }
  const desk: Desk = {
    language,
    pageHeight: pt(bodyHeight),
    style: {
      size: style.size ?? 9.5,
      leading: style.leading ?? 1,
      line: style.line ?? 0.6,
      padX: pt(style.padX ?? 1.2),
      padY: pt(style.padY ?? 0.4),
    },
    measure,
    coder,
    layOut: (blocks, scope, within) => layOutBlocks(desk, blocks, scope, within),
  }
  const scopes = papers.map((data): Scope => ({ ...data, copy, paper, language }))
  // A roll is one page without end: nothing is repeated on it.
  const header = isRoll ? undefined : sheet.header
  const footer = isRoll ? undefined : sheet.footer
  const band = (content: Template['content'], n: number, count: number, y: number): PdfNode => ({
    margin: [left, y, right, 0],
    stack: layOutBlocks(desk, content, { ...scopes[0], page: { n, count } }, width),
  })
  return {
    pageSize: { width: pt(w), height: isRoll ? 'auto' : pt(h) },
    pageMargins: [left, top + pt(header?.h ?? 0), right, bottom + pt(footer?.h ?? 0)],
    info: {
      title: fill(inLanguage(template.title, language), scopes[0] ?? {}, language),
      creationDate: noDate,
    },
    language,
    defaultStyle: { font: fontFamily, fontSize: desk.style.size, color: 'black' },
    ...(header && { header: (n: number, count: number) => band(header.content, n, count, top) }),
    ...(footer && { footer: (n: number, count: number) => band(footer.content, n, count, 0) }),
    content: scopes.map((scope, i) => ({
      stack: layOutBlocks(desk, sheet.content, scope, width),
      ...(i > 0 && { pageBreak: 'before' }),
    })),
  }
}
