// Taking photos in and giving them out.
import { attachments } from '#shared/contract/attachments.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { photoTypeOf, withoutMetadata } from './photo-bytes.ts'

/** Below this much free space no photo is taken in, so that orders still fit. */
export const LEAST_FREE_MIB_FOR_PHOTOS = 200

export const attachmentEntries = implement(attachments, {
  put: prepared<typeof attachments.procedures.put, { hash: string; bytes: number }>({
    prepare: async (ctx, input) => {
      const freeMiB = ctx.services.freeMiB()
      if (freeMiB < LEAST_FREE_MIB_FOR_PHOTOS) return refuse('diskNearlyFull', { freeMiB })
      const given = Buffer.from(input.data, 'base64')
      if (photoTypeOf(given) !== input.mime) return refuse('notAPhoto', { field: 'data' })
      const bytes = withoutMetadata(given)
      return { hash: ctx.services.attachments.put(bytes), bytes: bytes.length }
    },
    run: (_ctx, _input, stored) => stored,
  }),

  get: (ctx, input) => {
    const bytes = ctx.services.attachments.get(input.hash)
    const mime = bytes && photoTypeOf(bytes)
    if (!bytes || !mime) return refuse('notFound', { field: 'hash' })
    return { mime, data: Buffer.from(bytes).toString('base64') }
  },
})
