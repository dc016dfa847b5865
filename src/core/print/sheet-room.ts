// How much room a template leaves on a sheet, in millimetres: margins, bands at the top and bottom, body.
import { fitsOn, paperSheets, paperSizes } from '#shared/domain/papers/index.ts'
import type { Margins, PaperKind, PaperSheet, PaperSize } from '#shared/domain/papers/index.ts'
import type { Sheet, Template } from './template.ts'

export type SheetRoom = { sheet: Sheet; margins: Margins; bodyWidth: number; bodyHeight: number }

/** A template's own margins count for its own sheet; on another the margins of that sheet do. A roll has no height. */
export const roomOn = (template: Template, paper: PaperSize): SheetRoom => {
  const sheet = template.sizes?.[paper] ?? template
  const own = paper === template.paper ? template.margins : undefined
  const form: PaperSheet = paperSheets[paper]
  const { w, margins: usual } = form
  const margins = (sheet === template ? own : sheet.margins) ?? own ?? usual
  const [left, top, right, bottom] = margins
  const bands = (sheet.header?.h ?? 0) + (sheet.footer?.h ?? 0)
  const bodyHeight = form.form === 'roll' ? 0 : form.h - top - bottom - bands
  return { sheet, margins, bodyWidth: w - left - right, bodyHeight }
}

/** Sheets that a paper goes on and where margins and bands leave less than a third for the body. */
export const sheetsWithoutRoom = (kind: PaperKind, template: Template): PaperSize[] =>
  paperSizes
    .filter((paper) => fitsOn(kind, paper))
    .filter((paper) => {
      const form: PaperSheet = paperSheets[paper]
      const { bodyWidth, bodyHeight } = roomOn(template, paper)
      return bodyWidth < form.w / 3 || (form.form !== 'roll' && bodyHeight < form.h / 3)
    })
