// The kill campaign at length: `npm run soak -- [--kills N] [--lanes N] [--seed N] [--out FILE]`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtCli } from './built-cli.ts'
import { killCampaign } from './kill-campaign.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10000' },
    lanes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'test-results/soak.json' },
  },
})
const kills = Number(values.kills)
const lanes = Number(values.lanes)
/** A folder is used for so many kills; then another begins, so that the last check stays a matter of seconds. */
const KILLS_A_FOLDER = 500
const SAY_EVERY = 100

const cli = await builtCli()
const started = performance.now()
let begun = 0
let killed = 0
const total = { kills: 0, acknowledged: 0, repeated: 0, doneBefore: 0, visits: 0, numbers: 0, restores: 0 }
const problems: string[] = []

const lane = async (): Promise<void> => {
  while (begun < kills && problems.length === 0) {
    const count = Math.min(KILLS_A_FOLDER, kills - begun)
    const seed = Number(values.seed) + begun
    begun += count
    const dir = mkdtempSync(join(tmpdir(), 'repair-counter-soak-'))
    const figures = await killCampaign({
      dir,
      cli,
      // One round goes to the restore.
      kills: count + 1,
      seed,
      restore: true,
      onKill: () => {
        killed += 1
        if (killed % SAY_EVERY === 0) {
          const seconds = (performance.now() - started) / 1000
          process.stdout.write(
            `${killed} kills in ${seconds.toFixed(0)} s, ${(killed / seconds).toFixed(1)} a second\n`,
          )
        }
      },
    })
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += figures[key]
    problems.push(...figures.problems)
    if (figures.problems.length === 0) rmSync(dir, { recursive: true, force: true })
    else process.stdout.write(`kept for looking at: ${dir} (seed ${seed})\n`)
  }
}
await Promise.all(Array.from({ length: lanes }, lane))

const seconds = Math.round((performance.now() - started) / 100) / 10
const result = {
  ...total,
  seconds,
  killsPerSecond: Math.round((total.kills / seconds) * 100) / 100,
  seed: Number(values.seed),
  problems,
}
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`)
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
