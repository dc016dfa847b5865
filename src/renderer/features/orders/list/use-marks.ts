// Star and importance from a list: each order has a command of its own, so that marking two orders quickly
// marks both, and marking one twice quickly acts once.
import { useRef } from 'react'
import type { OrderLine } from '#shared/contract/orders.ts'
import { newId, useBridge } from '../../../lib/api.ts'
import { createCommandRun } from '../../../lib/command-run.ts'
import type { CommandRun } from '../../../lib/command-run.ts'
import { loose } from '../../../lib/i18n.ts'
import { useNav } from '../../../lib/nav.ts'
import { problemLine } from '../../../lib/problem-text.ts'
import { useTranslation } from 'react-i18next'

type Marked = Pick<OrderLine, 'id' | 'starred' | 'important'>
type Change = Partial<Pick<OrderLine, 'starred' | 'important'>>

/** `onDone` hears what the core has taken. A refusal becomes a notice. */
export const useMarks = (onDone: (id: string, change: Change) => void) => {
  const { call } = useBridge()
  const { notice } = useNav()
  const { t } = useTranslation()
  const runs = useRef(new Map<string, CommandRun>())
  const run = async (method: 'order.star' | 'order.setImportant', id: string, change: Change) => {
    const key = `${method} ${id}`
    const command = runs.current.get(key) ?? createCommandRun(method, call, newId)
    runs.current.set(key, command)
    const outcome = await command({ id, ...change })
    if (outcome.ok) onDone(id, change)
    else notice('bad', problemLine(outcome.problem, loose(t)))
  }
  return {
    star: ({ id, starred }: Marked) => void run('order.star', id, { starred: !starred }),
    markImportant: ({ id, important }: Marked) =>
      void run('order.setImportant', id, { important: !important }),
  }
}
