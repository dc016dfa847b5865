// Giving a job away: to own technicians, to another branch, to a repair vendor (rules DSP).
import { z } from 'zod'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import { BRANCH_LEVELS, DISPATCH_STATES, REASONS, TARGETS } from '#shared/domain/dispatch/index.ts'
import { command, contract, query } from './define.ts'
import { day, fen, id, instant, line, lineRequired, nothing, prose } from './fields.ts'
import {
  moved,
  onOrder,
  orderCommand,
  orderRefusals,
  orderState,
  someOrders,
  unknownOrder,
} from './order-command.ts'

const reason = lineRequired(300)
const printException = z.enum(['systemFailure']).optional()

export const technicianChoice = z.strictObject({
  staffId: id,
  name: z.string(),
  skills: z.array(z.string()),
  areas: z.array(z.string()),
  openOrders: z.int(),
  /** Hours that such work usually takes here, for what is open; null while nothing is known. */
  openHours: z.number().nullable(),
  reasons: z.array(z.enum(REASONS)),
  score: z.int(),
})
export const branchChoice = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  level: z.enum(BRANCH_LEVELS),
  technicians: z.array(z.string()),
})
export const vendorChoice = z.strictObject({
  id,
  name: z.string(),
  categories: z.array(z.string()),
  usualDays: z.int().nullable(),
  openJobs: z.int(),
})

export const dispatchView = z.strictObject({
  id,
  position: z.int(),
  target: z.enum(TARGETS),
  direction: z.enum(['out', 'in']),
  purpose: z.enum(['repair', 'handOver']),
  state: z.enum(DISPATCH_STATES),
  since: instant,
  primary: z.strictObject({ staffId: id, name: z.string() }).nullable(),
  assistants: z.array(z.strictObject({ staffId: id, name: z.string() })),
  branch: z.string().nullable(),
  branchTechnician: z.string().nullable(),
  vendor: z.string().nullable(),
  vendorId: id.nullable(),
  expectedReturn: instant.nullable(),
  costFen: z.int().nullable(),
  result: z.enum(['repaired', 'unrepaired', 'refused']).nullable(),
  waybill: z.string().nullable(),
  instructions: z.string().nullable(),
  reason: z.string().nullable(),
  createdAt: instant,
  createdBy: z.string(),
})
export type DispatchView = z.infer<typeof dispatchView>

export const reassignView = z.strictObject({
  id,
  reason: z.string(),
  at: instant,
  by: z.string(),
  decision: z.enum(['approved', 'rejected']).nullable(),
  decisionReason: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
})

const notATechnician = z.strictObject({ field: z.string(), name: z.string() })
const branchNotForUs = z.strictObject({ field: z.string(), name: z.string() })
const notAVendor = z.strictObject({ field: z.string() })
const returnInPast = z.strictObject({ field: z.string() })

