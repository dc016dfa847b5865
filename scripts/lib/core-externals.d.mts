// Types for the build configuration.
export const coreExternals: readonly string[]
