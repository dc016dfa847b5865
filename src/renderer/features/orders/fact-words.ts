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

/** Codes inside a fact; a value that is no code of its tables (a name, a shelf) is shown as it stands. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  state: ['labels:state'],
  chargeKind: ['labels:chargeKind'],
  proposed: ['labels:chargeKind'],
  noSerialReason: ['labels:noSerialReason'],
  paper: ['labels:paper'],
  copy: ['labels:copy'],
  machinePlace: ['labels:machinePlace'],
  service: ['labels:service'],
  result: ['labels:result', 'labels:vendorResult'],
  outcome: ['labels:outcome'],
  faultCode: ['labels:faultCode'],
  item: ['labels:itemKind'],
  place: ['labels:placeKind'],
  printException: ['labels:printException'],
  takenBy: ['labels:takenBy'],
  way: ['labels:handOverWay'],
  channel: ['labels:channel'],
  answerChannel: ['labels:answerChannel'],
  contactOutcome: ['labels:contactOutcome'],
  promiseType: ['labels:promiseType'],
  partsResult: ['labels:partsResult'],
  phoneOutcome: ['labels:phoneOutcome'],
  cancelReason: ['labels:cancelReason'],
  // A cancel says its reason by a code, everything else in somebody's words.
  reason: ['labels:cancelReason'],
  returnBy: ['labels:returnBy'],
  occasion: ['labels:occasion'],
  purpose: ['labels:purpose'],
  source: ['labels:urgeSource'],
  counter: ['labels:counter'],
}
const TIMES = new Set([
  'nextContactBy',
  'at',
  'stateSince',
  'appointmentAt',
  'pickUpAt',
  'expectedReturn',
  'expectedDate',
])
const AMOUNTS = new Set(['cost', 'due', 'paidNow', 'receivable', 'discount', 'amount'])
const isMoney = (name: string) => AMOUNTS.has(name) || name.endsWith('Fen')

/** An accessory, a line of the configuration, or what a pick-up found different from the intake. */
const lineText = (line: Line, wording: Wording): string => {
  if ('count' in line) return `${String(line.name)}${line.count === 1 ? '' : ` ×${String(line.count)}`}`
  if ('before' in line && 'after' in line) {
    const [before, after] = [line.before ?? '', line.after ?? ''].map((one) => factText('', one, wording))
    return `${String(line.kind)} ${before} → ${after}`
  }
  const serial = line.serial ? `SN ${String(line.serial)}` : ''
  return [line.kind, line.text, serial].filter(Boolean).map(String).join(' ')
}

const codeText = (name: string, code: string, t: LooseT): string => {
  for (const table of LABELS[name] ?? []) {
    const words = t(`${table}.${code}`, { defaultValue: '' })
    if (words !== '') return words
  }
  return code
}

/** Empty values have a word too: a change from nothing to something must be readable. */
export const factText = (name: string, value: JsonValue, wording: Wording): string => {
  const { t, local } = wording
  if (value === null || value === '' || (isList(value) && value.length === 0)) return t('orders:fact.none')
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (isList(value)) return value.map((one) => factText(name, one, wording)).join(t('problems:listSeparator'))
  if (typeof value === 'number') {
    if (isMoney(name)) return formatYuan(value, { sign: '¥' })
    if (TIMES.has(name)) return local(value)
    return name.endsWith('Months') ? t('orders:fact.months', { count: value }) : String(value)
  }
  return isLine(value) ? lineText(value, wording) : codeText(name, value, t)
}

/** The name of a fact; one that nobody named yet is told by its code. */
export const factName = (name: string, t: LooseT): string => t(`orders:fact.${name}`, { defaultValue: name })
