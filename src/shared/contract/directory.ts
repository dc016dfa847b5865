// Whom this shop works with: branches, trading partners among them repair vendors, and models to be warned of
// (rules DSP-6, DSP-7, DSP-8, INT-13).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { BRANCH_LEVELS } from '#shared/domain/dispatch/index.ts'
import { command, contract, query } from './define.ts'
import { id, instant, line, lineRequired, nothing, prose, proseRequired } from './fields.ts'
import { branchCode, phoneText } from './shop.ts'

const names = z.array(lineRequired(40)).max(50)

const branchFields = {
  name: lineRequired(60),
  level: z.enum(BRANCH_LEVELS),
  phone: phoneText,
  address: line(120),
  /** We have a service relation: jobs may be sent there (rule DSP-8). */
  serves: z.boolean(),
  technicians: names,
}
export const branch = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  level: z.enum(BRANCH_LEVELS),
  phone: z.string(),
  address: z.string(),
  serves: z.boolean(),
  technicians: z.array(z.string()),
  active: z.boolean(),
  createdAt: instant,
})
export type Branch = z.infer<typeof branch>

const partnerFields = {
  name: lineRequired(60),
  contact: line(40),
  phone: phoneText,
  address: line(120),
  repairVendor: z.boolean(),
  /** Kinds of machines it repairs; none means any. */
  categories: names,
  /** Days it usually takes. */
  usualDays: z.int().min(0).max(365).nullable(),
  remark: prose(500),
}
export const partner = z.strictObject({
  id,
  name: z.string(),
  contact: z.string(),
  phone: z.string(),
  address: z.string(),
  repairVendor: z.boolean(),
  categories: z.array(z.string()),
  usualDays: z.int().nullable(),
  remark: z.string(),
  active: z.boolean(),
  createdAt: instant,
})
export type Partner = z.infer<typeof partner>

const warningFields = { brand: line(40), model: line(60), text: proseRequired(300) }
export const modelWarning = z.strictObject({
  id,
  brand: z.string(),
  model: z.string(),
  text: z.string(),
  active: z.boolean(),
  createdAt: instant,
})
export type ModelWarning = z.infer<typeof modelWarning>

const unknownEntry = z.strictObject({ field: z.string() })

export const directories = contract('directory', {
  branches: query({
    summary: 'All branches that this shop knows, active first.',
    input: nothing,
    output: z.strictObject({ branches: z.array(branch) }),
  }),
  addBranch: command({
    summary: 'A branch to which jobs can be sent, or which sends some.',
    input: z.strictObject({ code: branchCode, ...branchFields }),
    output: branch,
    refusals: {
      branchCodeTaken: z.strictObject({ field: z.string(), name: z.string() }),
      ownBranchCode: z.strictObject({ field: z.string() }),
    },
    access: may('manageDirectories'),
  }),
  changeBranch: command({
    summary: 'Changes a branch, or takes it out of use; it is never deleted.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...branchFields, active: z.boolean() }).partial(),
    }),
    output: branch,
    refusals: { unknownEntry },
    access: may('manageDirectories'),
  }),
  partners: query({
    summary: 'All trading partners, active first.',
    input: nothing,
    output: z.strictObject({ partners: z.array(partner) }),
  }),
  addPartner: command({
    summary: 'A trading partner; flagged repair vendor, it can be sent machines.',
    input: z.strictObject(partnerFields),
    output: partner,
    refusals: { partnerNameTaken: z.strictObject({ field: z.string(), name: z.string() }) },
    access: may('manageDirectories'),
  }),
  changePartner: command({
    summary: 'Changes a partner, or takes it out of use; it is never deleted.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...partnerFields, active: z.boolean() }).partial(),
    }),
    output: partner,
    refusals: { unknownEntry, partnerNameTaken: z.strictObject({ field: z.string(), name: z.string() }) },
    access: may('manageDirectories'),
  }),
  warnings: query({
    summary: 'Warnings about models, shown at intake (rule INT-13).',
    input: nothing,
    output: z.strictObject({ warnings: z.array(modelWarning) }),
  }),
  warningsFor: query({
    summary: 'What the clerk should know about this machine before taking it in.',
    input: z.strictObject({ brand: line(40), model: line(60) }),
    output: z.strictObject({ warnings: z.array(z.strictObject({ id, text: z.string() })) }),
  }),
  addWarning: command({
    summary: 'A warning about a model; without a model it holds for the whole brand.',
    input: z.strictObject(warningFields),
    output: modelWarning,
    access: may('manageDirectories'),
  }),
  changeWarning: command({
    summary: 'Changes a warning, or ends it.',
    input: z.strictObject({
      id,
      changes: z.strictObject({ ...warningFields, active: z.boolean() }).partial(),
    }),
    output: modelWarning,
    refusals: { unknownEntry },
    access: may('manageDirectories'),
  }),
})
