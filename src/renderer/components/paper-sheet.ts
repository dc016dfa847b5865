// What can be previewed and printed, and how the person wants it this time.
import type { COPIES, PAPERS, PAPER_SIZES } from '#shared/contract/printing.ts'
import type { Language } from '#shared/contract/shop.ts'

export type Sheet = Readonly<{
  paper: (typeof PAPERS)[number]
  /** The visit for a slip, the work order for everything else. */
  subjectId: string
  copy?: (typeof COPIES)[number]
}>
export type PaperSize = (typeof PAPER_SIZES)[number]

/** What the person chose here for this printing; undefined means as in the settings. */
export type Appearance = Readonly<{
  size: PaperSize | undefined
  language: Language | undefined
  printer: string | undefined
  copies: number
}>

export const isLabel = (paper: Sheet['paper']): boolean =>
  paper === 'deviceLabel' || paper === 'accessoryLabel'
