// What can be previewed and printed, and how the person wants it this time.
import type { PAPER_SIZES } from '#shared/contract/printing.ts'
import type { Language } from '#shared/contract/shop.ts'
import { paperForms } from '#shared/domain/papers/index.ts'
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

export const isLabel = (paper: Sheet['paper']): boolean => paperForms[paper] === 'label'
