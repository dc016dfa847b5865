// The words of what the core says in codes: commands, states as their labels, results, reasons. A code that nobody
// worded yet stands as it is.
import { useTranslation } from 'react-i18next'
import { loose } from '../../../lib/i18n.ts'

export const useWords = () => {
  const { t } = useTranslation()
  const say = loose(t)
  const of = (group: string, code: string): string =>
    say(`labels:${group}.${code}`, {
      defaultValue: say(`verbs:${group}.${code}`, { defaultValue: code }),
    })
  return {
    of,
    command: (command: string): string => of('command', command),
    /** The label of an order: its state, told apart where it waits for different people. */
    label: (label: string): string => of('stateLabel', label),
  }
}
