// What can be previewed and printed, and how the person wants it this time.
import { PAPER_SIZES } from '#shared/contract/printing.ts'
import type { Language } from '#shared/contract/shop.ts'
import { fitsOn, paperForms } from '#shared/domain/papers/index.ts'
import type { PaperCopy, PaperKind } from '#shared/domain/papers/index.ts'

export type Sheet = Readonly<{
  paper: PaperKind
  /** `paperSubjects` says whose id. */
  subjectId: string
  copy?: PaperCopy
}>
export type PaperSize = (typeof PAPER_SIZES)[number]

/** What the person chose here for this printing; undefined means as in the settings. */
export type Appearance = Readonly<{
  size: PaperSize | undefined
  language: Language | undefined
  printer: string | undefined
  copies: number
}>

export const sizesFor = (paper: Sheet['paper']): PaperSize[] =>
  PAPER_SIZES.filter((size) => fitsOn(paper, size))

/** Labels and receipts have a size and a printer of their own. */
export const ownSettings = (paper: Sheet['paper']) => {
  if (paper === 'receipt') return { size: 'receiptSize', printer: 'receiptPrinter' } as const
  return paperForms[paper] === 'label'
    ? ({ size: 'labelSize', printer: 'labelPrinter' } as const)
    : ({ size: 'paperSize', printer: 'printer' } as const)
}
