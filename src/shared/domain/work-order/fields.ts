// The fields that commands carry. The contract checks their shapes; here they are only looked at for being
// there and for the few values that decide where an order goes.
import type { CancelReason, CloseNormally } from './cancel-reasons.ts'
import type { Outcome, ReturnBy, Service } from './order.ts'

export const FIELDS = [
  'reason',
  'words',
  'cancelReason',
  'machineBelongsTo',
  'accessories',
  'configuration',
  'condition',
  'appointmentAt',
  'nextContactBy',
  'promiseType',
  'requestNo',
  'partCode',
  'expectedDate',
  'partsResult',
  'phoneOutcome',
  'callRef',
  'primary',
  'assistants',
  'branch',
  'vendor',
  'expectedReturn',
  'vendorResult',
  'cost',
  'scan',
  'printException',
  'service',
  'quoteVersion',
  'confirmedBy',
  'confirmedAt',
  'channel',
  'actualFault',
  'action',
  'outcome',
  'contactOutcome',
  'customerPresent',
  'paidNow',
  'approval',
  'slip',
  'lostSlip',
  'signature',
  'courier',
  'disposalFile',
  'to',
  'reissueTo',
  'changes',
  'returnBy',
] as const
export type FieldName = (typeof FIELDS)[number]

/** Values are what the person entered; an absent field is missing, an empty list means "none" and is given. */
export type CommandFields = Partial<{
  reason: string
  words: string
  cancelReason: CancelReason | CloseNormally
  /** Order to which the machine that stands here really belongs (entry mistake). */
  machineBelongsTo: string
  accessories: readonly Readonly<{ name: string; count: number }>[]
  configuration: readonly Readonly<{ kind: string; text: string; serial: string }>[]
  condition: string
  /** T31 … or agreed pick-up, UTC milliseconds. */
  appointmentAt: number
  /** Promised next contact while the machine is kept, UTC milliseconds. */
  nextContactBy: number
  promiseType: 'customer' | 'parts' | 'other'
  requestNo: string
  partCode: string
  expectedDate: number
  partsResult: 'arrived' | 'unavailable'
  phoneOutcome: 'software' | 'other'
  callRef: string
  /** The one primary technician of a dispatch. */
  primary: string
  assistants: readonly string[]
  branch: string
  vendor: string
  expectedReturn: number
  vendorResult: 'repaired' | 'unrepaired' | 'refused'
  /** Integer fen. */
  cost: number
  /** Code scanned from the machine that came back. */
  scan: string
  printException: 'systemFailure'
  service: Service
  quoteVersion: string
  confirmedBy: string
  confirmedAt: number
  channel: string
  actualFault: string
  action: string
  outcome: Outcome
  contactOutcome: string
  customerPresent: boolean
  /** Integer fen taken now; the rest goes on account. */
  paidNow: number
  /** Who approved, and how. */
  approval: string
  slip: string
  lostSlip: Readonly<{ identity: string; secondPerson: string; photo: string }>
  signature: Readonly<{ by: 'customer' } | { by: 'proxy'; name: string; phone: string }>
  courier: Readonly<{ waybill: string; deliveryProof: string }>
  disposalFile: string
  to: 'pendingSettlement' | 'repeatService'
  /** Branch for which the cancelled order is made anew. */
  reissueTo: string
  /** Names of what an amendment changes. */
  changes: readonly string[]
  returnBy: ReturnBy
}>

export const isGiven = (fields: CommandFields, name: FieldName): boolean => {
  const value = fields[name]
  if (typeof value === 'string') return value.trim() !== ''
  return value !== undefined && value !== null && value !== false
}
