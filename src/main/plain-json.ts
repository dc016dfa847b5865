// Whether a value that a window sent is plain JSON of bearable size. Structured clone lets far more through
// (dates, maps, bytes, cycles), and the channel to the core would change it without a word.

const MAX_DEPTH = 32

/** Undefined when the value is fine; otherwise what is wrong, in words for whoever wrote the caller. */
export const notPlainJson = (value: unknown, maxBytes: number): string | undefined => {
  let left = maxBytes
  const look = (part: unknown, depth: number): string | undefined => {
    left -= 1
    if (left < 0) return `larger than ${maxBytes} bytes`
    if (part === null || typeof part === 'boolean') return undefined
    if (typeof part === 'string') {
      left -= Buffer.byteLength(part)
      return left < 0 ? `larger than ${maxBytes} bytes` : undefined
    }
    if (typeof part === 'number') return Number.isFinite(part) ? undefined : 'a number that is not finite'
    if (typeof part !== 'object') return `a ${typeof part}`
    if (depth >= MAX_DEPTH) return `deeper than ${MAX_DEPTH} levels`
    if (Array.isArray(part)) return lookAtAll(part, depth)
    const prototype: unknown = Object.getPrototypeOf(part)
    if (prototype !== Object.prototype && prototype !== null) return 'an object that is not plain'
    return lookAtFields(part as Record<string, unknown>, depth)
  }
  const lookAtAll = (list: readonly unknown[], depth: number): string | undefined => {
    // A sparse array of a billion holes weighs nothing until somebody walks it.
    if (list.length > left) return `larger than ${maxBytes} bytes`
    for (const one of list) {
      const wrong = look(one, depth + 1)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
  const lookAtFields = (fields: Record<string, unknown>, depth: number): string | undefined => {
    for (const name of Object.keys(fields)) {
      if (name === '__proto__') return 'a field named __proto__'
      left -= Buffer.byteLength(name) + 3
      const wrong = fields[name] === undefined ? undefined : look(fields[name], depth + 1)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
  return value === undefined ? undefined : look(value, 0)
}
