// Kills a core over and over in the middle of its work and holds it to what it acknowledged (faults P1, P4; goal G1).
import { existsSync } from 'node:fs'
import { Gone, initShop, runCounter, serveCounter } from '#test/support/counter-process.ts'
import type { Served } from '#test/support/counter-process.ts'
import { missing, noteNumbers } from './ledger.ts'
import type { Numbers, Sent } from './ledger.ts'
import { createChance } from './random.ts'
import { learn, nextCommand } from './work.ts'
import type { Known } from './work.ts'

export type KillOptions = Readonly<{
  dir: string
  cli: string
  kills: number
  seed: number
  /** Goes back to an older backup in the middle and on from there (rule WO-6). */
  restore: boolean
  onKill?: (figures: KillFigures) => void
}>

export type KillFigures = {
  kills: number
  acknowledged: number
  /** Not acknowledged before a kill, sent again under the same commandId. */
  repeated: number
  /** Of those: what had been done all the same. */
  doneBefore: number
  visits: number
  numbers: number
  restores: number
  seconds: number
  /** Anything lost, halved, doubled, or numbered twice. */
  problems: string[]
}

const MOST_AT_ONCE = 16
const LONGEST_MS = 25

export const killCampaign = async (options: KillOptions): Promise<KillFigures> => {
  const { dir, cli, kills, seed } = options
  const started = performance.now()
  const chance = createChance(seed)
  const numbers: Numbers = new Map()
  const figures: KillFigures = {
    kills: 0,
    acknowledged: 0,
    repeated: 0,
    doneBefore: 0,
    visits: 0,
    numbers: 0,
    restores: 0,
    seconds: 0,
    problems: [],
  }
  let known: Known = { orders: [], photos: [], made: 0 }
  let done: Sent[] = []
  let unanswered: Sent[] = []
  let backup: { file: string; done: Sent[]; known: Known } | undefined
  let checked = 0

  const acknowledge = (sent: Sent, answer: unknown): void => {
    sent.answer = answer
    figures.acknowledged += 1
    done.push(sent)
    learn(known, sent)
    if (sent.method !== 'visit.create') return
    figures.visits += 1
    figures.problems.push(...noteNumbers(numbers, sent))
  }

  /** Resolves when it was answered or the process is gone. */
  const send = async (core: Served, sent: Sent): Promise<'answered' | 'refused' | 'gone'> => {
    try {
      const { result, error } = await core.ask(sent.method, sent.params, sent.commandId)
      if (error) {
        // Of two corrections under way at once the second may be late; anything else is a fault of ours.
        if (error.message !== 'changedMeanwhile')
          figures.problems.push(`${sent.method}: ${JSON.stringify(error)}`)
        return 'refused'
      }
      acknowledge(sent, result)
      return 'answered'
    } catch (error) {
      if (!(error instanceof Gone)) throw error
      return 'gone'
    }
  }

  const repeatUnanswered = async (core: Served): Promise<void> => {
    const before = figures.acknowledged
    const open = unanswered
    unanswered = []
    const recorded = new Set(await recordedOf(dir, open))
    figures.doneBefore += recorded.size
    for (const sent of open) {
      await send(core, sent)
      if (sent.answer === undefined) continue
      const again = await core.ask(sent.method, sent.params, sent.commandId)
      if (JSON.stringify(again.result) !== JSON.stringify(sent.answer))
        figures.problems.push(`${sent.method} ${sent.commandId} answered differently the second time`)
    }
    figures.repeated += figures.acknowledged - before
    const one = done.length > 0 ? chance.pick(done) : undefined
    if (!one) return
    const again = await core.ask(one.method, one.params, one.commandId)
    if (JSON.stringify(again.result) !== JSON.stringify(one.answer))
      figures.problems.push(
        `the acknowledged ${one.method} ${one.commandId} answers differently after a kill`,
      )
  }

  const verify = (which: readonly Sent[]): void => {
    const file = (hash: string): boolean => existsSync(`${dir}/attachments/${hash.slice(0, 2)}/${hash}`)
    figures.problems.push(...missing(`${dir}/counter.db`, which, file))
  }

  const open = async (): Promise<Served> => {
    const core = serveCounter(dir, { cli })
    await core.signIn()
    await repeatUnanswered(core)
    // Drafts are judged by their last state, so the window reaches back to what was checked before.
    verify(done.slice(checked))
    checked = done.length
    return core
  }

  const goBack = async (): Promise<void> => {
    if (!backup) return
    const { code, stderr } = await runCounter(['restore', '--data', dir, '--file', backup.file], { cli })
    if (code !== 0) figures.problems.push(`restore ended with ${code}: ${stderr}`)
    figures.restores += 1
    done = [...backup.done]
    known = { ...structuredClone(backup.known), made: known.made }
    checked = 0
  }

  await initShop(dir, { cli })
  for (let round = 0; round < kills; round += 1) {
    const core = await open()
    if (options.restore && round === Math.floor(kills * 0.25)) {
      const { file } = await core.value<{ file: string }>('backup.make')
      backup = { file, done: [...done], known: structuredClone(known) }
    }
    if (options.restore && round === Math.floor(kills * 0.6)) {
      await core.end()
      await goBack()
      continue
    }
    const batch = Array.from({ length: 1 + chance.upTo(MOST_AT_ONCE) }, () => nextCommand(chance, known))
    let answers = 0
    const killAt = chance.upTo(batch.length + 1)
    const delay = chance.upTo(LONGEST_MS)
    let reached = (): void => undefined
    const moment = new Promise<void>((resolve) => (reached = resolve))
    if (killAt === 0) reached()
    const outcomes = batch.map(async (sent) => {
      const outcome = await send(core, sent)
      answers += 1
      if (answers >= killAt) reached()
      return { sent, outcome }
    })
    await moment
    await new Promise((resolve) => setTimeout(resolve, delay))
    await core.kill()
    figures.kills += 1
    for (const { sent, outcome } of await Promise.all(outcomes)) if (outcome === 'gone') unanswered.push(sent)
    figures.seconds = (performance.now() - started) / 1000
    figures.numbers = numbers.size
    options.onKill?.(figures)
    if (figures.problems.length > 0) break
  }
  const core = await open()
  await core.end()
  verify(done)
  const check = await runCounter(['check', '--data', dir], { cli })
  if (check.code !== 0) figures.problems.push(check.stdout)
  figures.seconds = (performance.now() - started) / 1000
  figures.numbers = numbers.size
  return figures
}

/** Which of these the core had done although nobody heard of it. */
const recordedOf = async (dir: string, commands: readonly Sent[]): Promise<string[]> => {
  if (commands.length === 0) return []
  const { openDriver } = await import('#core/db/driver.ts')
  const db = openDriver(`${dir}/counter.db`, { readonly: true })
  try {
    const find = db.prepare('select command_id from command_record where command_id = ?').pluck()
    return commands
      .map(({ commandId }) => find.get(commandId) as string | undefined)
      .filter((id) => id !== undefined)
  } finally {
    db.close()
  }
}
