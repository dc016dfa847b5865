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
  'receipt',
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
  receipt: 'receipt',
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

/**
 * A sheet in millimetres, upright. `margins` are what the kind of sheet asks for (PRN-2). A roll is as long as what
 * is printed on it.
 */
export type PaperSheet =
  | { form: 'page' | 'label'; w: number; h: number; margins: Margins }
  | { form: 'roll'; w: number; margins: Margins }

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
  // Receipt printers reach 72 of 80 and 48 of 58 mm.
  roll80: { form: 'roll', w: 80, margins: [4, 4, 4, 8] },
  roll58: { form: 'roll', w: 58, margins: [5, 4, 5, 8] },
} as const satisfies Record<string, PaperSheet>

/** A sheet by name. B5 JIS is the default page, label60x40 the default label. */
export type PaperSize = keyof typeof paperSheets

export const paperSizes = Object.keys(paperSheets) as PaperSize[]

/** Which form of sheet the template of a paper is drawn for. */
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
  receipt: 'page',
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
  receipt: 'a5',
} as const satisfies Record<PaperKind, PaperSize>

/** Papers that a receipt printer takes too. */
const onRolls: readonly PaperKind[] = ['receipt']

/** Labels go on label paper, papers on pages, receipts on rolls as well. */
export const fitsOn = (kind: PaperKind, size: PaperSize): boolean => {
  const { form } = paperSheets[size]
  return form === paperForms[kind] || (form === 'roll' && onRolls.includes(kind))
}

/** Width and height in millimetres; `printed` is how far a roll came out. */
export const sheetSize = (size: PaperSize, printed: number): { w: number; h: number } => {
  const sheet: PaperSheet = paperSheets[size]
  return { w: sheet.w, h: sheet.form === 'roll' ? printed : sheet.h }
}
