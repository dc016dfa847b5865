// Entries as a file describes them and as they are kept. The command that carries out an import needs no more of it.
import type { Part, ServiceItem } from '#shared/contract/catalogue.ts'
import type { ColumnKey, PartInFile, ServiceInFile } from '#shared/domain/catalogue/index.ts'
import { groupPrices, pricesOf } from '#shared/domain/catalogue/index.ts'
import type { Fields } from '#core/db/rows.ts'

/** What a new part is where the file says nothing. */
export const NEW: Omit<PartInFile, 'code' | 'name'> = {
  spec: '',
  kind: 'part',
  unit: '个',
  decimals: 0,
  serialTracked: false,
  oldReturnable: false,
  models: [],
  barcode: null,
  priceFen: 0,
  peerFen: null,
  companyFen: null,
  minimum: 0,
  warrantyDays: null,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: null,
  active: true,
}
export const partInFile = (part: Part): PartInFile => ({ ...part, ...groupPrices(part.prices) })

/** The columns as the entity has them: prices of groups are one field. */
export const fieldsOf = (part: PartInFile, keys: readonly ColumnKey[]): Fields => {
  const fields: Fields = {}
  for (const key of keys) {
    if (key === 'peerFen' || key === 'companyFen') fields['prices'] = pricesOf(part)
    else fields[key] = part[key]
  }
  return fields
}

/** A part that was not there before as the entity has it. */
export const newFields = (values: Partial<PartInFile>): Fields => {
  const fields: Fields = { ...NEW, ...values }
  fields['prices'] = pricesOf({ peerFen: values.peerFen ?? null, companyFen: values.companyFen ?? null })
  // The columns of the groups are no fields of the entity.
  fields['peerFen'] = undefined
  fields['companyFen'] = undefined
  return fields
}

/** What a new service item is where the file says nothing. */
export const BLANK_SERVICE: Omit<ServiceInFile, 'code' | 'name'> = {
  priceFen: 0,
  peerFen: null,
  companyFen: null,
  minutes: null,
  commission: { commission: 'none', commissionValue: 0 },
  warrantyDays: null,
  active: true,
}

export const serviceInFile = ({
  prices,
  commission,
  commissionValue,
  ...item
}: ServiceItem): ServiceInFile => ({
  ...item,
  ...groupPrices(prices),
  commission: { commission, commissionValue },
})

/** As it is added or changed. */
export const serviceFields = ({
  peerFen,
  companyFen,
  commission,
  active: _active,
  ...item
}: ServiceInFile) => ({
  code: item.code,
  name: item.name,
  priceFen: item.priceFen,
  minutes: item.minutes,
  warrantyDays: item.warrantyDays,
  prices: pricesOf({ peerFen, companyFen }),
  ...commission,
})
