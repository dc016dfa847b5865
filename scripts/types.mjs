// `npm run types`: the type check of every room, each with its own environment.
import { types } from './lib/check-stages.mjs'
import { runStages } from './lib/stages.mjs'
import { runMain } from './lib/shell.mjs'

runMain(() => runStages([['types', types]]))
