// A picture that proves something (a signature, a lost-slip photo, a signed paper) is stored before it is named.
import { useState } from 'react'
import { smallPhoto } from '#renderer/features/orders/index.tsx'
import { newId, useBridge } from '#renderer/lib/api.ts'
import { outcomeOf } from '#renderer/lib/problem.ts'
import type { Problem } from '#renderer/lib/problem.ts'

const NOT_A_PHOTO: Problem = { kind: 'refusal', code: 'notAPhoto', details: {} }

export const useStorePicture = () => {
  const { call } = useBridge()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  /** The hash, or null after a problem. */
  const store = async (picture: Blob): Promise<string | null> => {
    setProblem(undefined)
    setBusy(true)
    const small = await smallPhoto(picture)
    const outcome = small
      ? outcomeOf<{ hash: string }>(await call('attachment.put', small, newId()))
      : { ok: false as const, problem: NOT_A_PHOTO }
    setBusy(false)
    if (outcome.ok) return outcome.value.hash
    setProblem(outcome.problem)
    return null
  }
  return { store, busy, problem }
}
