// What has to be paid before the chosen machines go (rules SET-4, SET-12), and whether this person may take it.
import { useAppSelector } from '#renderer/app/store.ts'
import { hasToSettle, usePay } from '#renderer/features/money/index.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { mayGive } from '#shared/domain/staff/rights.ts'
import type { Giving } from './giving.ts'
import type { Panel } from './pickup-panel.tsx'

export type CounterMoney = ReturnType<typeof useCounterMoney>

export const useCounterMoney = (panel: Panel, giving: Giving) => {
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const mayTake = mayGive('settle').some((role) => roles.includes(role))
  const skip = useCoreQuery('shop.settings', {}).value?.skipZeroSettlement !== false
  const chosen = panel.orders.filter(({ id }) => giving.chosen.includes(id))
  const asks = giving.way === 'counter' && mayTake && chosen.length > 0
  // Delivered machines are settled afterwards.
  const preview = useCoreQuery(
    'settlement.preview',
    { orderIds: chosen.map(({ id }) => id) },
    { skip: !asks, keepPrevious: true },
  )
  const known =
    (asks ? preview.value?.bills : undefined)?.filter(({ id }) => giving.chosen.includes(id)) ?? []
  const bills = known.filter((bill) => hasToSettle(bill, skip))
  return {
    mayTake,
    bills,
    owesFen: preview.value?.owesFen ?? 0,
    /** The bills of everything that was chosen are there. */
    ready: !asks || known.length === chosen.length,
    pay: usePay(bills),
    dueFen: chosen.reduce((sum, { dueFen }) => sum + Math.max(0, dueFen), 0),
    /** Somebody else takes the money first. */
    waits: giving.way === 'counter' && !mayTake && chosen.some(({ problem }) => problem === 'unpaid'),
  }
}
