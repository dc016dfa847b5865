// A fact of an order, a customer or a machine as words, for the log and for two versions side by side.
import type { JsonValue } from '#shared/kernel/result.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import type { LooseT } from '../../lib/i18n.ts'

/** What the wording needs: the language, and the shop's clock. */
export type Wording = Readonly<{ t: LooseT; local: (ms: number) => string }>

type Line = Readonly<Record<string, JsonValue>>
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)
const isLine = (value: JsonValue): value is Line =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const LABELS: Readonly<Record<string, string>> = {
  state: 'labels:state',
  chargeKind: 'labels:chargeKind',
  proposed: 'labels:chargeKind',
  noSerialReason: 'labels:noSerialReason',
  paper: 'labels:paper',
  copy: 'labels:copy',
  machinePlace: 'orders:place',
}
const TIMES = new Set(['nextContactBy', 'at', 'stateSince'])

const lineText = (line: Line): string => {
  if ('count' in line) return `${String(line.name)}${line.count === 1 ? '' : ` ×${String(line.count)}`}`
  const serial = line.serial ? `SN ${String(line.serial)}` : ''
  return [line.kind, line.text, serial].filter(Boolean).map(String).join(' ')
}

/** Empty values have a word too: a change from nothing to something must be readable. */
export const factText = (name: string, value: JsonValue, { t, local }: Wording): string => {
  if (value === null || value === '' || (isList(value) && value.length === 0)) return t('orders:fact.none')
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (isList(value))
    return value.map((one) => (isLine(one) ? lineText(one) : String(one))).join(t('problems:listSeparator'))
  if (typeof value === 'number') {
    if (name.endsWith('Fen')) return formatYuan(value, { sign: '¥' })
    if (TIMES.has(name)) return local(value)
    return name.endsWith('Months') ? t('orders:fact.months', { count: value }) : String(value)
  }
  if (isLine(value)) return lineText(value)
  const label = LABELS[name]
  return label === undefined ? value : t(`${label}.${value}`, { defaultValue: value })
}

/** The name of a fact; one that nobody named yet is told by its code. */
export const factName = (name: string, t: LooseT): string => t(`orders:fact.${name}`, { defaultValue: name })
