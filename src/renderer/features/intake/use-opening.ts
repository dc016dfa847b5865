// What the screen was opened with: a draft, a customer, a machine, a text nobody was found for, an old slip.
import { useEffect, useRef } from 'react'
import type { ScreenParams } from '#renderer/app/window-slice.ts'
import { useAsk } from '#renderer/lib/api.ts'
import { useScanTaker } from '#renderer/components/scan.ts'
import { candidatesOf } from './candidates.ts'
import type { FullSession } from './create-session.ts'
import { useCustomerMoves } from './use-customer-moves.ts'
import type { Round } from './use-round.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const useOpening = (session: FullSession, round: Round, params: ScreenParams, seq: number): void => {
  const ask = useAsk()
  const { take, takeCustomer, makeNew } = useCustomerMoves()
  const handled = useRef(0)

  const openWith = async (): Promise<void> => {
    const draftId = textOf(params['draftId'])
    const customerId = textOf(params['customerId'])
    const text = textOf(params['text'])
    if (draftId !== '') {
      const answer = await ask('draft.list', {})
      const draft = answer.ok ? answer.value.drafts.find(({ id }) => id === draftId) : undefined
      if (draft) await round.takeBack(draft)
      return
    }
    if (customerId === '' && text === '') return
    await round.next()
    if (customerId === '') return makeNew(text)
    const customer = await ask('customer.get', { id: customerId })
    if (customer.ok) await takeCustomer(customerId, customer.value.name, textOf(params['deviceId']) || null)
  }
  useEffect(() => {
    if (handled.current === seq) return
    handled.current = seq
    void openWith()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each opening
  }, [seq])

  // An old slip that is scanned into the search field says who came; anywhere else it opens its order.
  useScanTaker(({ digits }) => {
    const searching = Boolean(document.activeElement?.closest('[data-spot="customer"]'))
    if (!searching || session.store.get().form.customer.kind !== 'none') return false
    void ask('search.find', { text: digits }).then((answer) => {
      const [first] = answer.ok ? candidatesOf(answer.value.hits) : []
      if (first) void take(first)
    })
    return true
  })
}
