// Saving the visit.
import type { Value } from '#shared/contract/index.ts'
import type { FullSession } from './create-session.ts'
import { useIntakeCommand } from './use-intake-command.ts'
import type { Told } from './use-intake-command.ts'

export type SavedVisit = Value<'visit.create'> & Told

const nothing = () => Promise.resolve({})

export const useSave = (session: FullSession, onSaved: (saved: SavedVisit) => void) => {
  const { send, ...rest } = useIntakeCommand(session, 'visit.create', {
    onDone: (value, told) => onSaved({ ...value, ...told }),
  })
  return { ...rest, save: () => send(nothing) }
}
