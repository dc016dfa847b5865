// Which facts replicate: each entity of the outbox is one table, and its fields are that table's columns in
// camel case. Rows and outbox operations are written from the same object, so they cannot drift, and
// `counter check` replays the outbox and compares it with the tables.

type Entity = Readonly<{
  table: string
  /** Field names that replicate; everything else in the table is local (search keys, caches). */
  fields: readonly string[]
  json?: readonly string[]
  booleans?: readonly string[]
}>

export const ENTITIES = {
  shop: {
    table: 'shop',
    fields: [
      'name',
      'branchCode',
      'address',
      'phone',
      'areaCode',
      'language',
      'paperLanguage',
      'timeZone',
      'createdAt',
    ],
  },
  staff: {
    table: 'staff',
    fields: [
      'staffNo',
      'name',
      'initials',
      'roles',
      'active',
      'createdAt',
      'skills',
      'areas',
      'hours',
      'phone',
    ],
    json: ['roles', 'skills', 'areas', 'hours'],
    booleans: ['active'],
  },
  customer: {
    table: 'customer',
    fields: ['name', 'company', 'address', 'remark', 'createdAt'],
  },
  customerPhone: {
    table: 'customer_phone',
    fields: ['customerId', 'phoneKey', 'tail4', 'display', 'ext', 'kind', 'position', 'active'],
    booleans: ['active'],
  },
  device: {
    table: 'device',
    fields: [
      'customerId',
      'category',
      'brand',
      'model',
      'serial',
      'noSerialReason',
      'purchaseDate',
      'warrantyMonths',
      'onsiteMonths',
      'contractUntil',
      'createdAt',
    ],
  },
  refusedFee: {
    table: 'refused_fee',
    fields: ['customerId', 'at', 'staffId', 'deviceText', 'feeFen', 'remark'],
  },
  visit: {
    table: 'visit',
    fields: [
      'number',
      'digits',
      'shortCode',
      'customerId',
      'broughtBy',
      'broughtByPhone',
      'createdAt',
      'createdBy',
    ],
  },
  workOrder: {
    table: 'work_order',
    fields: [
      'number',
      'digits',
      'shortCode',
      'visitId',
      'position',
      'customerId',
      'deviceId',
      'state',
      'stateStack',
      'stateSince',
      'cancelApproved',
      'service',
      'origin',
      'machinePlace',
      'purpose',
      'outcome',
      'suspendedBy',
      'reassignRequested',
      'returnBy',
      'priority',
      'important',
      'reportedFault',
      'condition',
      'accessories',
      'configuration',
      'chargeKind',
      'chargeBasis',
      'limitFen',
      'nextContactBy',
      't1',
      'printedAt',
      'printWaiver',
      'papersOutdated',
      'createdAt',
      'createdBy',
      'updatedAt',
      'ver',
      'primaryId',
      'dispatches',
      't2',
      'promisedAt',
      'appointments',
      'nextContacts',
      'urges',
      'readyAt',
      'vendorSlipAt',
      'backBy',
      'suspendReason',
      'comebackOf',
      'warrantyUntil',
      'closedAt',
    ],
    json: ['stateStack', 'accessories', 'configuration', 'chargeBasis'],
    booleans: ['cancelApproved', 'important', 'papersOutdated', 'reassignRequested'],
  },
  photo: {
    table: 'photo',
    fields: ['orderId', 'hash', 'mime', 'bytes', 'caption', 'active', 'createdAt', 'createdBy'],
    booleans: ['active'],
  },
  branch: {
    table: 'branch',
    fields: ['code', 'name', 'level', 'phone', 'address', 'serves', 'technicians', 'active', 'createdAt'],
    json: ['technicians'],
    booleans: ['serves', 'active'],
  },
  partner: {
    table: 'partner',
    fields: [
      'name',
      'contact',
      'phone',
      'address',
      'repairVendor',
      'categories',
      'usualDays',
      'remark',
      'active',
      'createdAt',
    ],
    json: ['categories'],
    booleans: ['repairVendor', 'active'],
  },
  dispatch: {
    table: 'dispatch',
    fields: [
      'orderId',
      'position',
      'target',
      'direction',
      'purpose',
      'state',
      'since',
      'branchId',
      'branchTechnician',
      'byUpper',
      'vendorId',
      'expectedReturn',
      'costFen',
      'result',
      'waybill',
      'instructions',
      'reason',
      'createdAt',
      'createdBy',
    ],
    booleans: ['byUpper'],
  },
  dispatchMember: { table: 'dispatch_member', fields: ['dispatchId', 'staffId', 'part'] },
  reassignRequest: {
    table: 'reassign_request',
    fields: [
      'orderId',
      'dispatchId',
      'reason',
      'at',
      'staffId',
      'decision',
      'decisionReason',
      'decidedAt',
      'decidedBy',
    ],
  },
  serviceRecord: {
    table: 'service_record',
    fields: [
      'orderId',
      'dispatchId',
      'faultCode',
      'actualFault',
      'action',
      'result',
      'minutes',
      'arrivedAt',
      'finishedAt',
      'longReason',
      'serials',
      'photos',
      'doneBy',
      'reportedBy',
      'at',
    ],
    json: ['serials', 'photos'],
  },
  chargeLine: {
    table: 'charge_line',
    fields: ['orderId', 'recordId', 'position', 'kind', 'text', 'payer', 'warrantyDays', 'active'],
    booleans: ['active'],
  },
  appointment: {
    table: 'appointment',
    fields: ['orderId', 'kind', 'at', 'type', 'reason', 'requestNo', 'partCode', 'madeAt', 'madeBy'],
  },
  contactAttempt: {
    table: 'contact_attempt',
    fields: ['orderId', 'customerId', 'channel', 'outcome', 'words', 'at', 'staffId'],
  },
  urge: { table: 'urge', fields: ['orderId', 'source', 'words', 'at', 'staffId'] },
  message: {
    table: 'message',
    fields: ['orderId', 'audience', 'occasion', 'phone', 'text', 'state', 'at', 'staffId'],
  },
  place: {
    table: 'place',
    fields: ['code', 'name', 'kind', 'active', 'createdAt'],
    booleans: ['active'],
  },
  loaner: {
    table: 'loaner',
    fields: ['code', 'name', 'serial', 'accessories', 'remark', 'active', 'createdAt'],
    booleans: ['active'],
  },
  loan: {
    table: 'loan',
    fields: [
      'loanerId',
      'orderId',
      'lentAt',
      'lentBy',
      'backBy',
      'condition',
      'returnedAt',
      'returnedBy',
      'returnCondition',
    ],
  },
  custody: {
    table: 'custody',
    fields: ['orderId', 'item', 'placeKind', 'placeId', 'since', 'staffId'],
  },
  custodyMove: {
    table: 'custody_move',
    fields: ['orderId', 'item', 'fromKind', 'fromId', 'toKind', 'toId', 'remark', 'at', 'staffId'],
  },
  handOver: {
    table: 'hand_over',
    fields: [
      'orderId',
      'way',
      'slip',
      'takenBy',
      'proxyName',
      'proxyPhone',
      'identity',
      'secondPerson',
      'photo',
      'signature',
      'signedOn',
      'waybill',
      'deliveryProof',
      'disposalFile',
      'approval',
      'configuration',
      'differences',
      'at',
      'staffId',
      'undoneAt',
    ],
    json: ['configuration', 'differences'],
  },
  review: {
    table: 'review',
    fields: ['orderId', 'decision', 'sentTo', 'reason', 'alone', 'at', 'staffId'],
    booleans: ['alone'],
  },
  soloAct: { table: 'solo_act', fields: ['duty', 'orderId', 'at', 'staffId'] },
  deviceWarning: {
    table: 'device_warning',
    fields: ['brand', 'model', 'text', 'active', 'createdAt'],
    booleans: ['active'],
  },
  serviceLog: {
    table: 'service_log',
    fields: ['subject', 'subjectId', 'at', 'staffId', 'terminal', 'action', 'changes', 'remark'],
    json: ['changes'],
  },
} as const satisfies Record<string, Entity>

export type EntityName = keyof typeof ENTITIES

/** The version of these shapes; raised when a field's meaning changes, so that headquarters can read older ones. */
export const ENTITY_SCHEMA_VERSION = 1

const columns = new Map<string, string>()

/** `reportedFault` → `reported_fault`. Digits stay where they are (`tail4`, `t1`). */
export const columnOf = (field: string): string => {
  const known = columns.get(field)
  if (known !== undefined) return known
  const made = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(field, made)
  return made
}

/** The shape of an entity as the generic code sees it. */
export const entityShape = (name: EntityName): Entity => ENTITIES[name]
