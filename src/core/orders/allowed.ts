// Asks the one table whether an act that changes no state is allowed now.
import type { ActionName } from '#shared/domain/work-order/any-state.ts'
import { isActionAllowed } from '#shared/domain/work-order/any-state.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'

export const allowedIn = (action: ActionName, order: Readonly<{ state: State }>): undefined | Refused =>
  isActionAllowed(action, order.state)
    ? undefined
    : refuse('notInThisState', { state: order.state, command: action })
