// Adding photos: made small enough to keep for years, stored by their content, then put to the order.
import { useState } from 'react'
import { PHOTO_TYPES } from '#shared/contract/attachments.ts'
import { newId, useBridge, useCoreCommand } from '../../../lib/api.ts'
import { outcomeOf } from '../../../lib/problem.ts'
import type { Outcome, Problem } from '../../../lib/problem.ts'
import { smallPhoto } from './small-photo.ts'

const NOT_A_PHOTO: Problem = { kind: 'refusal', code: 'notAPhoto', details: {} }

export const useAddPhotos = (orderId: string) => {
  const { call } = useBridge()
  const attach = useCoreCommand('order.addPhoto')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const addOne = async (file: File): Promise<Outcome<unknown>> => {
    if (!(PHOTO_TYPES as readonly string[]).includes(file.type)) return { ok: false, problem: NOT_A_PHOTO }
    const small = await smallPhoto(file)
    if (!small) return { ok: false, problem: NOT_A_PHOTO }
    const stored = outcomeOf<{ hash: string }>(await call('attachment.put', small, newId()))
    return stored.ok ? attach.run({ id: orderId, hash: stored.value.hash }) : stored
  }
  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    for (const file of files) {
      const outcome = await addOne(file)
      if (!outcome.ok) setProblem(outcome.problem)
    }
    setBusy(false)
  }
  return { add, busy, problem }
}
