// An answer that is not a value, as screens keep and show it: plain data, worded by problem-text.ts.
import type { InputIssue, Reply } from '#shared/contract/reply.ts'
import type { JsonValue } from '#shared/kernel/result.ts'

export type Problem =
  | Readonly<{ kind: 'refusal'; code: string; details: Readonly<Record<string, JsonValue>> }>
  | Readonly<{ kind: 'badInput'; issues: readonly InputIssue[] }>
  | Readonly<{ kind: 'fault'; faultId: string }>
  /** An earlier try, whose answer was lost, had been carried out; what was changed since then is not in it. */
  | Readonly<{ kind: 'doneEarlier'; value: JsonValue }>

export type Outcome<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem: Problem }>

/** A reply of the wire as an outcome for screens. */
export const outcomeOf = <T>(reply: Reply): Outcome<T> => {
  if (reply.ok) return { ok: true, value: reply.value as T }
  if (reply.kind === 'refusal') {
    const { refusal: code, ...details } = reply.refusal
    return { ok: false, problem: { kind: 'refusal', code, details } }
  }
  if (reply.kind === 'badInput') return { ok: false, problem: { kind: 'badInput', issues: reply.issues } }
  return { ok: false, problem: { kind: 'fault', faultId: reply.faultId } }
}

/** True when nobody can say whether it was done: only then is the same command id sent again. */
export const isUnknown = (problem: Problem): boolean => problem.kind === 'fault'

export const isRefusal = (problem: Problem | undefined, code: string): boolean =>
  problem?.kind === 'refusal' && problem.code === code
