// An unfinished document of the stock: its head and its lines as they are typed, and what of it can be posted. Pure.
import { z } from 'zod'
import type { Params } from '#shared/contract/index.ts'
import type { StockPlaceKind } from '#shared/domain/stock/index.ts'
import { keptSerial } from '#shared/domain/stock/index.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { PER_UNIT, formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts'
import { FORM_KINDS, specOf } from './form-kinds.ts'
import type { FormKind } from './form-kinds.ts'

export const FORM_VERSION = 1

const maybeId = z.string().nullable()
const lineShape = z.object({
  key: z.int(),
  partId: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  decimals: z.int(),
  serialTracked: z.boolean(),
  /** As it is typed. */
  quantity: z.string(),
  costFen: z.int().nullable(),
  serials: z.array(z.string()),
  /** Of an arrival: what was sent; of a count that is not blind: what the books say. */
  expected: z.int().nullable(),
})
const formShape = z.object({
  kind: z.enum(Object.keys(FORM_KINDS) as [FormKind, ...FormKind[]]),
  partnerId: maybeId,
  fromId: maybeId,
  toId: maybeId,
  fromWarehouseId: maybeId,
  toWarehouseId: maybeId,
  /** The transfer that arrives, or the request that is answered. */
  documentId: maybeId,
  documentNumber: z.string(),
  requestId: maybeId,
  reason: z.string(),
  lines: z.array(lineShape),
  /** The line that keys and a quantity alone act on. */
  current: z.int().nullable(),
})
export type FormLine = z.infer<typeof lineShape>
export type StockForm = z.infer<typeof formShape>

/** A draft as it was kept; null for one that an older program wrote. */
export const readForm = (body: JsonValue): StockForm | null => formShape.safeParse(body).data ?? null

export const emptyForm = (kind: FormKind): StockForm => ({
  kind,
  partnerId: null,
  fromId: null,
  toId: null,
  fromWarehouseId: null,
  toWarehouseId: null,
  documentId: null,
  documentNumber: '',
  requestId: null,
  reason: '',
  lines: [],
  current: null,
})

export const isWorthKeeping = ({ lines, reason }: StockForm): boolean => lines.length > 0 || reason !== ''

export type LinePart = Readonly<{
  id: string
  code: string
  name: string
  spec: string
  unit: string
  decimals: number
  serialTracked: boolean
}>

const amountOf = ({ quantity, decimals }: FormLine): number | undefined => {
  const read = parseQuantity(quantity, decimals)
  return isRefused(read) ? undefined : read
}

/** Whether the number of pieces of a line is the number of its serials. */
export const bySerials = (kind: FormKind, { serialTracked }: Pick<FormLine, 'serialTracked'>): boolean =>
  serialTracked && specOf(kind).noSerials !== true

export const withLine = (
  form: StockForm,
  part: LinePart,
  quantity: number,
  more: Partial<FormLine> = {},
): StockForm => {
  const key = Math.max(0, ...form.lines.map((one) => one.key)) + 1
  const { id: partId, code, name, spec, unit, decimals, serialTracked } = part
  const typed = bySerials(form.kind, part) ? '0' : formatQuantity(quantity)
  const added: FormLine = {
    ...{ key, partId, code, name, spec, unit, decimals, serialTracked },
    ...{ quantity: typed, costFen: null, serials: [], expected: null },
    ...more,
  }
  // The newest stands right under the line that it was scanned in.
  return { ...form, lines: [added, ...form.lines], current: key }
}

/** A part was scanned or chosen: one more of its line, or a new line. A form for one part takes only that one. */
export const withPart = (form: StockForm, part: LinePart, quantity: number): StockForm => {
  const known = form.lines.find(({ partId }) => partId === part.id)
  if (!known) {
    const most = specOf(form.kind).lines
    return withLine(most === 1 ? { ...form, lines: [] } : form, part, quantity)
  }
  // Its serials are scanned, one by one.
  if (bySerials(form.kind, part))
    return { ...withChange(form, known.key, { serialTracked: true }), current: known.key }
  const sum = (amountOf(known) ?? 0) + quantity
  return { ...withChange(form, known.key, { quantity: formatQuantity(sum) }), current: known.key }
}

