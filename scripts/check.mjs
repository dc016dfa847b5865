// `npm run check`: everything that is quick: format, lint, types, architecture and unit tests.
import { checkStages } from './lib/check-stages.mjs'
import { setup } from './lib/setup.mjs'
import { runMain } from './lib/shell.mjs'
import { runStages, vitest } from './lib/stages.mjs'

runMain(async () => {
  await setup()
  return runStages([
    ...checkStages,
    ['architecture', vitest('architecture', ['test/architecture'])],
    ['unit', vitest('unit', ['src'])],
  ])
})
