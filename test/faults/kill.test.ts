// kill -9 of the core 200 times in the middle of mixed work (G1, P4): what was acknowledged is there and whole.
import { expect, it } from 'vitest'
import { tempDir } from '#test/support/temp-dir.ts'
import { builtCli } from './support/built-cli.ts'
import { killCampaign } from './support/kill-campaign.ts'

const LANES = 2
const KILLS = 200

it(
  `G1 WO-6 of ${KILLS} kills none loses, halves or doubles what was acknowledged, nor repeats a number, also after going back to a backup`,
  { timeout: 900_000 },
  async () => {
    const cli = await builtCli()
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      killCampaign({ dir: tempDir(), cli, kills: KILLS / LANES + 1, seed: 2026 + lane, restore: true }),
    )
    const all = await Promise.all(lanes)
    for (const figures of all) process.stdout.write(`kills: ${JSON.stringify(figures)}\n`)
    expect(all.flatMap(({ problems }) => problems)).toEqual([])
    expect(all.map(({ kills, restores }) => [kills, restores])).toEqual(all.map(() => [KILLS / LANES, 1]))
    // A harness that never cuts anything off, or never lets anything through, would prove nothing.
    const sum = (key: 'acknowledged' | 'repeated' | 'doneBefore') =>
      all.reduce((total, one) => total + one[key], 0)
    expect([sum('acknowledged') > KILLS * 3, sum('repeated') > KILLS / 2, sum('doneBefore') > 0]).toEqual([
      true,
      true,
      true,
    ])
  },
)
