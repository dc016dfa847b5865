// Types for the benches that start programs.
export const root: string
export const node24: string
