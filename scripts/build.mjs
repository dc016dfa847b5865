// `npm run build`: makes out/ from the sources, whether or not it looks up to date.
import { ensureBuild } from './lib/build.mjs'
import { runMain } from './lib/shell.mjs'

runMain(() => ensureBuild({ force: true }))
