// Drafts (rule INT-11): a form as JSON with the version of its shape. Reading is forgiving: whatever of an older,
// newer or damaged draft still makes sense comes back, the rest starts empty. A draft is never lost to an update.
import type { JsonValue } from '#shared/kernel/result.ts'
import { isUuid } from '#shared/kernel/ids.ts'
import type { ChargeKind } from '#shared/domain/charge/charge.ts'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import type { CustomerPart, DevicePart, IntakeForm, MachineForm } from './form.ts'
import { emptyDevice, emptyForm, emptyMachine } from './form.ts'
import type { SpotForm } from './spot-form.ts'
import { emptySpot } from './spot-form.ts'

/** Raised when the shape changes in a way that `readDraft` must know about. */
export const DRAFT_VERSION = 1

type Fields = Readonly<Record<string, JsonValue | undefined>>

const fieldsOf = (value: JsonValue | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '')
const list = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : [])
const texts = (value: JsonValue | undefined): string[] => list(value).filter((one) => typeof one === 'string')

export const writeDraft = (form: IntakeForm): JsonValue => form as unknown as JsonValue

const customerOf = (value: JsonValue | undefined): CustomerPart => {
  const given = fieldsOf(value)
  if (given['kind'] === 'existing' && isUuid(given['id']))
    return { kind: 'existing', id: given['id'], name: text(given['name']) }
  if (given['kind'] !== 'new') return { kind: 'none', typed: text(given['typed']) }
  const phones = texts(given['phones']).slice(0, 6)
  return {
    kind: 'new',
    notADuplicate: given['notADuplicate'] === true,
    name: text(given['name']),
    company: text(given['company']),
    address: text(given['address']),
    remark: text(given['remark']),
    phones: phones.length > 0 ? phones : [''],
  }
}

const deviceOf = (value: JsonValue | undefined): DevicePart => {
  const given = fieldsOf(value)
  if (given['kind'] === 'existing' && isUuid(given['id']))
    return {
      kind: 'existing',
      id: given['id'],
      title: text(given['title']),
      category: text(given['category']),
    }
  if (given['kind'] !== 'new') return { kind: 'none' }
  const fields = Object.keys(emptyDevice) as (keyof typeof emptyDevice)[]
  const typed = Object.fromEntries(fields.map((key) => [key, text(given[key])])) as typeof emptyDevice
  return { kind: 'new', sameSerialAs: text(given['sameSerialAs']), ...typed }
}

const chargeOf = (value: JsonValue | undefined): MachineForm['charge'] => {
  const given = fieldsOf(value)
  const kind = CHARGE_KINDS.find((known): known is ChargeKind => known === given['kind'])
  return kind ? { kind, reason: text(given['reason']) } : null
}

const machineOf = (value: JsonValue, key: string): MachineForm => {
  const given = fieldsOf(value)
  return {
    ...emptyMachine(key),
    device: deviceOf(given['device']),
    fault: text(given['fault']),
    condition: text(given['condition']),
    accessories: list(given['accessories'])
      .map(fieldsOf)
      .filter((line) => text(line['name']) !== '')
      .map((line) => ({ name: text(line['name']), count: countOf(line['count']) })),
    configuration: list(given['configuration'])
      .map(fieldsOf)
      .map((line) => ({ kind: text(line['kind']), text: text(line['text']), serial: text(line['serial']) })),
    charge: chargeOf(given['charge']),
    limit: text(given['limit']),
    nextContact: text(given['nextContact']),
    photos: texts(given['photos']).filter((hash) => /^[0-9a-f]{64}$/.test(hash)),
    important: given['important'] === true,
    secondOrder: given['secondOrder'] === true,
    comebackOf: isUuid(given['comebackOf']) ? given['comebackOf'] : '',
    onSite: given['onSite'] === true,
  }
}

const countOf = (value: JsonValue | undefined): number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 999 ? Number(value) : 1

const among = <T extends string>(known: readonly T[], value: JsonValue | undefined, other: T): T =>
  known.find((one) => one === value) ?? other

const spotOf = (value: JsonValue | undefined): SpotForm | null => {
  if (fieldsOf(value) !== value) return null
  const given = fieldsOf(value)
  return {
    record: recordOf(given['record']),
    doneBy: isUuid(given['doneBy']) ? given['doneBy'] : '',
    paper: among(['print', 'systemFailure'], given['paper'], emptySpot.paper),
    by: among(['customer', 'proxy'], given['by'], emptySpot.by),
    name: text(given['name']),
    phone: text(given['phone']),
    signOn: among(['pad', 'paper'], given['signOn'], emptySpot.signOn),
  }
}

/** Texts, and the two lists of a record with texts in them; anything else would break its form. */
const recordOf = (value: JsonValue | undefined): SpotForm['record'] =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, one]): [string, JsonValue][] => {
      if (name === 'serials') return [[name, texts(one)]]
      if (name === 'lines')
        return [
          [
            name,
            list(one).map((line) =>
              Object.fromEntries(LINE_PARTS.map((part) => [part, text(fieldsOf(line)[part])])),
            ),
          ],
        ]
      return typeof one === 'string' ? [[name, one]] : []
    }),
  )
const LINE_PARTS = ['kind', 'text', 'payer', 'warrantyDays'] as const

/** The form of a draft's body, of any version. `newKey` makes keys for its machines. */
export const readDraft = (body: JsonValue, newKey: () => string): IntakeForm => {
  const given = fieldsOf(body)
  const machines = list(given['machines'])
    .slice(0, 20)
    .map((machine) => machineOf(machine, newKey()))
  const empty = emptyForm(newKey())
  return {
    customer: customerOf(given['customer']),
    machines: machines.length > 0 ? machines : empty.machines,
    broughtBy: text(given['broughtBy']),
    broughtByPhone: text(given['broughtByPhone']),
    byPhone: given['byPhone'] === true,
    spot: spotOf(given['spot']),
  }
}
