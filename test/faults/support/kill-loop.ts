// Kills a core with -9 in the middle of commands, over and over; what was not answered is sent again under its id.
import { setTimeout as pause } from 'node:timers/promises'
import { Gone, serveCounter } from '#test/support/counter-process.ts'
import type { Served } from '#test/support/counter-process.ts'
import type { Chance } from './random.ts'

const AT_ONCE = 12
const LONGEST_MS = 20

export type Sent = Readonly<{ commandId: string; method: string; params: Record<string, unknown> }>

type Options<S extends Sent> = Readonly<{
  dir: string
  cli: string
  kills: number
  chance: Chance
  next: () => S
  /** Every answer with a value. */
  done: (sent: S, result: unknown) => void
  /** Refusals that are no problem: what was asked at random cannot always be done. */
  tolerated: readonly string[]
  /** What is wrong after a kill, read from the file and not asked of the core. */
  missing: () => readonly string[]
}>

/** What went wrong, how many were refused, and how many sent again. */
export const killInTheMiddle = async <S extends Sent>(options: Options<S>) => {
  const { dir, cli, kills, chance, next, done, tolerated, missing } = options
  const problems: string[] = []
  let unanswered: S[] = []
  let [refused, repeated] = [0, 0]

  const send = async (core: Served, sent: S): Promise<void> => {
    try {
      const { result, error } = await core.ask(sent.method, sent.params, sent.commandId)
      if (result) done(sent, result)
      else if (tolerated.includes(error?.message ?? '')) refused += 1
      else problems.push(`${sent.method}: ${JSON.stringify(error)}`)
    } catch (error) {
      if (!(error instanceof Gone)) throw error
      unanswered.push(sent)
    }
  }
  const open = async (): Promise<Served> => {
    const core = serveCounter(dir, { cli })
    await core.signIn()
    const again = unanswered
    unanswered = []
    repeated += again.length
    for (const sent of again) await send(core, sent)
    return core
  }
  for (let made = 0; made < kills && problems.length === 0; made += 1) {
    const core = await open()
    const killAfter = chance.upTo(AT_ONCE)
    let answers = 0
    let reached = (): void => undefined
    const moment = new Promise<void>((resolve) => (reached = resolve))
    if (killAfter === 0) reached()
    const all = Array.from({ length: AT_ONCE }, next).map(async (sent) => {
      await send(core, sent)
      answers += 1
      if (answers >= killAfter) reached()
    })
    await moment
    await pause(chance.upTo(LONGEST_MS))
    await core.kill()
    await Promise.all(all)
    problems.push(...missing())
  }
  const core = await open()
  await core.end()
  problems.push(...missing())
  return { problems, refused, repeated }
}
