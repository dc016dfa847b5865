// What customers owe (rules SET-5, SET-10).
import { receivables } from '#shared/contract/receivable.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { approvedBy } from '#core/approvals/index.ts'
import { implement } from '#core/command/registry.ts'
import { readCustomer } from '#core/customers/index.ts'
import { book, openBalance, openDay, openOfParty } from '#core/ledger/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { collect } from './collect.ts'
import { statement } from './statement.ts'
import { ageing, list, ofCustomer } from './view.ts'

export const receivableEntries = implement(receivables, {
  list,
  ofCustomer,
  ageing,
  statement,
  collect,

  followUp: (ctx, { customerId, orderId, followUpOn, words }) => {
    if (!readCustomer(ctx.db, customerId)) return refuse('unknownCustomer', { field: 'customerId' })
    const owes =
      orderId === undefined
        ? openOfParty(ctx.db, 'receivableCustomer', customerId)
        : openBalance(ctx.db, 'receivableCustomer', customerId, orderId)
    if (owes === 0) return refuse('nothingOwed', { field: orderId === undefined ? 'customerId' : 'orderId' })
    const today = openDay(ctx)
    if (followUpOn !== null && followUpOn < today) return refuse('dayPast', { field: 'followUpOn', today })
    const id = ctx.newId()
    ctx.insert(
      'debtFollowUp',
      id,
      {
        customerId,
        orderId: orderId ?? null,
        followUpOn,
        words,
        at: ctx.now,
        staffId: ctx.actor.staffId,
      },
      'debt.followUp',
    )
    const subject =
      orderId === undefined
        ? ({ subject: 'customer', subjectId: customerId } as const)
        : ({ subject: 'workOrder', subjectId: orderId } as const)
    ctx.log({
      ...subject,
      action: 'receivable.followUp',
      changes: { followUpOn: [null, followUpOn] },
      ...(words === '' ? {} : { remark: words }),
    })
    ctx.audit({ action: 'receivable.followUp', object: 'customer', objectId: customerId })
    ctx.changed('money', `customer:${customerId}`, ...(orderId === undefined ? [] : [`workOrder:${orderId}`]))
    return { id }
  },

  writeOff: (ctx, { id, amountFen, reason, approvals }) => {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    const of = { orderId: id, customerId: row.customer_id }
    const owesFen = openBalance(ctx.db, 'receivableCustomer', row.customer_id, id)
    if (amountFen > owesFen) return refuse('moreThanDebt', { field: 'amountFen', owesFen })
    const asked = { act: 'writeOff', objectId: id, amountFen, orderId: id, field: 'approvals' } as const
    const yes = approvedBy(ctx, approvals, asked)
    if (isRefused(yes)) return yes
    book(ctx, { kind: 'writeOff', ...of, reason, approvedBy: yes.approvedBy }, [
      { ...of, debit: 'badDebt', credit: 'receivableCustomer', amountFen },
    ])
    ctx.log({
      subject: 'workOrder',
      subjectId: id,
      action: 'receivable.writtenOff',
      changes: { amount: [null, amountFen] },
      remark: reason,
    })
    ctx.audit({
      action: 'receivable.writtenOff',
      object: 'workOrder',
      objectId: id,
      details: { amountFen, reason },
    })
    ctx.changed('workOrder', `workOrder:${id}`)
    return { owesFen: owesFen - amountFen }
  },
})
