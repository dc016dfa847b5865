// `npm run setup [-- --tests] [-- --retry-electron]`: fetch what this clone needs to run; see scripts/README.md.
import { runMain } from './lib/shell.mjs'
import { setup } from './lib/setup.mjs'

const args = process.argv.slice(2)
runMain(() => setup({ tests: args.includes('--tests'), retryElectron: args.includes('--retry-electron') }))
