// One verb on its way to the core: always with the version of the order that was on the screen when its panel was
// opened. When somebody else acted in between nothing is sent twice and nothing lost: the person sees who, and decides.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { useCoreCommand } from '../../../lib/api.ts'
import type { CommandMethod } from '../../../lib/api.ts'
import { useNav } from '../../../lib/nav.ts'
import { isRefusal } from '../../../lib/problem.ts'
import type { Problem } from '../../../lib/problem.ts'
import { useWords } from './use-words.ts'

type Params = Readonly<Record<string, JsonValue>>
/** Who acted in between, and since when this panel stands open. */
export type Meeting = Readonly<{ by: string; at: number; since: number; state: string }>

export type VerbRun = Readonly<{
  busy: boolean
  problem: Problem | undefined
  meeting: Meeting | null
  submit: (params: Params, ver?: number) => Promise<boolean>
  /** The same once more, on the order as it is now. */
  goOn: () => void
  forget: () => void
}>

type Options = Readonly<{
  /** The words of the notice when it is done. */
  done: string
  onDone: () => void
  /** Acts that are no command of the table do not ask which version was on the screen. */
  plain?: boolean
  /** The order stands in a list of several. */
  shape?: (id: string, ver: number, params: Params) => Params
}>

export const useVerbRun = (order: OrderDetail, method: string, options: Options): VerbRun => {
  const { done, onDone, plain = false, shape } = options
  const { t } = useTranslation('verbs')
  const words = useWords()
  const { notice } = useNav()
  const command = useCoreCommand(method as CommandMethod)
  const [base] = useState({ ver: order.ver, at: order.updatedAt })
  const [meeting, setMeeting] = useState<(Meeting & { ver: number; params: Params }) | null>(null)
  const submit = async (params: Params, ver = base.ver): Promise<boolean> => {
    const whole = shape
      ? shape(order.id, ver, params)
      : { id: order.id, ...(plain ? {} : { ver }), ...params }
    const outcome = await command.run(whole as never)
    if (outcome.ok) {
      const { state } = (outcome.value ?? {}) as { state?: string }
      notice(
        'good',
        state === undefined
          ? t('done.plain', { done })
          : t('done.state', { done, state: words.label(state) }),
      )
      onDone()
      return true
    }
    if (isRefusal(outcome.problem, 'changedMeanwhile') && outcome.problem.kind === 'refusal') {
      const { by, at, state, ver: now } = outcome.problem.details
      setMeeting({
        by: String(by),
        at: Number(at),
        since: base.at,
        state: String(state),
        ver: Number(now),
        params,
      })
    }
    return false
  }
  return {
    busy: command.busy,
    problem: meeting ? undefined : command.problem,
    meeting,
    submit,
    goOn: () => {
      if (!meeting) return
      setMeeting(null)
      void submit(meeting.params, meeting.ver)
    },
    forget: command.forget,
  }
}
