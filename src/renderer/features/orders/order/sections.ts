// The sections of an order, in the order of their keys Ctrl+1 … Ctrl+5.
export const SECTIONS = ['intake', 'papers', 'log', 'visit', 'others'] as const
export type Section = (typeof SECTIONS)[number]
