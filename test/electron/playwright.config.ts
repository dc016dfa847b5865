// The tests in the real window. They run the built program (`npm run build`), each on a display of its own.
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/window',
  fullyParallel: true,
  workers: 2,
  // A build server that stalls for a moment is no reason to lose a change; the sum says what needed a second try.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
})
