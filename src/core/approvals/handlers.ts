// A second person approves at the same screen: secret checked as at sign-in, then a token that is good once.
import { approvals } from '#shared/contract/approvals.ts'
import { APPROVAL_MS } from '#shared/domain/money/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { checkPassword, checkPin } from '#core/sessions/index.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'

export const approvalEntries = implement(approvals, {
  give: prepared<typeof approvals.procedures.give, PersonWithPassword>({
    prepare: async (ctx, { approver }) => {
      const { staffNo, pin, password } = approver
      if (pin === undefined && password === undefined)
        return refuse('secretMissing', { field: 'approver.password' })
      const person =
        password === undefined
          ? await checkPin(ctx, staffNo, pin ?? '')
          : await checkPassword(ctx, staffNo, password)
      if (isRefused(person)) return person
      // Nobody approves what he asks for himself.
      if (person.id === ctx.actor.staffId || !has('approveMoney', person.roles))
        return refuse('mayNotApprove', { field: 'approver.staffNo', name: person.name })
      return person
    },
    run: (ctx, { act, objectId, amountFen }, person) => {
      const token = ctx.services.approvals.give({
        act,
        objectId,
        amountFen,
        askedBy: ctx.actor.staffId,
        approvedBy: person.id,
      })
      ctx.audit({
        action: 'approval.given',
        object: 'staff',
        objectId: person.id,
        details: { act, objectId, amountFen, askedBy: ctx.actor.staffId },
      })
      return { token, approverName: person.name, until: ctx.now + APPROVAL_MS }
    },
  }),
})
