// The sections of an order, in the order of their keys: what came in, the work, the money, the customer, then what one
// looks up.
export const SECTIONS = [
  'intake',
  'work',
  'quote',
  'parts',
  'contact',
  'custody',
  'papers',
  'log',
  'related',
  'money',
] as const
export type Section = (typeof SECTIONS)[number]

/** Ctrl+1 … Ctrl+9, Ctrl+0 for the tenth. */
export const sectionChord = (index: number): string => `Ctrl+${(index + 1) % 10}`
