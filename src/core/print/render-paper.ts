// From a paper's data to its PDF: mask, template, layout, bytes.
import {
  copyOf,
  defaultPaperSizes,
  fitsOn,
  maskPaper,
  mmToPoints,
  paperForms,
  sheetSize,
} from '#shared/domain/papers/index.ts'
import type {
  PaperCopy,
  PaperData,
  PaperKind,
  PaperLanguage,
  PaperSize,
} from '#shared/domain/papers/index.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { loadCoder } from './codes.ts'
import { compile } from './compile.ts'
import { printable } from './fill.ts'
import type { Scope } from './fill.ts'
import { loadPress } from './press.ts'
import { renderPdf } from './render.ts'
import { builtInTemplate, loadTemplate, templateFiles } from './templates.ts'
import type { Template } from './template.ts'
import type { TemplateWarning } from './templates.ts'

/** A wrong combination, with its field: a label does not go on B5, no labels make no job. */
export type PaperRefusal = Refused<'wrongPaperSize' | 'nothingToPrint'>

/**
 * `overflow`: a label runs over its edge. `missingCharacters`: the font has no shape for these, boxes
 * stand in their place; they must be written in by hand.
 */
export type PaperWarning =
  | TemplateWarning
  | { code: 'overflow'; pages: number }
  | { code: 'missingCharacters'; characters: string }

/**
 * `data` of a label may be a list: one label a page, one print job. `copy` counts for the repair
 * order only (default: customer). `dataDir` is where the shop keeps its edited templates.
 */
export type PaperRequest = {
  [K in PaperKind]: {
    kind: K
    copy?: PaperCopy
    data: PaperData[K] | (K extends 'deviceLabel' | 'accessoryLabel' ? readonly PaperData[K][] : never)
    paperSize?: PaperSize
    language: PaperLanguage
    dataDir?: string
  }
}[PaperKind]

/** `heightMm`: of every page; a roll is as long as what is on it. */
export type RenderedPaper = {
  pdf: Uint8Array
  pages: number
  paperSize: PaperSize
  heightMm: number
  warning?: PaperWarning
}

/** Extra fields that only the paper needs. */
const scopeOf = (data: object): Scope => {
  const devices = (data as { devices?: unknown }).devices
  return Array.isArray(devices) ? { ...data, deviceCount: devices.length } : { ...data }
}

/** The characters in the data that the font cannot draw, each once. */
const missingIn = (data: unknown, hasGlyph: (codePoint: number) => boolean): string => {
  const missing = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
    if (typeof value !== 'string') return
    for (const character of printable(value))
      if (character !== '\n' && !hasGlyph(character.codePointAt(0)!)) missing.add(character)
  }
  visit(data)
  return [...missing].join('')
}

/** Prints nothing itself: the bytes, the page count, and a warning the clerk must see. */
export const renderPaper = async (request: PaperRequest): Promise<RenderedPaper | PaperRefusal> => {
  const { kind, language } = request
  const paper = request.paperSize ?? defaultPaperSizes[kind]
  if (!fitsOn(kind, paper)) return refuse('wrongPaperSize', { field: 'paperSize' })
  const given = [request.data].flat() as PaperData[PaperKind][]
  if (given.length === 0) return refuse('nothingToPrint', { field: 'data' })
  const copy = copyOf(kind, request.copy)
  const papers = given.map((data) => scopeOf(maskPaper(kind, copy, data)))
  const [{ measure, hasGlyph }, coder] = await Promise.all([loadPress(), loadCoder()])
  const press = (template: Template) =>
    renderPdf(compile(template, papers, { copy, paper, language, measure, coder }))
  const chosen = loadTemplate(kind, request.dataDir, language)
  const builtIn = builtInTemplate(kind)
  let warning: PaperWarning | undefined = chosen.warning
  // A sound file may still ask for what cannot be laid out: that too must not stop the print.
  const rendered = await press(chosen.template).catch((error: unknown) => {
    if (chosen.template === builtIn) throw error
    const problem = error instanceof Error ? error.message : String(error)
    warning = { code: 'invalidTemplate', file: templateFiles[kind], issues: [{ at: 'content', problem }] }
    return press(builtIn)
  })
  const isOver = paperForms[kind] === 'label' && rendered.pages > given.length
  if (isOver) warning ??= { code: 'overflow', pages: rendered.pages }
  const characters = missingIn(papers, hasGlyph)
  if (characters !== '') warning ??= { code: 'missingCharacters', characters }
  const { pdf, pages, height } = rendered
  // To a tenth of a millimetre, never shorter.
  const { h: heightMm } = sheetSize(paper, Math.ceil((height / mmToPoints(1)) * 10) / 10)
  return { pdf, pages, heightMm, paperSize: paper, ...(warning && { warning }) }
}
