// How much room a template leaves on a sheet, in millimetres: margins, bands at the top and bottom, body.
import { paperSheets } from '#shared/domain/papers/index.ts'
import type { Margins, PaperSize } from '#shared/domain/papers/index.ts'
import type { Sheet, Template } from './template.ts'

export type SheetRoom = { sheet: Sheet; margins: Margins; bodyWidth: number; bodyHeight: number }

/** A template's own margins count for its own sheet; on another the margins of that sheet do. */
export const roomOn = (template: Template, paper: PaperSize): SheetRoom => {
  const sheet = template.sizes?.[paper] ?? template
  const own = paper === template.paper ? template.margins : undefined
  const { w, h, margins: usual } = paperSheets[paper]
  const margins = (sheet === template ? own : sheet.margins) ?? own ?? usual
  const [left, top, right, bottom] = margins
  const bands = (sheet.header?.h ?? 0) + (sheet.footer?.h ?? 0)
  return { sheet, margins, bodyWidth: w - left - right, bodyHeight: h - top - bottom - bands }
}

/** Sheets of the template's form on which margins and bands leave less than a third for the body. */
export const sheetsWithoutRoom = (template: Template): PaperSize[] =>
  (Object.keys(paperSheets) as PaperSize[])
    .filter((paper) => paperSheets[paper].form === template.kind)
    .filter((paper) => {
      const { bodyWidth, bodyHeight } = roomOn(template, paper)
      return bodyWidth < paperSheets[paper].w / 3 || bodyHeight < paperSheets[paper].h / 3
    })
