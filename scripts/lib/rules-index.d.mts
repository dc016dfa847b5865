// Types for the test of the index of rules.
export type NamedRule = { id: string; title: string; file: string }
export const rulesPage: string
export function rulesOnPage(page: string): string[]
export function rulesInSource(file: string, source: string): NamedRule[]
export function namedRules(): NamedRule[]
export function pageWithIndex(page: string, named: readonly NamedRule[]): string
