// What a request must be before its schema is asked: JSON, not too deep, not too large, with a usable commandId.
import type { Procedure } from '#shared/contract/define.ts'
import type { Reply, Request } from '#shared/contract/reply.ts'

/** Deeper than any form of ours; far from where parsing, SQLite's JSON or printing would give up. */
const DEEPEST = 64
const LONGEST_COMMAND_ID = 100
/** A list of a million wrong entries is answered with its first few. */
export const MOST_ISSUES = 20

export const badInput = (path: string, message: string): Reply => ({
  ok: false,
  kind: 'badInput',
  issues: [{ path, message }],
})

/** The answer to a request that is not even worth parsing, or undefined. */
export const requestMisfit = ({ params, commandId }: Request, { maxBytes }: Procedure): Reply | undefined => {
  if (commandId !== undefined && !isCommandId(commandId)) {
    return badInput('commandId', `a text of 1 to ${LONGEST_COMMAND_ID} characters`)
  }
  if (isDeeperThan(params, DEEPEST)) return badInput('', `nested deeper than ${DEEPEST} levels`)
  const size = sizeOf(params)
  if (size === undefined) return badInput('', 'not JSON')
  if (size > maxBytes) return badInput('', `the request has ${size} bytes, at most ${maxBytes} are taken`)
  return undefined
}

const isCommandId = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_COMMAND_ID

// Also true of what refers to itself.
const isDeeperThan = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return inner.some((one) => isDeeperThan(one, levels - 1))
}

/** Bytes as JSON text; undefined for what JSON does not have. */
const sizeOf = (params: unknown): number | undefined => {
  try {
    return Buffer.byteLength(JSON.stringify(params ?? null) ?? '')
  } catch {
    return undefined
  }
}
