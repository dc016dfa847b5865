// Types for the tests that import runtime.mjs.
export type ElectronRuntime = {
  electron: string
  dist: string
  kind: 'current' | 'fallback'
  version: string
}
export const runtimeFile: string
export function electronRuntime(): ElectronRuntime
export function electronEnv(extra?: Record<string, string | undefined>): Record<string, string>
export function electronFlags(): string[]
