// Which panels there are: those of the table's commands that this counter can give, and three that are no commands.
import { procedures } from '#shared/contract/index.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { AT_PICK_UP, VERB_FORMS } from './verb-forms.ts'

export type PanelName = CommandName | 'menu' | 'attempt' | 'urge'

/** Verbs with a panel of their own, and what they call at the end. */
export const OWN_PANELS = {
  dispatch: 'dispatch.assign',
  dispatchBranch: 'dispatch.toBranch',
  sendToVendor: 'dispatch.planVendor',
  receive: 'dispatch.receive',
  complete: 'service.complete',
  notify: 'contact.notify',
  sendQuote: 'quote.send',
  acceptQuote: 'quote.accept',
  rejectQuote: 'quote.reject',
  settle: 'settlement.settle',
  reverseSettlement: 'settlement.reverse',
} as const satisfies Partial<Record<CommandName, string>>

/** A command of the table that has a panel or a screen here; parts come with their own. */
export const canOpen = (command: string): boolean => {
  const name = command as CommandName
  if (AT_PICK_UP.includes(name)) return true
  const method = VERB_FORMS[name]?.method ?? OWN_PANELS[name as keyof typeof OWN_PANELS]
  return method !== undefined && procedures.has(method)
}
