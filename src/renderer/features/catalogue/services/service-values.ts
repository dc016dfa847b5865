// A service item as its form has it, and back. A commission is typed as yuan a unit or as percent.
import type { ServiceItem } from '#shared/contract/catalogue.ts'
import type { Params } from '#shared/contract/index.ts'
import { createReading, groupPricesOf } from '../read-values.ts'
import type { Read, TypedFen } from '../read-values.ts'

export type ServiceValues = {
  code: string
  name: string
  priceFen: TypedFen
  companyFen: TypedFen
  peerFen: TypedFen
  minutes: string
  warrantyDays: string
  commission: ServiceItem['commission']
  commissionFen?: TypedFen
  commissionPercent?: string
}

/** Hundredths of a percent in one percent. */
const PER_PERCENT = 100
const orEmpty = (value: number | null): string => (value === null ? '' : String(value))

/** `12.5` for 1250 hundredths of a percent. */
export const percentText = (value: number): string => String(value / PER_PERCENT)

/** Hundredths of a percent; undefined for what is no number with at most two digits behind the point. */
export const percentOf = (text: string): number | undefined => {
  const folded = text.normalize('NFKC').replaceAll('。', '.').replace('%', '').trim()
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(folded)
  return match ? Number(match[1]) * PER_PERCENT + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

export const serviceValues = (item: ServiceItem | null): ServiceValues => ({
  code: item?.code ?? '',
  name: item?.name ?? '',
  priceFen: item?.priceFen ?? null,
  companyFen: item?.prices.company ?? null,
  peerFen: item?.prices.peer ?? null,
  minutes: orEmpty(item?.minutes ?? null),
  warrantyDays: orEmpty(item?.warrantyDays ?? null),
  commission: item?.commission ?? 'none',
  commissionFen: item?.commission === 'amount' ? item.commissionValue : null,
  commissionPercent: item?.commission === 'percent' ? percentText(item.commissionValue) : '',
})

export const readService = (values: ServiceValues, at: '' | 'changes.'): Read<Params<'serviceItem.add'>> => {
  const read = createReading(at)
  const commissionValue = (): number => {
    if (values.commission === 'none') return 0
    if (values.commission === 'amount') return read.fen('commissionValue', values.commissionFen ?? null)
    const percent = percentOf(values.commissionPercent ?? '')
    if (percent === undefined) read.wrong('commissionValue', 'not a percentage')
    return percent ?? 0
  }
  const input = {
    code: read.required('code', values.code),
    name: read.required('name', values.name),
    priceFen: read.fen('priceFen', values.priceFen),
    prices: groupPricesOf(
      read.fenOrNull('prices.company', values.companyFen),
      read.fenOrNull('prices.peer', values.peerFen),
    ),
    minutes: read.whole('minutes', values.minutes, null),
    commission: values.commission,
    commissionValue: commissionValue(),
    warrantyDays: read.whole('warrantyDays', values.warrantyDays, null),
  }
  return { input, issues: read.issues }
}

/** The contract's fields and how the form calls them; how a commission is typed depends on its rule. */
export const serviceNames = (
  at: '' | 'changes.',
  commission: ServiceItem['commission'],
): Readonly<Record<string, string>> => ({
  [`${at}code`]: 'code',
  [`${at}name`]: 'name',
  [`${at}priceFen`]: 'priceFen',
  [`${at}prices.company`]: 'companyFen',
  [`${at}prices.peer`]: 'peerFen',
  [`${at}minutes`]: 'minutes',
  [`${at}warrantyDays`]: 'warrantyDays',
  [`${at}commissionValue`]: commission === 'percent' ? 'commissionPercent' : 'commissionFen',
})
