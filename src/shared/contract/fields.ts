// The field shapes that contracts share: bounded, cleaned, and strict about what a person cannot have meant.
import { z } from 'zod'
import { cleanLine, cleanText } from '#shared/kernel/text.ts'

// Everything that no keyboard types: C0 controls but tab and line feeds, and halves of surrogate pairs.
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const codePoints = (value: string): number => {
  let count = 0
  for (const _ of value) count += 1
  return count
}

const words = (max: number, clean: (value: string) => string, min: number) =>
  z
    .string()
    .max(max * 4, `at most ${max} characters`)
    .refine((value) => !FORBIDDEN.test(value), 'contains control characters')
    .transform(clean)
    .refine((value) => codePoints(value) <= max, `at most ${max} characters`)
    .refine((value) => codePoints(value) >= min, 'must not be empty')

/** One line of text, cleaned of invisible marks and outer spaces; may be empty. */
export const line = (max: number) => words(max, cleanLine, 0)
/** One line that must say something. */
export const lineRequired = (max: number) => words(max, cleanLine, 1)
/** Several lines; may be empty. */
export const prose = (max: number) => words(max, cleanText, 0)
export const proseRequired = (max: number) => words(max, cleanText, 1)

export const id = z.uuid().describe('UUIDv7')
/** UTC milliseconds. The years 1970 to 2100. */
export const instant = z.int().min(0).max(4_102_444_800_000)
/** A calendar day of the shop, `2026-11-22`. */
export const day = z.iso
  .date()
  .refine((value) => value >= '1970-01-01' && value <= '2100-12-31', 'a day between 1970 and 2100')
/** Integer fen; at most 100 million yuan. */
export const fen = z.int().min(0).max(10_000_000_000)
export const count = z.int().min(1).max(999)
export const months = z.int().min(0).max(600)
export const staffNo = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,20}$/, '1 to 20 letters, digits, dots or dashes')
  .transform((value) => value.toUpperCase())
export const password = z.string().min(1).max(200)
/** A list cursor; opaque. */
export const cursor = z.string().max(200)
export const pageSize = z.int().min(1).max(500)

/** Nothing to tell. */
export const nothing = z.strictObject({})
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256 in hexadecimal')
/** Bytes as base64 text. */
export const base64 = (maxBytes: number) => z.base64().max(Math.ceil(maxBytes / 3) * 4 + 4, 'too large')
