// The sections of an order, in the order of their keys Ctrl+1 … Ctrl+6.
export const SECTIONS = ['intake', 'papers', 'log', 'visit', 'others', 'custody'] as const
export type Section = (typeof SECTIONS)[number]
