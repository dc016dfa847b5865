// A second person approves at the same screen: secret checked as at sign-in, then a token that is good once.
import { approvals } from '#shared/contract/approvals.ts'
import { APPROVAL_MS } from '#shared/domain/money/index.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { checkPassword, checkPin } from '#core/sessions/index.ts'
import { findPerson } from '#core/staff/index.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'

export const approvalEntries = implement(approvals, {
  give: prepared<typeof approvals.procedures.give, PersonWithPassword>({
    prepare: async (ctx, { approver }) => {
      const { staffNo, pin, password } = approver
      if (pin === undefined && password === undefined)
        return refuse('secretMissing', { field: 'approver.password' })
      // Nobody approves what he asks for himself; whoever may not at all is not asked for his secret.
      const named = findPerson(ctx.db, { staffNo })
      if (named && (named.id === ctx.actor.staffId || !has('approveMoney', named.roles)))
        return refuse('mayNotApprove', { field: 'approver.staffNo', name: named.name })
      return password === undefined
        ? checkPin(ctx, staffNo, pin ?? '')
        : checkPassword(ctx, staffNo, password)
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
