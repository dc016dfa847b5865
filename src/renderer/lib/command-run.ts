// One form, one command: a double click, a retry after a lost answer, and a restart of the core never act
// twice (rule WO-8). The command id lives until a definite answer has come.
import type { JsonValue } from '#shared/kernel/result.ts'
import type { CallCounter } from '#shared/contract/window.ts'
import { isUnknown, outcomeOf } from './problem.ts'
import type { Outcome } from './problem.ts'

type Attempt = {
  commandId: string
  params: unknown
  text: string
  running: Promise<Outcome<JsonValue>> | null
}

export type CommandRun = (params: unknown) => Promise<Outcome<JsonValue>>

/**
 * Runs a command for one form. The same content while one is under way joins it; after a lost answer the same
 * content repeats the same id. Changed content after a lost answer first asks how the lost one ended: had it
 * been carried out, that is told as `doneEarlier` instead of doing it a second time.
 */
export const createCommandRun = (method: string, call: CallCounter, newId: () => string): CommandRun => {
  let attempt: Attempt | null = null

  const send = async (mine: Attempt): Promise<Outcome<JsonValue>> => {
    const outcome = outcomeOf<JsonValue>(await call(method, mine.params, mine.commandId))
    mine.running = null
    if (attempt === mine && (outcome.ok || !isUnknown(outcome.problem))) attempt = null
    return outcome
  }

  const start = (params: unknown, text: string) => {
    const mine: Attempt = { commandId: newId(), params, text, running: null }
    attempt = mine
    mine.running = send(mine)
    return mine.running
  }

  const afterLost = async (lost: Attempt, params: unknown, text: string) => {
    const earlier = await (lost.running = send(lost))
    if (earlier.ok) return { ok: false, problem: { kind: 'doneEarlier', value: earlier.value } } as const
    return isUnknown(earlier.problem) ? earlier : start(params, text)
  }

  return (params) => {
    const text = JSON.stringify(params)
    if (attempt === null) return start(params, text)
    if (attempt.running) return attempt.running
    if (attempt.text === text) return (attempt.running = send(attempt))
    return afterLost(attempt, params, text)
  }
}
