// Every verb that is a plain form: which procedure it calls and which fields it asks. The few with a shape of
// their own (dispatch, completion, notice, receiving) have panels beside this table.
import { FAULT_CODES } from '#shared/domain/service/index.ts'
import { CANCEL_REASONS, CLOSE_NORMALLY } from '#shared/domain/work-order/cancel-reasons.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import type { FieldSpec, FormFacts } from './field-model.ts'

export type VerbForm = Readonly<{
  /** The procedure by its wire name. */
  method: string
  fields: (facts: FormFacts) => readonly FieldSpec[]
  /** Further parts of the request that nobody types. */
  also?: (facts: FormFacts) => Readonly<Record<string, JsonValue>>
}>

const reason = (phrases: readonly string[] = []): FieldSpec => ({
  name: 'reason',
  kind: 'prose',
  max: 300,
  required: true,
  phrases,
})
const remark = (max = 300): FieldSpec => ({ name: 'remark', kind: 'prose', max })
const words = (required = true): FieldSpec => ({ name: 'words', kind: 'prose', max: 500, required })

const form = (method: string, ...fields: readonly FieldSpec[]): VerbForm => ({
  method,
  fields: () => fields,
})

const PROMISE_TYPES = ['customer', 'parts', 'other'] as const

/** The next promise (rules CLK-3, CLK-4): from the second one on with type and reason, for parts with their numbers. */
export const promiseFields = ({ order, needs, values }: FormFacts): readonly FieldSpec[] => {
  const kept = order.service === 'dropOff' && order.state !== 'readyForPickup'
  const name = needs.includes('nextContactBy')
    ? 'nextContactBy'
    : needs.includes('appointmentAt')
      ? 'appointmentAt'
      : kept
        ? 'nextContactBy'
        : 'appointmentAt'
  const label =
    name === 'nextContactBy' ? 'nextContactBy' : order.service === 'onSite' ? 'visitAt' : 'pickUpAt'
  const later = needs.includes('promiseType')
  return [
    { name, kind: 'moment', required: true, label },
    ...(later
      ? [
          {
            name: 'promiseType',
            kind: 'digits',
            required: true,
            options: PROMISE_TYPES,
            words: 'promiseType',
          } as const,
          {
            name: 'promiseReason',
            kind: 'prose',
            max: 300,
            required: true,
            label: 'reason',
            also: ['reason'],
          } as const,
        ]
      : []),
    ...(later && values['promiseType'] === 'parts' ? PART : []),
  ]
}

const PART: readonly FieldSpec[] = [
  { name: 'requestNo', kind: 'line', max: 40, required: true },
  { name: 'partCode', kind: 'line', max: 60, required: true },
]

const CANCEL: readonly FieldSpec[] = [
  {
    name: 'cancelReason',
    kind: 'letters',
    required: true,
    options: [...CANCEL_REASONS, ...CLOSE_NORMALLY],
    words: 'cancelReason',
  },
  words(),
]

const machineAsFound = ({ order }: FormFacts): readonly FieldSpec[] => [
  { name: 'accessories', kind: 'accessories', start: order.accessories.map((one) => ({ ...one })) },
  { name: 'configuration', kind: 'configuration', start: order.configuration.map((one) => ({ ...one })) },
  { name: 'condition', kind: 'prose', max: 1000, required: true, start: order.condition },
]

