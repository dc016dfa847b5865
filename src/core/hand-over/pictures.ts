// Signatures, papers and photos of a hand-over. Each is kept as a photo of its order that no gallery shows: so it
// stays when orphans are swept, goes into backups, and is missed when its file is.
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'

/** Why this picture cannot serve: nobody stored it. */
export const pictureProblem = (
  ctx: CommandContext,
  hash: string | null | undefined,
  field: string,
  refusal: 'signatureMissing' | 'photoMissing',
): Refused | undefined =>
  hash === null || hash === undefined || ctx.services.attachments.has(hash)
    ? undefined
    : refuse(refusal, { field, hash })

export const keepPicture = (
  ctx: CommandContext,
  orderId: string,
  hash: string | null | undefined,
  caption: string,
): void => {
  if (hash === null || hash === undefined) return
  ctx.insert(
    'photo',
    ctx.newId(),
    {
      orderId,
      hash,
      ...ctx.services.photoFacts(hash),
      caption,
      active: false,
      createdAt: ctx.now,
      createdBy: ctx.actor.staffId,
    },
    'photo.added',
  )
}
