// A second person says yes at the same screen: discounts above the limit, what goes on account, reversals, refunds.
import { z } from 'zod'
import { APPROVED_ACTS } from '#shared/domain/money/index.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { command, contract } from './define.ts'
import { id, instant, password, staffNo } from './fields.ts'

/** What is to be approved: a yes is good for exactly this. */
export const approvalNeeded = z.strictObject({
  field: z.string(),
  act: z.enum(APPROVED_ACTS),
  objectId: id,
  /** Integer fen. */
  amountFen: z.int(),
})
export type ApprovalNeeded = z.infer<typeof approvalNeeded>

/** Tokens of `approval.give`; each is good once, for what it was given for. */
export const approvalTokens = z.array(z.string().min(20).max(100)).max(4).default([])

export const approvals = contract('approval', {
  give: command({
    summary:
      'A second person approves one act, object and amount with PIN or password; the answer is good once within 60 s.',
    input: z.strictObject({
      act: z.enum(APPROVED_ACTS),
      objectId: id,
      amountFen: z.int().min(-10_000_000_000).max(10_000_000_000),
      approver: z.strictObject({
        staffNo,
        pin: z
          .string()
          .regex(/^\d{4,8}$/, '4 to 8 digits')
          .optional(),
        password: password.optional(),
      }),
    }),
    output: z.strictObject({ token: z.string(), approverName: z.string(), until: instant }),
    refusals: {
      wrongPassword: z.strictObject({ triesLeft: z.int() }),
      locked: z.strictObject({ seconds: z.int() }),
      lockedUntilReset: z.strictObject({}),
      passwordNeeded: z.strictObject({}),
      secretMissing: z.strictObject({ field: z.string() }),
      /** The approver may not approve money, or is whoever asks. */
      mayNotApprove: z.strictObject({ field: z.string(), name: z.string() }),
    },
    access: may('askApproval'),
    secretAnswer: true,
  }),
})