export const VERB_FORMS: Readonly<Partial<Record<CommandName, VerbForm>>> = {
  refuse: form('dispatch.refuse', reason(['tooMuchWork', 'notMySkill', 'dayOff'])),
  revoke: form('dispatch.revoke', { ...reason(['wrongPerson']), required: false }),
  requestReassign: form('dispatch.requestReassign', reason(['tooMuchWork', 'notMySkill', 'dayOff'])),
  rejectReassign: form('dispatch.rejectReassign', reason()),
  approveReassign: form('dispatch.approveReassign', { ...reason(), required: false }),
  confirmBranch: {
    method: 'dispatch.confirmBranch',
    fields: ({ needs }) => (needs.includes('scan') ? [{ name: 'scan', kind: 'scan', required: true }] : []),
  },
  refuseBranch: form('dispatch.refuseBranch', reason(['tooMuchWork'])),
  vendorReturn: form(
    'dispatch.vendorReturn',
    {
      name: 'result',
      kind: 'digits',
      required: true,
      options: ['repaired', 'unrepaired', 'refused'],
      words: 'vendorResult',
      label: 'vendorResult',
      also: ['vendorResult'],
    },
    { name: 'costFen', kind: 'money', required: true, also: ['cost'] },
    { name: 'scan', kind: 'scan', required: true, max: 60 },
    remark(500),
  ),
  handBack: {
    method: 'service.handBack',
    fields: ({ order }) => [
      reason(['tooExpensive', 'notRepairable', 'noParts']),
      { name: 'faultCode', kind: 'letters', options: FAULT_CODES, words: 'faultCode', start: 'other' },
      { name: 'actualFault', kind: 'prose', max: 2000, start: order.reportedFault },
      {
        name: 'diagnosticFee',
        kind: 'digits',
        options: ['asQuoted', 'waived'],
        words: 'diagnosticFee',
        start: 'asQuoted',
      },
    ],
  },
  notFixed: {
    method: 'service.notFixed',
    fields: (facts) => [remark(500), ...promiseFields(facts)],
  },
  faultReturned: {
    method: 'service.faultReturned',
    fields: (facts) => [remark(500), ...promiseFields(facts)],
  },
  bringIn: { method: 'service.bringIn', fields: machineAsFound },
  receiveDevice: { method: 'handOver.receiveDevice', fields: machineAsFound },
  resolveByPhone: form(
    'service.resolveByPhone',
    {
      name: 'phoneOutcome',
      kind: 'digits',
      required: true,
      options: ['software', 'other'],
      words: 'phoneOutcome',
    },
    { ...words(), max: 1000, also: ['callRef'] },
  ),
  suspend: form('service.suspend', reason(['customerAway', 'waitsForData', 'waitsForApproval'])),
  resume: form('service.resume', remark()),
  changeService: {
    method: 'service.changeService',
    fields: () => [remark()],
    also: ({ order }) => ({ service: order.service === 'dropOff' ? 'onSite' : 'dropOff' }),
  },
  requestParts: form(
    'service.requestParts',
    { name: 'requestNo', kind: 'line', max: 40, required: true },
    { name: 'partCode', kind: 'line', max: 60, required: true },
    { name: 'expectedDate', kind: 'moment', required: true },
    remark(),
  ),
  partsLate: {
    method: 'service.partsLate',
    fields: (facts) => [
      ...PART,
      ...promiseFields({ ...facts, needs: facts.needs.filter((name) => name !== 'promiseType') }),
      { name: 'promiseReason', kind: 'prose', max: 300, required: true, label: 'reason', also: ['reason'] },
    ],
    also: () => ({ promiseType: 'parts' }),
  },
  partsReady: form(
    'service.partsReady',
    {
      name: 'partsResult',
      kind: 'digits',
      required: true,
      options: ['arrived', 'unavailable'],
      words: 'partsResult',
    },
    remark(),
  ),
  appoint: { method: 'contact.appoint', fields: promiseFields },
  recordUnreachable: form('contact.recordUnreachable', words(false)),
  cancel: {
    method: 'cancel.cancel',
    fields: ({ values }) => [
      ...CANCEL,
      ...(values['cancelReason'] === 'entryMistake'
        ? [{ name: 'machineBelongsTo', kind: 'scan', max: 40 } as const]
        : []),
    ],
  },
  requestCancel: form('cancel.request', ...CANCEL),
  withdrawCancel: form('cancel.withdraw', remark()),
  refuseCancel: form('cancel.refuse', { ...reason(), required: false }),
  approveCancel: form('cancel.approve', remark()),
  cancelByHq: form('cancel.byHeadquarters', words()),
  approveClose: form('review.approveClose', remark()),
  sendBack: form(
    'review.sendBack',
    {
      name: 'to',
      kind: 'digits',
      required: true,
      options: ['pendingSettlement', 'repeatService'],
      words: 'state',
      start: 'pendingSettlement',
    },
    reason(),
  ),
}

/** Verbs that another screen does with the customer in front of it. */
export const AT_PICK_UP: readonly CommandName[] = [
  'handOver',
  'deliver',
  'failAcceptance',
  'disposeUnclaimed',
]
