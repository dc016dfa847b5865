// A part as its form has it, and back.
import type { Part } from '#shared/contract/catalogue.ts'
import type { Params } from '#shared/contract/index.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { createReading, groupPricesOf } from '../read-values.ts'
import type { Read, TypedFen } from '../read-values.ts'

export type PartValues = {
  code: string
  name: string
  spec: string
  kind: Part['kind']
  unit: string
  decimals: string
  priceFen: TypedFen
  companyFen: TypedFen
  peerFen: TypedFen
  minimum: string
  warrantyDays: string
  barcode: string
  models: string
  repairFeeFen: TypedFen
  yieldCount?: string
  serialTracked: boolean
  oldReturnable: boolean
  feeApart: boolean
}

const NEW: PartValues = {
  code: '',
  name: '',
  spec: '',
  kind: 'part',
  unit: '',
  decimals: '0',
  priceFen: null,
  companyFen: null,
  peerFen: null,
  minimum: '',
  warrantyDays: '',
  barcode: '',
  models: '',
  repairFeeFen: null,
  yieldCount: '',
  serialTracked: false,
  oldReturnable: false,
  feeApart: false,
}
const orEmpty = (value: number | null): string => (value === null ? '' : String(value))

/** `unit`: what a new one is counted in, in the person's language. */
export const partValues = (part: Part | null, unit: string): PartValues =>
  part === null
    ? { ...NEW, unit }
    : {
        code: part.code,
        name: part.name,
        spec: part.spec,
        kind: part.kind,
        unit: part.unit,
        decimals: String(part.decimals),
        priceFen: part.priceFen,
        companyFen: part.prices.company ?? null,
        peerFen: part.prices.peer ?? null,
        minimum: part.minimum === 0 ? '' : formatQuantity(part.minimum),
        warrantyDays: orEmpty(part.warrantyDays),
        barcode: part.barcode ?? '',
        models: part.models.join('；'),
        repairFeeFen: part.repairFeeFen,
        yieldCount: orEmpty(part.yieldCount),
        serialTracked: part.serialTracked,
        oldReturnable: part.oldReturnable,
        feeApart: part.feeApart,
      }

const LONGEST_MODEL = 80

/** The same separators as in a file. */
const modelsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;；、,，|\n]/u)
      .map((model) => model.trim())
      .filter((model) => model !== ''),
  ),
]

export const readPart = (values: PartValues, at: '' | 'changes.'): Read<Params<'part.add'>> => {
  const read = createReading(at)
  const models = modelsOf(values.models)
  if (models.some((model) => [...model].length > LONGEST_MODEL))
    read.wrong('models', `at most ${LONGEST_MODEL} characters`)
  const input = {
    code: read.required('code', values.code),
    name: read.required('name', values.name),
    spec: values.spec,
    kind: values.kind,
    unit: read.required('unit', values.unit),
    decimals: read.whole('decimals', values.decimals, 0),
    serialTracked: values.serialTracked,
    oldReturnable: values.oldReturnable,
    models,
    barcode: values.barcode.trim() === '' ? null : values.barcode,
    priceFen: read.fen('priceFen', values.priceFen),
    prices: groupPricesOf(
      read.fenOrNull('prices.company', values.companyFen),
      read.fenOrNull('prices.peer', values.peerFen),
    ),
    minimum: read.quantity('minimum', values.minimum, 0),
    warrantyDays: read.whole('warrantyDays', values.warrantyDays, null),
    repairFeeFen: read.fenOrNull('repairFeeFen', values.repairFeeFen),
    feeApart: values.feeApart,
    // What lasts is a consumable; a part has no such field.
    yieldCount: values.kind === 'part' ? null : read.whole('yieldCount', values.yieldCount ?? '', null),
  }
  return { input, issues: read.issues }
}

/** The contract's fields and how the form calls them. */
const FIELDS: readonly (readonly [path: string, name: keyof PartValues])[] = [
  ['code', 'code'],
  ['name', 'name'],
  ['spec', 'spec'],
  ['unit', 'unit'],
  ['decimals', 'decimals'],
  ['serialTracked', 'serialTracked'],
  ['priceFen', 'priceFen'],
  ['prices.company', 'companyFen'],
  ['prices.peer', 'peerFen'],
  ['minimum', 'minimum'],
  ['warrantyDays', 'warrantyDays'],
  ['barcode', 'barcode'],
  ['models', 'models'],
  ['repairFeeFen', 'repairFeeFen'],
  ['yieldCount', 'yieldCount'],
]
export const PART_NAMES = Object.fromEntries(FIELDS)
export const CHANGED_PART_NAMES = Object.fromEntries(FIELDS.map(([path, name]) => [`changes.${path}`, name]))
