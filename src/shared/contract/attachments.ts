// Photos: stored once by their content's hash, as files beside the database.
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { ATTACHMENT_MAX_BYTES, command, contract, query } from './define.ts'
import { base64, sha256 } from './fields.ts'

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const PHOTO_MAX_BYTES = 4 * 1024 * 1024

export const attachments = contract('attachment', {
  put: command({
    summary:
      'Stores a photo durably; place and camera data are taken out. Answers its hash, by which an order refers to it.',
    input: z.strictObject({ mime: z.enum(PHOTO_TYPES), data: base64(PHOTO_MAX_BYTES) }),
    output: z.strictObject({ hash: sha256, bytes: z.int() }),
    refusals: {
      notAPhoto: z.strictObject({ field: z.string() }),
      diskNearlyFull: z.strictObject({ freeMiB: z.int() }),
    },
    maxBytes: ATTACHMENT_MAX_BYTES,
    access: may('addPhoto'),
  }),
  get: query({
    summary: 'A stored photo as base64.',
    input: z.strictObject({ hash: sha256 }),
    output: z.strictObject({ mime: z.enum(PHOTO_TYPES), data: z.string() }),
    refusals: { notFound: z.strictObject({ field: z.string() }) },
  }),
})
