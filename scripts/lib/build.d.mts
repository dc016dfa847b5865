// Types for the benches that build first.
export function ensureBuild(options?: { force?: boolean }): Promise<void>
