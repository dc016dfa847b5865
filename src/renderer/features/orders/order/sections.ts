// The sections of an order, in the order of their keys.
export const SECTIONS = [
  'intake',
  'papers',
  'log',
  'visit',
  'others',
  'dispatch',
  'service',
  'contact',
  'custody',
  'quote',
] as const
export type Section = (typeof SECTIONS)[number]

/** Sections that came with the work in the house are worded with its verbs. */
export const sectionKey = (section: Section): string =>
  section === 'dispatch' || section === 'service' || section === 'contact'
    ? `verbs:sectionName.${section}`
    : `orders:section.${section}`

/** Ctrl+1 … Ctrl+9, the tenth Ctrl+0. */
export const sectionChord = (index: number): string => `Ctrl+${(index + 1) % 10}`
