// `npm run soak`: kills the core 10 000 times in the middle of its work; the figures go to test-results/soak.json.
import { setup } from './lib/setup.mjs'
import { node24, projectEnv, run, runMain } from './lib/shell.mjs'

runMain(async () => {
  await setup({ tests: true })
  const args = ['test/faults/support/soak.ts', ...process.argv.slice(2)]
  const { code } = await run(node24, args, { show: true, env: projectEnv() })
  return code
})
