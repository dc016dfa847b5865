// Bytes of a text file as text. People save CSV as UTF-8 with and without a mark, GBK and UTF-16, and sometimes paste
// one into the other: then the lines in the other encoding carry U+FFFD, and each becomes a problem of its row.
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const REPLACEMENT = '\ufffd'
const LINE_FEED = 10

const decode = (bytes: Uint8Array, encoding: Encoding, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Half of the bytes of commas, digits and western text in UTF-16 are zero, all on one side. */
const utf16Of = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096 - (4096 % 2))
  let even = 0
  let odd = 0
  for (const [i, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  const many = sample.length / 20
  // A few Chinese characters have a zero on the other side.
  if (odd > many && odd > even * 3) return 'utf-16le'
  return even > many && even > odd * 3 ? 'utf-16be' : undefined
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(LINE_FEED, from)
    const next = end < 0 ? bytes.length : end + 1
    yield bytes.subarray(from, next)
    from = next
  }
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)
/** Three-byte characters twice: GBK text is hardly ever also that. */
const looksUtf8 = (text: string | undefined): boolean => (text?.match(/[\u0800-\uffef]/g)?.length ?? 0) >= 2

/** Neither encoding takes it all: the one of most lines is taken, the others are marked. */
const mixed = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  let utf8 = 0
  let others = 0
  for (const line of linesOf(bytes)) {
    if (isAscii(line)) continue
    if (looksUtf8(decode(line, 'utf-8', true))) utf8 += 1
    else others += 1
  }
  const encoding: Encoding = utf8 >= others ? 'utf-8' : 'gb18030'
  const parts: string[] = []
  for (const line of linesOf(bytes)) {
    if (encoding === 'utf-8') {
      parts.push(decode(line, 'utf-8', false) ?? '')
      continue
    }
    const asUtf8 = isAscii(line) ? undefined : decode(line, 'utf-8', true)
    parts.push(
      looksUtf8(asUtf8)
        ? (asUtf8 ?? '').replace(/(?=[\u0080-\uffff])/, REPLACEMENT)
        : (decode(line, 'gb18030', false) ?? ''),
    )
  }
  return { text: parts.join(''), encoding }
}

export const decodeText = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const wide = utf16Of(bytes)
  if (wide) return { text: decode(bytes, wide, false) ?? '', encoding: wide }
  const utf8 = decode(bytes, 'utf-8', true)
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  return mixed(bytes)
}
