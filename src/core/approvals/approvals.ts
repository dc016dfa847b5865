// Approvals that were given and wait to be used: in memory, for a minute, each good once. What was used stands in the
// database (`approval`), whose unique token refuses a second use even if this forgot.
import { createHash, randomBytes } from 'node:crypto'
import type { ApprovedAct } from '#shared/domain/money/index.ts'
import { APPROVAL_MS } from '#shared/domain/money/index.ts'

export type Approved = Readonly<{
  act: ApprovedAct
  objectId: string
  amountFen: number
  askedBy: string
  approvedBy: string
}>

export type Approvals = Readonly<{
  give: (approved: Approved) => string
  /** The token's hash and what it is good for, while it is. */
  look: (token: string) => (Approved & Readonly<{ tokenHash: string }>) | undefined
  forget: (tokenHash: string) => void
}>

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** `monotonic` counts milliseconds whatever is done to the clock. */
export const createApprovals = (monotonic: () => number): Approvals => {
  const waiting = new Map<string, Approved & { until: number }>()
  const tidy = (): void => {
    for (const [hash, { until }] of waiting) if (until < monotonic()) waiting.delete(hash)
  }
  return {
    give: (approved) => {
      tidy()
      const token = randomBytes(24).toString('base64url')
      waiting.set(hashOf(token), { ...approved, until: monotonic() + APPROVAL_MS })
      return token
    },
    look: (token) => {
      tidy()
      const tokenHash = hashOf(token)
      const found = waiting.get(tokenHash)
      if (!found) return undefined
      const { until: _until, ...approved } = found
      return { ...approved, tokenHash }
    },
    forget: (tokenHash) => void waiting.delete(tokenHash),
  }
}
