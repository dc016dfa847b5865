// Intake apart from its screen: what is offered, what is read out of typed text, and the form as a request.
export {
  ACCESSORIES,
  ALL_ACCESSORY_WORDS,
  ALL_CONFIGURATION_WORDS,
  CONFIGURATION_KINDS,
} from './accessories.ts'
export { CATEGORIES, CATEGORY_WORDS, USUAL_WARRANTY_MONTHS, categoryIn, categoryOf } from './categories.ts'
export type { Category } from './categories.ts'
export { DRAFT_VERSION, readDraft, writeDraft } from './draft.ts'
export { CHARGE_REASONS, CONDITION_NOTES, FAULT_PHRASES, phrasesFor } from './faults.ts'
export * from './form.ts'
export { chargeOfNew, storyOf } from './history.ts'
export type { DeviceStory } from './history.ts'
export { proposeNextContact, readNextContact } from './next-contact.ts'
export { lastPiece, offeredPhrases, plusPhrase, takenBySeparator, withPhrase } from './phrase-text.ts'
export { printsLabels, sheetsOf } from './sheets.ts'
export type { Sheet } from './sheets.ts'
export { emptySpot, spotHindrance } from './spot-form.ts'
export type { SpotForm } from './spot-form.ts'
export { readTypedDate } from './typed-date.ts'
export { FORM_PROBLEMS, contactOf, customerParams, monthsOf, visitParams } from './visit-params.ts'
export type { FormFacts, FormProblem, VisitParams } from './visit-params.ts'
export { matchWords, wordIn, wordedIn } from './words.ts'
export type { Word, WordLanguage } from './words.ts'
