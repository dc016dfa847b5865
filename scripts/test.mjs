// `npm test`: everything there is, on a fresh clone too; the last line is the sum.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './lib/build.mjs'
import { checkStages } from './lib/check-stages.mjs'
import { setup } from './lib/setup.mjs'
import { root, runMain } from './lib/shell.mjs'
import { playwright, runStages, vitest } from './lib/stages.mjs'

// The window and the faults have stages of their own.
const apart = ['electron', 'faults', 'support']
const across = readdirSync(join(root, 'test'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !apart.includes(entry.name))
  .map((entry) => `test/${entry.name}`)

runMain(async () => {
  await setup({ tests: true })
  return runStages([
    ...checkStages,
    ['unit', vitest('unit', ['src'])],
    ['across rooms', vitest('across', across)],
    ['build', () => ensureBuild().then(() => ({}))],
    ['window', playwright('window', 'test/electron')],
    ['faults', vitest('faults', ['test/faults'], ['--config', 'test/faults/vitest.config.ts'])],
  ])
})
