// Whom the hits of the search field mean for intake: a customer, sometimes with the machine that was found.
import type { Hit } from '#shared/contract/search.ts'

export type Candidate = Readonly<{
  key: string
  hit: Exclude<Hit, { kind: 'place' | 'loaner' }>
  /** Null for an order: its customer has to be asked for. */
  customerId: string | null
  deviceId: string | null
}>

export const candidatesOf = (hits: readonly Hit[]): readonly Candidate[] =>
  hits.flatMap((hit) =>
    // A shelf or a loaner is nobody's.
    hit.kind === 'place' || hit.kind === 'loaner'
      ? []
      : [
          {
            key: `${hit.kind}-${hit.id}`,
            hit,
            customerId: hit.kind === 'customer' ? hit.id : hit.kind === 'order' ? null : hit.customerId,
            deviceId: hit.kind === 'device' ? hit.id : null,
          },
        ],
  )

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')

/**
 * True when a whole telephone number belongs to several people (rule INT-5): then Enter does not take the first
 * one, the clerk chooses.
 */
export const mustChoose = (typed: string, candidates: readonly Candidate[]): boolean => {
  const digits = digitsOf(typed)
  if (digits.length < 7) return false
  const owners = candidates.filter(
    ({ hit }) => hit.kind === 'customer' && hit.phones.some((phone) => digitsOf(phone).endsWith(digits)),
  )
  return owners.length > 1
}