export const withChange = (form: StockForm, key: number, change: Partial<FormLine>): StockForm => ({
  ...form,
  lines: form.lines.map((one) => (one.key === key ? { ...one, ...change } : one)),
})

/** So many of the part taken last. */
export const withQuantity = (form: StockForm, quantity: number): StockForm => {
  const line = form.lines.find(({ key }) => key === form.current)
  return line === undefined || bySerials(form.kind, line)
    ? form
    : withChange(form, line.key, { quantity: formatQuantity(quantity) })
}

/** The form with the serial, or undefined where its line has it already. */
export const withSerial = (form: StockForm, key: number, typed: string): StockForm | undefined => {
  const line = form.lines.find((one) => one.key === key)
  const serial = keptSerial(typed)
  if (!line || serial === '' || line.serials.includes(serial)) return undefined
  return withSerials(form, key, [...line.serials, serial])
}

export const withSerials = (form: StockForm, key: number, serials: string[]): StockForm =>
  withChange(form, key, { serials, quantity: formatQuantity(serials.length * PER_UNIT) })

export const withoutLine = (form: StockForm, key: number): StockForm => ({
  ...form,
  lines: form.lines.filter((one) => one.key !== key),
  current: form.current === key ? null : form.current,
})

/** What keeps the form from being posted: a word for the head, or for a line. */
export type FormProblem =
  | Readonly<{ at: 'partner' | 'from' | 'to' | 'fromWarehouse' | 'toWarehouse' | 'reason' | 'lines' }>
  | Readonly<{ at: 'line'; key: number; what: 'quantity' | 'cost' | 'serials' }>

const lineProblem = (kind: FormKind, line: FormLine): FormProblem | undefined => {
  const { cost, least } = specOf(kind)
  const at = { at: 'line', key: line.key } as const
  const amount = amountOf(line)
  if (bySerials(kind, line)) {
    if (line.serials.length === 0 && least !== 'zero' && kind !== 'arrive') return { ...at, what: 'serials' }
  } else if (amount === undefined) return { ...at, what: 'quantity' }
  else if (least === 'negative' ? amount === 0 : least !== 'zero' && kind !== 'arrive' && amount <= 0)
    return { ...at, what: 'quantity' }
  else if (least !== 'negative' && amount < 0) return { ...at, what: 'quantity' }
  return cost && line.costFen === null ? { ...at, what: 'cost' } : undefined
}

/** The first thing that is missing or cannot be read. */
export const problemOf = (form: StockForm): FormProblem | undefined => {
  const spec = specOf(form.kind)
  for (const field of spec.head) {
    if (field === 'partner' && spec.partner === 'required' && form.partnerId === null) return { at: field }
    if (field !== 'partner' && form[`${field}Id`] === null) return { at: field }
  }
  if (form.lines.length === 0) return { at: 'lines' }
  for (const line of form.lines) {
    const problem = lineProblem(form.kind, line)
    if (problem) return problem
  }
  return spec.reason === 'required' && form.reason.trim() === '' ? { at: 'reason' } : undefined
}

/** The lines in the order in which they were entered: the newest stands at the top of the form. */
export const linesToPost = (form: StockForm): readonly FormLine[] =>
  form.lines
    .toReversed()
    // Nothing of it arrived: what is not named stays on the way.
    .filter((one) => form.kind !== 'arrive' || (amountOf(one) ?? 0) > 0)

const movedLine = (line: FormLine, kind: FormKind) => ({
  partId: line.partId,
  quantity: amountOf(line) ?? 0,
  serials: bySerials(kind, line) ? line.serials : [],
})

