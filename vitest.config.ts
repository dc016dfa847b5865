// The unit and scenario tests; the real-window tests and the faults have their own in test/electron, test/faults.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/electron/**', 'test/faults/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By itself it keeps one core free, which on two halves the speed.
    maxWorkers: 2,
  },
})
