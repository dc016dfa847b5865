// What a person may not do alone is asked of a second one at the same screen: the command is given again with his yes.
// Several may be needed one after another; going back loses nothing that was typed.
import { useState } from 'react'
import type { ApprovalNeeded } from '#shared/contract/approvals.ts'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'
import { isRefusal } from '#renderer/lib/problem.ts'

export type Asking = Readonly<{ needed: ApprovalNeeded; answer: (token: string | null) => void }>
export type Approvals = ReturnType<typeof useApprovals>

/** The contract says that the details of this refusal have this shape. */
const neededBy = (outcome: Outcome<unknown>): ApprovalNeeded | null =>
  !outcome.ok && outcome.problem.kind === 'refusal' && outcome.problem.code === 'approvalNeeded'
    ? (outcome.problem.details as unknown as ApprovalNeeded)
    : null

/** The sheet asks in place of the words. */
export const withoutApproval = (problem: Problem | undefined): Problem | undefined =>
  isRefusal(problem, 'approvalNeeded') ? undefined : problem

export const useApprovals = () => {
  const [asking, setAsking] = useState<Asking | null>(null)

  /** The answer of the command; null when nobody approved. */
  const run = async <T>(act: (approvals: string[]) => Promise<Outcome<T>>): Promise<Outcome<T> | null> => {
    // By what it is for: one that came too late is replaced by the next.
    const tokens = new Map<string, string>()
    for (;;) {
      const outcome = await act([...tokens.values()])
      const needed = neededBy(outcome)
      if (needed === null) return outcome
      const token = await new Promise<string | null>((answer) => setAsking({ needed, answer }))
      setAsking(null)
      if (token === null) return null
      tokens.set(`${needed.act} ${needed.objectId}`, token)
    }
  }
  return { run, asking }
}
