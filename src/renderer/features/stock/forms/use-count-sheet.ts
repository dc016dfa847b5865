// What is to be counted at the place of a count. Whoever keeps the stock is told no quantities (rule PRT-10).
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { StockForm } from './form-model.ts'

type ToCount = readonly Readonly<{ partId: string; code: string; name: string }>[]
const NOTHING: ToCount = []

export const useCountSheet = (form: StockForm | null): ToCount => {
  const placeId = form?.kind === 'count' ? form.fromId : null
  const sheet = useCoreQuery('stock.countSheet', { placeId: placeId ?? '' }, { skip: placeId === null }).value
  return placeId === null ? NOTHING : (sheet?.lines ?? NOTHING)
}
