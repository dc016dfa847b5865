// The service record as it is typed (rules SRV-1, SRV-2, SRV-4, DSP-9, DSP-10), and what the core gets of it. Pure.
import type { Params } from '#shared/contract/index.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { usesMeter } from '#shared/domain/parts/index.ts'
import { FAULT_CODES, LINE_KINDS, RESULTS, proposedPayer } from '#shared/domain/service/index.ts'
import type { LineKind, Payer } from '#shared/domain/service/index.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { businessDate, startOfBusinessDay, addDays } from '#shared/kernel/time.ts'
import type { Clock, FieldProblem, FieldSpec, Values } from './field-model.ts'
import { readFields } from './field-model.ts'

export type RecordParams = Params<'service.complete'>['record']
/** What of an order decides how its record looks. */
export type RecordSubject = Pick<OrderDetail, 'id' | 'service' | 'chargeKind'> &
  Readonly<{ comeback: object | null; device?: Readonly<{ category: string }> | undefined }>
export type LineForm = Readonly<{
  kind: LineKind
  text: string
  payer: Payer
  warrantyDays: string
  /** Fen; left out or null: nobody names a price; -1: what was typed is none. */
  priceFen?: number | null
}>

/** Stands in the form for an amount that cannot be read. */
export const BAD_PRICE = -1

const LONG_VISIT_MS = 24 * 3_600_000

export const newLine = (
  order: Pick<RecordSubject, 'chargeKind' | 'comeback'>,
  kind: LineKind = 'labour',
): LineForm => ({
  kind,
  text: '',
  payer: proposedPayer(order.chargeKind, order.comeback !== null),
  warrantyDays: '',
})

const CLOCK = /^(?:(?<day>-\d{1,2}|\d{1,2}|\d{1,2}[-/.]\d{1,2})\s+)?(?<h>\d{1,2})[:.：](?<m>\d{2})$/

/**
 * A time that was: `14:30` today (yesterday when that is still to come), `-1 16:00` yesterday, `20 9:15` the last
 * such day, `11-20 9:15`. Null for anything else.
 */
export const readPast = (typed: string, { now, zone }: Clock): number | null => {
  const { day = '', h = '', m = '' } = CLOCK.exec(typed.normalize('NFKC').trim())?.groups ?? {}
  if (h === '' || Number(h) > 23 || Number(m) > 59) return null
  const minutes = Number(h) * 60 + Number(m)
  const today = businessDate(now, zone)
  const at = (date: string) => startOfBusinessDay(date, zone) + minutes * 60_000
  if (day === '') return at(today) <= now + 60_000 ? at(today) : at(addDays(today, -1))
  if (day.startsWith('-')) return at(addDays(today, Number(day)))
  for (let back = 0; back < 366; back += 1) {
    const date = addDays(today, -back)
    const wanted = day.replaceAll(/[/.]/g, '-').split('-').map(Number)
    const [month, dayOfMonth] = wanted.length === 2 ? wanted : [undefined, wanted[0]]
    if (Number(date.slice(8)) !== dayOfMonth) continue
    if (month === undefined || Number(date.slice(5, 7)) === month) return at(date)
  }
  return null
}

/** The plain fields, in the order in which one reports. */
export const recordFields = (
  order: Pick<RecordSubject, 'service' | 'device'>,
  values: Values,
  clock: Clock,
): readonly FieldSpec[] => [
  { name: 'faultCode', kind: 'letters', required: true, options: FAULT_CODES, words: 'faultCode' },
  { name: 'actualFault', kind: 'prose', max: 2000, required: true },
  { name: 'action', kind: 'prose', max: 2000, required: true },
  {
    name: 'result',
    kind: 'digits',
    required: true,
    options: RESULTS,
    words: 'result',
    start: 'repaired',
    also: ['outcome'],
  },
  ...(order.service === 'onSite'
    ? ([
        { name: 'arrivedAt', kind: 'line', required: true },
        { name: 'finishedAt', kind: 'line', required: true },
      ] as const)
    : ([{ name: 'minutes', kind: 'number', required: true }] as const)),
  ...(needsLongReason(values, clock)
    ? [{ name: 'longReason', kind: 'line', max: 200, required: true } as const]
    : []),
  // Copiers and printers say what they did (rule PRT-14); what cannot be true is asked for a reason.
  ...(order.device !== undefined && usesMeter(order.device.category) ? meterFields(values) : []),
]

const meterFields = (values: Values): readonly FieldSpec[] => [
  { name: 'meter', kind: 'number', also: ['record.meters.0.value'] },
  ...(String(values['meter'] ?? '').trim() === ''
    ? []
    : [{ name: 'meterReason', kind: 'line', max: 200, also: ['record.meters.0.reason'] } as const]),
]

const needsLongReason = (values: Values, clock: Clock): boolean => {
  const from = readPast(String(values['arrivedAt'] ?? ''), clock)
  const until = readPast(String(values['finishedAt'] ?? ''), clock)
  return from !== null && until !== null && until - from > LONG_VISIT_MS
}

const linesOf = (values: Values): readonly LineForm[] => (values['lines'] ?? []) as readonly LineForm[]

export type RecordRead = Readonly<{
  record: RecordParams | null
  problems: Readonly<Record<string, FieldProblem>>
}>

/** The record, or what is wrong by the name of its field; an empty line is no line. */
export const readRecord = (
  order: Pick<RecordSubject, 'service' | 'device'>,
  values: Values,
  clock: Clock,
): RecordRead => {
  const { given, problems } = readFields(recordFields(order, values, clock), values, clock)
  const wrong: Record<string, FieldProblem> = { ...problems }
  const times: Record<string, JsonValue> = {}
  if (order.service === 'onSite')
    for (const name of ['arrivedAt', 'finishedAt']) {
      if (wrong[name] !== undefined) continue
      const at = readPast(String(given[name]), clock)
      if (at === null) wrong[name] = 'moment'
      else times[name] = at
    }
  const lines = linesOf(values).filter(({ text }) => text.trim() !== '')
  if (lines.some(({ warrantyDays }) => !/^\d{0,4}$/.test(warrantyDays.normalize('NFKC').trim())))
    wrong['lines'] = 'number'
  if (lines.some(({ priceFen }) => priceFen === BAD_PRICE)) wrong['lines'] = 'money'
  if (Object.keys(wrong).length > 0) return { record: null, problems: wrong }
  const { meter, meterReason = '', ...plain } = given
  const record = {
    ...plain,
    ...times,
    ...(meter === undefined ? {} : { meters: [{ value: meter, reason: meterReason }] }),
    lines: lines.map(({ kind, text, payer, warrantyDays, priceFen }) => ({
      kind,
      text,
      payer,
      ...(typeof priceFen === 'number' ? { priceFen } : {}),
      ...(warrantyDays.trim() === '' ? {} : { warrantyDays: Number(warrantyDays.normalize('NFKC').trim()) }),
    })),
    serials: [...((values['serials'] ?? []) as readonly string[])],
  } as RecordParams
  return { record, problems: {} }
}

/** What the customer owes for the lines as they are typed. */
export const chargedByLines = (values: Values): number =>
  sumFen(
    linesOf(values).map(({ text, payer, priceFen }) =>
      text.trim() === '' || payer !== 'customer' ? 0 : Math.max(0, priceFen ?? 0),
    ),
  )

export { LINE_KINDS }
