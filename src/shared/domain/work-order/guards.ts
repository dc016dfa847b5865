// The guard of each command (docs/transitions.md §4, last column): checks that refuse, and the fields that
// this order and these facts demand beside the fixed ones of `commands.ts`.
import { COMMAND_INFO, type CommandName } from './commands.ts'
import { type FieldName, isGiven } from './fields.ts'
import type { Ask, Guard } from './guard-checks.ts'
import { cancelGuards } from './guards-cancel.ts'
import { contactGuards } from './guards-contact.ts'
import { dispatchGuards } from './guards-dispatch.ts'
import { finishGuards } from './guards-finish.ts'
import { workGuards } from './guards-work.ts'
import { type Problem, problem } from './refusals.ts'

export const GUARDS = {
  ...contactGuards,
  ...workGuards,
  ...dispatchGuards,
  ...finishGuards,
  ...cancelGuards,
} as const satisfies Record<CommandName, Guard>

/** The fields a command needs for this order: the fixed ones and those that the facts demand. */
export const neededFields = (command: CommandName, ask: Ask): readonly FieldName[] => {
  const guard: Guard = GUARDS[command]
  return [...new Set<FieldName>([...COMMAND_INFO[command].needs, ...(guard.needs?.(ask) ?? [])])]
}

/** Why the guard refuses, or null. Fields are looked at last and only when the command is really given. */
export const guardProblem = (command: CommandName, ask: Ask): Problem | null => {
  const guard: Guard = GUARDS[command]
  for (const check of guard.checks ?? []) {
    const found = check(ask)
    if (found !== null) return found
  }
  if (ask.fields === null) return null
  const { fields } = ask
  const absent = neededFields(command, ask).filter((name) => !isGiven(fields, name))
  if (absent.length === 0) return null
  return problem(
    'fieldMissing',
    absent,
    absent.map((field) => ({ field })),
    { fields: absent },
  )
}
