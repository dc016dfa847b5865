// What can be amended of an intake, and how two amendments of the same order meet (rule INT-15): what only one
// person touched is kept, what both touched somebody chooses.
import type { Params } from '#shared/contract/index.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'

export const FACTS = [
  'reportedFault',
  'condition',
  'accessories',
  'configuration',
  'chargeKind',
  'limitFen',
  'nextContactBy',
] as const
export type FactName = (typeof FACTS)[number]
export type IntakeFacts = Pick<OrderDetail, FactName>

export const factsOf = (order: OrderDetail): IntakeFacts => ({
  reportedFault: order.reportedFault,
  condition: order.condition,
  accessories: order.accessories,
  configuration: order.configuration,
  chargeKind: order.chargeKind,
  limitFen: order.limitFen,
  nextContactBy: order.nextContactBy,
})

/** Lines that were added and left empty are not meant. */
export const tidy = (facts: IntakeFacts): IntakeFacts => ({
  ...facts,
  reportedFault: facts.reportedFault.trim(),
  condition: facts.condition.trim(),
  accessories: facts.accessories.filter(({ name }) => name.trim() !== ''),
  configuration: facts.configuration.filter((line) =>
    [line.kind, line.text, line.serial].some((text) => text.trim() !== ''),
  ),
})

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The facts in which two versions differ. */
export const differing = (a: IntakeFacts, b: IntakeFacts): FactName[] =>
  FACTS.filter((name) => !same(a[name], b[name]))

export type Meeting = Readonly<{ name: FactName; touched: 'mine' | 'theirs' | 'both' }>

/** What I and somebody else changed since `base`; both having written the same is no matter. */
export const meetingsOf = (base: IntakeFacts, mine: IntakeFacts, theirs: IntakeFacts): Meeting[] =>
  differing(mine, theirs).map((name) => {
    const iDid = !same(base[name], mine[name])
    const theyDid = !same(base[name], theirs[name])
    return { name, touched: iDid && theyDid ? 'both' : iDid ? 'mine' : 'theirs' }
  })

export type Choice = 'mine' | 'theirs'

/** Their version with mine where only I touched it, or where mine was chosen. */
export const settled = (
  mine: IntakeFacts,
  theirs: IntakeFacts,
  meetings: readonly Meeting[],
  choices: Readonly<Partial<Record<FactName, Choice>>>,
): IntakeFacts => {
  const taken = meetings.filter(
    ({ name, touched }) => touched === 'mine' || (touched === 'both' && choices[name] === 'mine'),
  )
  return { ...theirs, ...Object.fromEntries(taken.map(({ name }) => [name, mine[name]])) }
}

/** The changes as the contract takes them; the kind of charge travels with its reason. */
export const changesOf = (
  from: IntakeFacts,
  to: IntakeFacts,
  chargeReason: string,
): Params<'order.amend'>['changes'] => {
  const names = differing(from, to)
  const plain = names.filter((name) => name !== 'chargeKind')
  return {
    ...Object.fromEntries(plain.map((name) => [name, to[name]])),
    ...(names.includes('chargeKind') ? { charge: { kind: to.chargeKind, reason: chargeReason } } : {}),
  }
}