/** What the core is asked to post; only for a form without a problem. */
export const paramsOf = (form: StockForm): Params<(typeof FORM_KINDS)[FormKind]['method']> => {
  const { kind, partnerId, requestId } = form
  const reason = form.reason.trim()
  const [fromId, toId] = [form.fromId ?? '', form.toId ?? '']
  const posted = linesToPost(form)
  const lines = posted.map((line) => movedLine(line, kind))
  const fromPlace = lines.map((line) => ({ ...line, placeId: fromId }))
  switch (kind) {
    case 'receive':
      return {
        partnerId,
        reason,
        lines: posted.map((line, at) => ({
          ...(lines[at] ?? movedLine(line, kind)),
          placeId: toId,
          costFen: line.costFen ?? 0,
        })),
      }
    case 'count':
      return {
        placeId: fromId,
        reason,
        lines: lines.map(({ quantity, ...line }) => ({ ...line, counted: quantity })),
      }
    case 'send':
      return {
        fromPlaceId: fromId,
        toWarehouseId: form.toWarehouseId ?? '',
        lines,
        reason,
        ...(requestId === null ? {} : { requestId }),
      }
    case 'ask':
      return {
        fromWarehouseId: form.fromWarehouseId ?? '',
        toWarehouseId: form.toWarehouseId ?? '',
        lines: lines.map(({ partId, quantity }) => ({ partId, quantity })),
        reason,
      }
    case 'move':
    case 'defective':
      return { fromPlaceId: fromId, toPlaceId: toId, lines, reason }
    case 'adjust':
      return { placeId: fromId, ...(lines[0] ?? { partId: '', quantity: 0, serials: [] }), reason }
    case 'scrap':
      return { lines: fromPlace, reason }
    case 'supplierReturn':
      return { partnerId: partnerId ?? '', lines: fromPlace, reason }
    case 'toHeadquarters':
      return { partnerId, lines: fromPlace, reason }
    case 'arrive':
      return {
        documentId: form.documentId ?? '',
        lines: lines.map((line) => ({ ...line, placeId: toId })),
        reason,
      }
  }
}

export type PlaceOption = Readonly<{ id: string; warehouseId: string; kind: StockPlaceKind }>

/** With the places that stand at first: the first that fit, as few keys as possible. */
export const withFirstPlaces = (
  form: StockForm,
  places: readonly PlaceOption[],
  warehouseIds: readonly string[],
): StockForm => {
  const spec = specOf(form.kind)
  const first = (kinds: readonly StockPlaceKind[] | undefined, warehouseId?: string | null) =>
    places.find(
      (one) =>
        (kinds ?? []).includes(one.kind) &&
        (warehouseId === undefined || warehouseId === null || one.warehouseId === warehouseId),
    )?.id ?? null
  const fromId = form.fromId ?? first(spec.from, form.fromWarehouseId)
  const fromHouse = places.find((one) => one.id === fromId)?.warehouseId
  const home = form.kind === 'ask' ? (form.toWarehouseId ?? warehouseIds[0] ?? null) : null
  return {
    ...form,
    fromId: spec.from ? fromId : null,
    toId: spec.to
      ? (form.toId ??
        first(
          form.kind === 'move' ? ['bin', 'defective'] : spec.to,
          form.kind === 'arrive' ? form.toWarehouseId : spec.from ? fromHouse : undefined,
        ))
      : null,
    toWarehouseId:
      form.kind === 'send'
        ? (form.toWarehouseId ?? warehouseIds.find((one) => one !== fromHouse) ?? null)
        : form.kind === 'ask'
          ? home
          : form.toWarehouseId,
    fromWarehouseId:
      form.kind === 'ask'
        ? (form.fromWarehouseId ?? warehouseIds.find((one) => one !== home) ?? null)
        : form.fromWarehouseId,
  }
}

export const textOf = (quantity: number): string => formatQuantity(quantity)