export const dispatches = contract('dispatch', {
  candidates: query({
    summary:
      'Who could do this job: active technicians with load and the reasons of their rank, branches that serve us, vendors (rules DSP-2, DSP-6, DSP-7, DSP-8).',
    input: z.strictObject({ id }),
    output: z.strictObject({
      technicians: z.array(technicianChoice),
      branches: z.array(branchChoice),
      vendors: z.array(vendorChoice),
    }),
    refusals: { unknownOrder },
    access: may('chooseTarget'),
  }),
  forOrder: query({
    summary: 'All dispatches of an order, the oldest first, and its requests for another technician.',
    input: z.strictObject({ id }),
    output: z.strictObject({ dispatches: z.array(dispatchView), requests: z.array(reassignView) }),
  }),
  vendorJobs: query({
    summary: 'What is at repair vendors, the most overdue first (rule DSP-7).',
    input: nothing,
    output: z.strictObject({
      jobs: z.array(
        z.strictObject({
          orderId: id,
          number: z.string(),
          state: orderState,
          device: z.string(),
          customerName: z.string(),
          vendor: z.string(),
          vendorPhone: z.string(),
          sentAt: instant,
          expectedReturn: instant.nullable(),
          overdue: z.boolean(),
          waybill: z.string().nullable(),
        }),
      ),
    }),
  }),
  assign: command({
    summary:
      'Gives up to 50 orders to one primary technician and any assistants, all or none (rules DSP-1, DSP-3, DSP-5).',
    input: z.strictObject({
      orders: someOrders.max(50),
      primary: id,
      assistants: z.array(id).max(10).default([]),
      instructions: prose(500).default(''),
      /** Queue a text message to the technician (rule DSP-11). */
      message: z.boolean().default(false),
    }),
    output: z.strictObject({ orders: z.array(moved), messages: z.int() }),
    refusals: { ...orderRefusals, notATechnician },
    access: mayGive('dispatch'),
  }),
  toBranch: orderCommand(['dispatchBranch'], {
    summary: 'Sends the job, or a ready machine for its hand-over, to another branch (rule DSP-6).',
    fields: {
      branchId: id,
      technician: line(40).default(''),
      instructions: prose(500).default(''),
      waybill: line(40).default(''),
    },
    refusals: { branchNotForUs },
  }),
  planVendor: command({
    summary:
      'Writes down which vendor gets the machine, until when and for how much, so that its slip can be printed (rule DSP-7).',
    input: z.strictObject({
      ...onOrder,
      vendorId: id,
      /** The day on which it should be back. */
      expectedReturn: day,
      costFen: fen.nullable().default(null),
      instructions: prose(500).default(''),
    }),
    output: moved,
    refusals: { ...orderRefusals, notAVendor, returnInPast },
    access: mayGive('sendToVendor'),
  }),
  toVendor: orderCommand(['sendToVendor'], {
    summary: 'The planned vendor has the machine; its hand-over slip is printed (rule DSP-7).',
    fields: { waybill: line(40).default('') },
    refusals: { noVendorPlanned: z.strictObject({ field: z.string() }) },
  }),
  vendorReturn: orderCommand(['vendorReturn'], {
    summary: 'The machine is back from the vendor: with which result, at what cost, scanned in.',
    fields: {
      result: z.enum(['repaired', 'unrepaired', 'refused']),
      costFen: fen,
      /** The machine's label, or the order's number. */
      scan: lineRequired(60),
      remark: prose(500).default(''),
    },
    refusals: { scanOfAnother: z.strictObject({ field: z.string(), number: z.string() }) },
  }),
  receive: orderCommand(['receive'], {
    summary:
      'The technician takes the job; the repair order is printed, or the reason stands here (rule CLS-1).',
    fields: { printException },
  }),
  refuse: orderCommand(['refuse'], {
    summary: 'The technician does not take the job (rule DSP-4).',
    fields: { reason },
  }),
  revoke: orderCommand(['revoke'], {
    summary: 'Takes a dispatch back while nobody acted on it; a state, never a deletion (rule DSP-4).',
    fields: { reason: line(300).default('') },
  }),
  requestReassign: orderCommand(['requestReassign'], {
    summary: 'Asks for somebody else to do the job; it stays where it is until that is decided.',
    fields: { reason },
  }),
  rejectReassign: orderCommand(['rejectReassign'], {
    summary: 'The job stays with whom it is.',
    fields: { reason },
  }),
  approveReassign: orderCommand(['approveReassign'], {
    summary: 'The job comes back to be dispatched anew.',
    fields: { reason: line(300).default('') },
  }),
  confirmBranch: orderCommand(['confirmBranch'], {
    summary: 'This branch takes the job that was sent to it; a machine to hand over is scanned in.',
    fields: { scan: line(60).optional() },
    refusals: { scanOfAnother: z.strictObject({ field: z.string(), number: z.string() }) },
  }),
  refuseBranch: orderCommand(['refuseBranch'], {
    summary: 'This branch does not take the job; from above only where policy allows (rule DSP-6).',
    fields: { reason },
  }),
})
