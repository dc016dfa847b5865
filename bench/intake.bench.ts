// What durability costs at intake and what our layers add to it. Ours: a returning customer brings a machine
// that we know, from the parsed message to the reply. The peer: better-sqlite3 alone writes every row of the
// same commands, with values computed beforehand, one FULL immediate transaction each.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { WARM_UP, againstBare } from './lib/against-bare.ts'
import { intakesOf } from './lib/intakes.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL = '>= 0.65'

/** `intake-durable-ratio`: the peer's time over ours. */
export const run: Run = async ({ quick, workDir }) => {
  const rounds = quick ? 5 : 9
  const perRound = quick ? 60 : 200
  const demo = join(workDir, 'demo')
  mkdirSync(demo, { recursive: true })
  const history = { orders: quick ? 2000 : 20_000, years: 2, seed: 3 }
  await fillDemo({ dataDir: demo, ...history, version: 'bench', now: Date.now(), toldInFull: 500 })
  const requests = intakesOf(join(demo, 'counter.db'), WARM_UP + rounds * perRound)
  const { ratio, detail } = await againstBare({ from: demo, workDir, requests, rounds, perRound })
  return [row('intake-durable-ratio', ratio, 'ratio', GOAL, { ...detail, existing_orders: history.orders })]
}
