// The fields of a verb as data: what is asked, how it is typed, and what the core gets of it. Pure, so that every
// verb can be tested without a window.
import type { OrderDetail } from '#shared/contract/orders.ts'
import { readNextContact } from '#shared/domain/intake/index.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { readDay } from '../../../lib/read-day.ts'

/** What was typed and chosen, by the name of its field; everything as it stands on the screen. */
export type Values = Readonly<Record<string, JsonValue | undefined>>

export type FieldKind =
  /** One line, several lines. */
  | 'line'
  | 'prose'
  /** One of a few by its digit, one of many by its letters. */
  | 'digits'
  | 'letters'
  /** A time as it is said: `+1 10`, `24 15:30`; a day: `+3`, `11-24`. */
  | 'moment'
  | 'day'
  | 'money'
  | 'number'
  /** How many of something, in thousandths. */
  | 'quantity'
  /** Read by the scanner, or typed. */
  | 'scan'
  | 'accessories'
  | 'configuration'

export type FieldSpec = Readonly<{
  name: string
  kind: FieldKind
  required?: boolean
  max?: number
  /** Of `digits` and `letters`: the values, and the group of labels that words them. */
  options?: readonly string[]
  words?: string
  /** Ready sentences under a text, by the name of their list. */
  phrases?: readonly string[]
  /** What stands in the field at first. */
  start?: JsonValue
  /** Key of the label when it is not the field's own name. */
  label?: string
  /** Where a refusal names the field otherwise. */
  also?: readonly string[]
}>

export type FieldProblem = 'required' | 'moment' | 'past' | 'day' | 'money' | 'number' | 'quantity'
export type Read = Readonly<{
  given: Readonly<Record<string, JsonValue>>
  problems: Readonly<Record<string, FieldProblem>>
}>

export type Clock = Readonly<{ now: number; zone: string }>

/** The value on the screen: what was typed, else what stands there at first. */
export const valueOf = (field: FieldSpec, values: Values): JsonValue | undefined =>
  values[field.name] === undefined ? field.start : values[field.name]

const isEmpty = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const readNumber = (text: string): number | null => {
  const folded = text.normalize('NFKC').trim()
  return /^\d{1,9}$/.test(folded) ? Number(folded) : null
}

type One = JsonValue | Readonly<{ problem: FieldProblem }> | undefined

const readOne = (field: FieldSpec, value: JsonValue, clock: Clock): One => {
  if (field.kind === 'moment') {
    if (typeof value === 'number') return value
    const read = readNextContact(String(value), clock.now, clock.zone)
    if (!isRefused(read)) return read
    return { problem: read.refused.refusal === 'contactInPast' ? 'past' : 'moment' }
  }
  if (field.kind === 'day')
    return readDay(String(value), businessDate(clock.now, clock.zone)) ?? { problem: 'day' }
  if (field.kind === 'number') return readNumber(String(value)) ?? { problem: 'number' }
  if (field.kind === 'quantity') {
    const quantity = parseQuantity(String(value))
    return isRefused(quantity) || quantity <= 0 ? { problem: 'quantity' } : quantity
  }
  if (field.kind === 'money') return typeof value === 'number' ? value : { problem: 'money' }
  return value
}

const isProblem = (one: One): one is Readonly<{ problem: FieldProblem }> =>
  typeof one === 'object' && one !== null && 'problem' in one

/** The fields as the core wants them. An empty field is left out; a required one is a problem. */
export const readFields = (fields: readonly FieldSpec[], values: Values, clock: Clock): Read => {
  const given: Record<string, JsonValue> = {}
  const problems: Record<string, FieldProblem> = {}
  for (const field of fields) {
    const value = valueOf(field, values)
    if (isEmpty(value) || value === undefined) {
      if (field.required === true) problems[field.name] = 'required'
      continue
    }
    const one = readOne(field, value, clock)
    if (isProblem(one)) problems[field.name] = one.problem
    else if (one !== undefined) given[field.name] = one
  }
  return { given, problems }
}

/** What the fields of a verb depend on. */
export type FormFacts = Readonly<{
  order: OrderDetail
  /** The fields that the table asks for now. */
  needs: readonly string[]
  values: Values
}>
