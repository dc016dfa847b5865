// Types for the tests that import display.mjs.
export function startHiddenDisplay(options?: {
  size?: string
}): Promise<{ display: string; stop: () => void }>
