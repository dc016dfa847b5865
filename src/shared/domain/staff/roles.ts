// Who works in a shop (rule STF-2). A person may hold several roles.

export const ROLES = [
  'clerk',
  'dispatcher',
  'technician',
  'warehouse',
  'cashier',
  'finance',
  'manager',
  'auditor',
] as const

export type Role = (typeof ROLES)[number]

/** Everybody who works at the counter: takes machines in and looks orders up. */
export const COUNTER_ROLES = ['clerk', 'dispatcher', 'cashier', 'manager'] as const satisfies readonly Role[]
