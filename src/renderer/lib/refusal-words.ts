// A refusal as a person reads it: the codes in its details become words, and for a refusal of the transition
// table each step of its way out is named (rule WO-1): press this, fill that, ask whom, wait until.
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import type { LooseT } from './i18n.ts'

export type Details = Readonly<Record<string, JsonValue>>
type Values = Readonly<Record<string, unknown>>

/** The keys of verbs that have one on every screen. */
const KEYS: Readonly<Record<string, string>> = { print: 'Ctrl+P', photos: 'F8', acceptWalkIn: 'F2' }

/** A code is looked for in these tables of labels, in this order; one that nobody named is shown as it is. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  command: ['labels:command', 'labels:entry', 'labels:action'],
  missing: ['labels:field', 'labels:proof', 'labels:evidence'],
  needs: ['labels:actor', 'labels:state'],
  who: ['labels:actor'],
  state: ['labels:state'],
  machine: ['labels:machinePlace'],
  service: ['labels:service'],
  origin: ['labels:origin'],
  outcome: ['labels:outcome'],
  quote: ['labels:quoteStanding'],
  cancelReason: ['labels:cancelReason'],
  because: ['problems:because'],
}
const MONEY = new Set(['due', 'paidNow', 'kept'])
/** Thousandths of a unit. */
const QUANTITIES = new Set(['inStock', 'wanted'])

const isRecord = (value: JsonValue | undefined): value is Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : [])

const label = (tables: readonly string[], value: JsonValue, t: LooseT): string => {
  for (const table of tables) {
    const found = t(`${table}.${String(value)}`, { defaultValue: '' })
    if (found !== '') return found
  }
  return String(value)
}

const worded = (name: string, value: JsonValue, t: LooseT): unknown => {
  if (Array.isArray(value))
    return value.map((one: JsonValue) => worded(name, one, t)).join(t('problems:listSeparator'))
  if (typeof value === 'number' && (MONEY.has(name) || name.endsWith('Fen')))
    return formatYuan(value, { sign: '¥' })
  if (typeof value === 'number' && QUANTITIES.has(name)) return formatQuantity(value)
  const tables = LABELS[name]
  return tables !== undefined && typeof value === 'string' && value !== '' ? label(tables, value, t) : value
}

/** What the sentence of this refusal may show. */
const valuesOf = (code: string, details: Details, t: LooseT): Values => {
  if (code === 'weakPassword') return { reason: label(['problems:weak'], details['reason'] ?? '', t) }
  if (code === 'storage') return { state: label(['problems:storageState'], details['state'] ?? '', t) }
  // A refusal of the table carries what its guard says one level down.
  const { details: inner, wayOut: _, ...outer } = details
  const all = { ...outer, ...(isRecord(inner) ? inner : {}), ...missingOf(outer) }
  const values = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, worded(name, value, t)]),
  )
  const { action } = details
  return typeof action === 'string' && action !== ''
    ? { ...values, action: t(`orders:log.action.${action.replace('.', '_')}`, { defaultValue: action }) }
    : values
}

/** The guard's details may repeat `missing`; the refusal's own list is the whole one. */
const missingOf = (outer: Details): Details =>
  outer['missing'] === undefined ? {} : { missing: outer['missing'] }

const named = (name: string, code: string, t: LooseT): string => {
  const key = KEYS[code]
  return key === undefined ? t('problems:step.named', { name }) : t('problems:step.keyed', { name, key })
}

const timeText = (ms: number, zone: string): string => {
  const sameDay = formatLocal(ms, zone, 'date') === formatLocal(Date.now(), zone, 'date')
  return formatLocal(ms, zone, sameDay ? 'time' : 'dateTime')
}

/** One step of a way out in words; null for one that this window does not know. */
export const stepText = (step: JsonValue, t: LooseT, zone: string): string | null => {
  if (!isRecord(step)) return null
  const { command, entry, action, field, task, roles, waitUntil } = step
  if (typeof command === 'string') return named(label(['labels:command'], command, t), command, t)
  if (typeof entry === 'string') return named(label(['labels:entry'], entry, t), entry, t)
  if (typeof action === 'string') return named(label(['labels:action'], action, t), action, t)
  if (typeof field === 'string') return t('problems:step.field', { name: label(['labels:field'], field, t) })
  if (typeof task === 'string') return label(['labels:task'], task, t)
  if (Array.isArray(roles)) return t('problems:step.roles', { roles: worded('who', [...roles], t) })
  if (typeof waitUntil === 'number') return t('problems:step.waitUntil', { at: timeText(waitUntil, zone) })
  return null
}

const withSteps = (way: string, details: Details, t: LooseT, zone: string): string => {
  const steps = listOf(details['wayOut']).flatMap((step) => stepText(step, t, zone) ?? [])
  if (steps.length === 0) return way
  return t('problems:wayAndSteps', { way, steps: [...new Set(steps)].join(t('problems:listSeparator')) })
}

/** What is wrong and what to do, in words. An order that the table refuses is named by its number. */
export const refusalWords = (
  code: string,
  details: Details,
  t: LooseT,
  zone: string,
): Readonly<{ what: string; way: string }> => {
  const key = `problems:refusal.${code}`
  const values = valuesOf(code, details, t)
  const what = t(`${key}.what`, { ...values, defaultValue: '' })
  if (what === '')
    return {
      what: t('problems:unknownRefusal.what', { code }),
      way: t('problems:unknownRefusal.way', { code }),
    }
  const { number } = details
  const numbered = 'wayOut' in details && typeof number === 'string' && number !== ''
  return {
    what: numbered ? t('problems:numbered', { number, what }) : what,
    way: withSteps(t(`${key}.way`, values), details, t, zone),
  }
}
