// The proof that a reviewer needs before an order closes, by its outcome (CLS-5, docs/transitions.md §6).
import type { Order, Outcome } from './order.ts'
import type { Facts } from './facts.ts'

export const PROOFS = [
  'customerSignature',
  'proxySignature',
  'waybill',
  'deliveryProof',
  'callRecord',
  'disposalFile',
  'disposalApproval',
] as const
export type Proof = (typeof PROOFS)[number]

/** Any one group, complete, is enough. The first group is the one that a refusal asks for. */
export type ProofGroups = readonly (readonly Proof[])[]

const signed: ProofGroups = [['customerSignature'], ['proxySignature'], ['waybill', 'deliveryProof']]

export const PROOF_FOR = {
  repaired: signed,
  unrepaired: signed,
  software: signed,
  noFault: signed,
  outOfWarranty: signed,
  manMade: signed,
  phoneResolved: [['callRecord']],
  unclaimed: [['disposalFile', 'disposalApproval']],
} as const satisfies Record<Outcome, ProofGroups>

/** Proof still missing for the review; a group that was begun is completed rather than another begun. */
export const missingProof = (outcome: Outcome, proofs: readonly Proof[]): readonly Proof[] => {
  const groups: ProofGroups = PROOF_FOR[outcome]
  if (groups.some((group) => group.every((proof) => proofs.includes(proof)))) return []
  const begun = groups.find((group) => group.some((proof) => proofs.includes(proof))) ?? groups[0] ?? []
  return begun.filter((proof) => !proofs.includes(proof))
}

/** Solved by phone needs no printed repair order (CLS-1). */
export const printGateHolds = (order: Pick<Order, 'outcome'>, facts: Pick<Facts, 'repairOrder'>): boolean =>
  order.outcome === 'phoneResolved' || facts.repairOrder !== 'no'
