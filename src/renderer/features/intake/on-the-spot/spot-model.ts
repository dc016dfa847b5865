// Repaired on the spot, apart from its panel: who may, what is proposed, what is still missing. Pure.
import type { SpotForm } from '#shared/domain/intake/index.ts'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import type { Role } from '#shared/domain/staff/roles.ts'

type Person = Readonly<{ id: string; name: string }>

/** One command made of others: it is offered to whoever may give each of them. */
export const mayRepairOnTheSpot = (roles: readonly Role[], everyOrderIsSettled: boolean): boolean =>
  [
    may('takeIn'),
    may('print'),
    mayGive('dispatch'),
    mayGive('receive'),
    mayGive('complete'),
    mayGive('handOver'),
    ...(everyOrderIsSettled ? [mayGive('settle')] : []),
  ].every((allowed) => allowed.some((role) => roles.includes(role)))

/** Whoever sits here if it is a technician, else the only one there is. */
export const proposedTechnician = (technicians: readonly Person[], me: string | undefined): string => {
  const own = technicians.find(({ id }) => id === me)
  if (own) return own.id
  return technicians.length === 1 ? (technicians[0]?.id ?? '') : ''
}

export type SpotFacts = Readonly<{ technicians: readonly Person[]; me: string | undefined; printer: string }>

/** What stands on the screen: what was typed, else what is proposed. */
export const spotOf = (spot: SpotForm, { technicians, me, printer }: SpotFacts): SpotForm => ({
  ...spot,
  doneBy: technicians.some(({ id }) => id === spot.doneBy)
    ? spot.doneBy
    : proposedTechnician(technicians, me),
  // Without a printer the exception has to be said: it is written down (rule CLS-1).
  paper: spot.paper !== '' || printer === '' ? spot.paper : 'print',
})

export type SpotField = 'doneBy' | 'paper' | 'taker'

/** What is missing beside the record, in the order of the panel. */
export const missingOf = (spot: SpotForm): readonly SpotField[] => [
  ...(spot.doneBy === '' ? ['doneBy' as const] : []),
  ...(spot.paper === '' ? ['paper' as const] : []),
  ...(spot.by === 'proxy' && (spot.name.trim() === '' || spot.phone.trim() === '') ? ['taker' as const] : []),
]

/** The fields of a refusal that stand in the panel; all others stand in the form of the intake. */
export const isPanelField = (path: string): boolean =>
  /^(?:record|doneBy|primary|taker|signature|paper|settlement|payments|orders|onAccount|reason|approvals)(?:\.|$)/.test(
    path,
  )
