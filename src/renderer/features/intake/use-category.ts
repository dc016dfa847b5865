// What kind of machine it is decides what is offered; unknown ones are treated as a laptop, the most frequent.
import type { Category } from '#shared/domain/intake/index.ts'
import { categoryOf } from '#shared/domain/intake/index.ts'
import { useMachine } from './session.ts'

export const useCategory = (machineKey: string): Category => {
  const [text = ''] = useMachine(machineKey, ({ device }) => (device.kind === 'none' ? '' : device.category))
  return text === '' ? 'laptop' : categoryOf(text)
}
