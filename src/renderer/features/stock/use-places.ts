// Warehouses and places in use, with the words that tell them apart.
import type { Warehouse } from '#shared/contract/stock.ts'
import type { StockPlaceKind } from '#shared/domain/stock/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { ChoiceOption } from './forms/choice.tsx'
import type { PlaceOption } from './forms/form-model.ts'

export type Places = Readonly<{
  warehouses: readonly Warehouse[]
  places: readonly PlaceOption[]
  nameOf: (placeId: string | null) => string
  warehouseName: (id: string | null) => string
  /** Places of these kinds, of one warehouse when asked. */
  choices: (kinds: readonly StockPlaceKind[], warehouseId?: string | null) => readonly ChoiceOption[]
  houseChoices: (but?: string | null) => readonly ChoiceOption[]
}>

/** Undefined until they are read. */
export const usePlaces = (): Places | undefined => {
  const answer = useCoreQuery('stock.places', {}, { keepPrevious: true }).value
  if (!answer) return undefined
  const warehouses = answer.warehouses.filter(({ active }) => active)
  const places = warehouses.flatMap((one) => one.places.filter(({ active }) => active))
  const many = warehouses.length > 1
  const houseOf = (id: string) => warehouses.find((one) => one.id === id)?.name ?? ''
  const label = ({ name, warehouseId }: { name: string; warehouseId: string }) =>
    many ? `${houseOf(warehouseId)} ${name}` : name
  return {
    warehouses,
    places,
    nameOf: (placeId) => {
      const place = places.find(({ id }) => id === placeId)
      return place ? label(place) : ''
    },
    warehouseName: (id) => (id === null ? '' : houseOf(id)),
    choices: (kinds, warehouseId = null) =>
      places
        .filter(
          (one) => kinds.includes(one.kind) && (warehouseId === null || one.warehouseId === warehouseId),
        )
        .map((one) => ({ value: one.id, label: label(one) })),
    houseChoices: (but = null) =>
      warehouses.filter(({ id }) => id !== but).map(({ id, name }) => ({ value: id, label: name })),
  }
}
