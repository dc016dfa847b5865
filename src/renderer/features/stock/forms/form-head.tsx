// Where it comes from, where it goes, from whom: what stands above the lines of a document.
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { Places } from '../use-places.ts'
import { Choice } from './choice.tsx'
import { specOf } from './form-kinds.ts'
import type { HeadField } from './form-kinds.ts'
import type { StockForm } from './form-model.ts'

type Props = Readonly<{
  form: StockForm
  places: Places
  bad: HeadField | undefined
  onChange: (change: Partial<StockForm>) => void
}>

export const FormHead = ({ form, places, bad, onChange }: Props) => {
  const { t } = useTranslation('stock')
  const spec = specOf(form.kind)
  const partners = useCoreQuery('directory.partners', {}, { skip: spec.partner === undefined }).value
  const houseOf = (placeId: string | null) => places.places.find(({ id }) => id === placeId)?.warehouseId
  const field = (name: HeadField) => {
    const label = t(`form.head.${labelOf(form, name)}`)
    const common = { key: name, name, label, bad: bad === name }
    if (name === 'partner')
      return (
        <Choice
          {...common}
          options={(partners?.partners ?? [])
            .filter(({ active }) => active)
            .map(({ id, name: words }) => ({ value: id, label: words }))}
          value={form.partnerId}
          {...(spec.partner === 'optional' ? { nobody: t('form.nobody') } : {})}
          onChange={(partnerId) => onChange({ partnerId })}
        />
      )
    if (name === 'from')
      return (
        <Choice
          {...common}
          options={places.choices(spec.from ?? [], form.requestId === null ? null : form.fromWarehouseId)}
          value={form.fromId}
          onChange={(fromId) => onChange({ fromId, ...sameHouse(form, houseOf(fromId), houseOf(form.toId)) })}
        />
      )
    if (name === 'to')
      return (
        <Choice
          {...common}
          options={places
            .choices(
              spec.to ?? [],
              form.kind === 'arrive'
                ? form.toWarehouseId
                : spec.from === undefined
                  ? null
                  : (houseOf(form.fromId) ?? null),
            )
            .filter(({ value }) => value !== form.fromId)}
          value={form.toId}
          onChange={(toId) => onChange({ toId })}
        />
      )
    if (name === 'fromWarehouse')
      return (
        <Choice
          {...common}
          options={places.houseChoices(form.toWarehouseId)}
          value={form.fromWarehouseId}
          onChange={(fromWarehouseId) => onChange({ fromWarehouseId })}
        />
      )
    return (
      <Choice
        {...common}
        options={places.houseChoices(form.kind === 'send' ? (houseOf(form.fromId) ?? null) : null)}
        value={form.toWarehouseId}
        onChange={(toWarehouseId) =>
          onChange({
            toWarehouseId,
            ...(form.kind === 'ask' && toWarehouseId === form.fromWarehouseId
              ? { fromWarehouseId: null }
              : {}),
          })
        }
      />
    )
  }
  return <div className="stock-form-fields">{spec.head.map(field)}</div>
}

/** Parts move within one warehouse: another one to come from lets the place to go be chosen anew. */
const sameHouse = (form: StockForm, from: string | undefined, to: string | undefined): Partial<StockForm> => {
  if (form.kind === 'send' && from === form.toWarehouseId) return { toWarehouseId: null }
  return specOf(form.kind).to !== undefined && from !== to ? { toId: null } : {}
}

const labelOf = ({ kind }: StockForm, name: HeadField) => {
  if (name === 'from')
    return kind === 'count' ? 'countAt' : kind === 'adjust' ? 'adjustAt' : ('from' as const)
  if (name === 'toWarehouse') return kind === 'ask' ? 'askFor' : ('toWarehouse' as const)
  if (name === 'fromWarehouse') return 'askOf' as const
  if (name === 'partner') return kind === 'toHeadquarters' ? 'sentTo' : ('partner' as const)
  return 'to' as const
}
