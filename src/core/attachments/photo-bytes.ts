// What a photo's bytes say about themselves, and a JPEG without its place and camera data.
import type { PhotoType } from './attachments.ts'

const startsWith = (bytes: Uint8Array, head: readonly number[], at = 0): boolean =>
  head.every((byte, i) => bytes[at + i] === byte)

/** The type by its first bytes; a file that only claims to be a photo is none. */
export const photoTypeOf = (bytes: Uint8Array): PhotoType | undefined => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return 'image/webp'
  return undefined
}

const JFIF = 0xe0
const ADOBE = 0xee

/** Drops a JPEG's application segments (place, camera, thumbnails) but those that a decoder needs. */
export const withoutMetadata = (bytes: Uint8Array): Uint8Array => {
  if (photoTypeOf(bytes) !== 'image/jpeg') return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number
    if (marker === 0xda) break
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
    if (length < 2 || at + 2 + length > bytes.length) break
    const isApplication = marker >= 0xe0 && marker <= 0xef
    const isComment = marker === 0xfe
    if ((!isApplication && !isComment) || marker === JFIF || marker === ADOBE) {
      kept.push(bytes.subarray(at, at + 2 + length))
    }
    at += 2 + length
  }
  kept.push(bytes.subarray(at))
  return Buffer.concat(kept)
}
