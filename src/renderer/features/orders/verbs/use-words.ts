// The words of what the core says in codes: commands, states as their labels, results, reasons. A code that nobody
// worded yet stands as it is.
import { useTranslation } from 'react-i18next'
import { COMMAND_INFO } from '#shared/domain/work-order/commands.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { STATE_LABELS } from '#shared/domain/work-order/labels.ts'
import { loose } from '../../../lib/i18n.ts'

export const useWords = () => {
  const { t, i18n } = useTranslation()
  const say = loose(t)
  const en = i18n.language === 'en'
  const of = (group: string, code: string): string =>
    say(`verbs:${group}.${code}`, {
      defaultValue: say(`labels:${group}.${code}`, { defaultValue: code }),
    })
  return {
    of,
    command: (command: string): string => {
      const info = COMMAND_INFO[command as CommandName]
      const own = of('command', command)
      return own === command && info ? (en ? info.en : info.zh) : own
    },
    /** The label of an order: its state, told apart where it waits for different people. */
    label: (label: string): string => {
      const known = STATE_LABELS[label as keyof typeof STATE_LABELS]
      const word = say(`labels:state.${label}`, { defaultValue: '' })
      if (word !== '') return word
      const own = of('stateLabel', label)
      return own === label && known ? (en ? known.en : known.zh) : own
    },
  }
}
