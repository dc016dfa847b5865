export function ensureBuild(options?: { force?: boolean }): Promise<void>
