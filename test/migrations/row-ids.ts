// The time and the ids of the rows in the migration tests.
export const AT = Date.UTC(2026, 10, 22, 2)
export const id = (n: number): string => `01a200fb-5100-7000-8000-${String(n).padStart(12, '0')}`
