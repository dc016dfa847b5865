// What can be printed, for whom, in which language and on which sheet: the closed lists that the
// core, the window and the templates share.

export const paperKinds = [
  'repairOrder',
  'pickupSlip',
  'deviceLabel',
  'accessoryLabel',
  'vendorSlip',
  'quote',
  'issueSlip',
  'returnSlip',
  'faultTag',
] as const
/** A kind of paper; each has one template file in templates/print. */
export type PaperKind = (typeof paperKinds)[number]

/** What a paper is about: its id is the `subjectId` of a print. */
export const paperSubjects = {
  repairOrder: 'workOrder',
  pickupSlip: 'visit',
  deviceLabel: 'workOrder',
  accessoryLabel: 'workOrder',
  vendorSlip: 'workOrder',
  quote: 'workOrder',
  issueSlip: 'stockDocument',
  returnSlip: 'stockDocument',
  faultTag: 'faultTag',
} as const satisfies Record<PaperKind, string>
export type PaperSubject = (typeof paperSubjects)[PaperKind]

export const paperCopies = ['customer', 'bench', 'counter'] as const
/** Whose copy of a repair order it is (PRN-1). Slips and labels exist in the customer's form only. */
export type PaperCopy = (typeof paperCopies)[number]

export const paperLanguages = ['zh-CN', 'en'] as const
/** The language of the paper, a setting apart from the window's language. */
export type PaperLanguage = (typeof paperLanguages)[number]

const pointsPerMm = 72 / 25.4

/** Millimetres to PDF points. */
export const mmToPoints = (mm: number): number => mm * pointsPerMm

/** Left, top, right, bottom in millimetres. */
export type Margins = readonly [number, number, number, number]

/** A sheet in millimetres, upright. `margins` are what the kind of sheet asks for (PRN-2). */
export type PaperSheet = { form: 'page' | 'label'; w: number; h: number; margins: Margins }

const officeMargins: Margins = [6.4, 15, 6.4, 15]
const labelMargins: Margins = [2, 2, 2, 2]

export const paperSheets = {
  b5jis: { form: 'page', w: 182, h: 257, margins: officeMargins },
  b5iso: { form: 'page', w: 176, h: 250, margins: officeMargins },
  a4: { form: 'page', w: 210, h: 297, margins: [12, 15, 12, 15] },
  a5: { form: 'page', w: 148, h: 210, margins: [6.4, 10, 6.4, 10] },
  label60x40: { form: 'label', w: 60, h: 40, margins: labelMargins },
  label50x30: { form: 'label', w: 50, h: 30, margins: [1.5, 1.5, 1.5, 1.5] },
  label40x30: { form: 'label', w: 40, h: 30, margins: [1.5, 1.5, 1.5, 1.5] },
} as const satisfies Record<string, PaperSheet>

/** A sheet by name. B5 JIS is the default page, label60x40 the default label. */
export type PaperSize = keyof typeof paperSheets

export const paperSizes = Object.keys(paperSheets) as PaperSize[]

/** Which form of sheet a kind of paper is made for. */
export const paperForms = {
  repairOrder: 'page',
  pickupSlip: 'page',
  deviceLabel: 'label',
  accessoryLabel: 'label',
  vendorSlip: 'page',
  quote: 'page',
  issueSlip: 'page',
  returnSlip: 'page',
  faultTag: 'label',
} as const satisfies Record<PaperKind, PaperSheet['form']>

export const defaultPaperSizes = {
  repairOrder: 'b5jis',
  pickupSlip: 'b5jis',
  deviceLabel: 'label60x40',
  accessoryLabel: 'label40x30',
  vendorSlip: 'b5jis',
  quote: 'b5jis',
  issueSlip: 'b5jis',
  returnSlip: 'b5jis',
  faultTag: 'label60x40',
} as const satisfies Record<PaperKind, PaperSize>

/** Width and height in points. */
export const sheetPoints = (size: PaperSize): { w: number; h: number } => ({
  w: mmToPoints(paperSheets[size].w),
  h: mmToPoints(paperSheets[size].h),
})
