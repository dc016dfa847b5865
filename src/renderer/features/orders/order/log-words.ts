// A line of the service log (rule WO-2) as people read it: what was done, and old → new in words.
import type { LogLine } from '#shared/contract/orders.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { factName, factText } from '../fact-words.ts'
import type { Wording } from '../fact-words.ts'

export type LogWords = Readonly<{
  /** What was done. */
  what: string
  changes: readonly Readonly<{ name: string; before: string; after: string }>[]
}>

/** `order.paperPrinted` says its changes in the sentence; the others list them. */
export const logWords = ({ action, changes }: LogLine, wording: Wording): LogWords => {
  const { t } = wording
  const given = Object.entries(changes ?? {})
  const after = (name: string): JsonValue => changes?.[name]?.[1] ?? ''
  if (action === 'order.paperPrinted') {
    const reprint = Number(after('reprint'))
    const values = {
      paper: factText('paper', after('paper'), wording),
      copy: after('paper') === 'repairOrder' ? factText('copy', after('copy'), wording) : '',
      count: reprint,
    }
    return { what: t(`orders:log.${reprint > 0 ? 'reprinted' : 'printed'}`, values), changes: [] }
  }
  const what = t(`orders:log.action.${action.replace('.', '_')}`, {
    defaultValue: t('orders:log.otherAction', { action }),
  })
  return {
    what,
    changes: given.map(([name, [from, to]]) => ({
      name: factName(name, t),
      before: from === null ? '' : factText(name, from, wording),
      after: factText(name, to, wording),
    })),
  }
}
