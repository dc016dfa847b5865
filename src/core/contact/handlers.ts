// Talking with the customer (rules CON-1, CLK-1 … CLK-4, CLK-6, CLK-11, SRV-5).
import { contacts } from '#shared/contract/contact.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { readCustomer } from '#core/customers/index.ts'
import { act, orderToActOn, urge } from '#core/lifecycle/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { phoneAsSeen, seesPhones, seesPhonesOfOrder } from '#core/own-jobs/index.ts'
import { recordAttempt } from './attempt.ts'
import { keepPromise, promiseColumns, promiseFields, promiseProblem } from './promise.ts'
import { appointmentsOf, attemptsOf, messageState, messagesOf, urgesOf } from './repository.ts'
import { textFor } from './texts.ts'

export const contactEntries = implement(contacts, {
  ofOrder: (ctx, input) => ({
    attempts: attemptsOf(ctx.db, input.id),
    appointments: appointmentsOf(ctx.db, input.id).map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.at,
      type: row.type,
      reason: row.reason,
      requestNo: row.request_no,
      partCode: row.part_code,
      madeAt: row.made_at,
      who: row.who,
    })),
    urges: urgesOf(ctx.db, input.id),
    t2: readOrderRow(ctx.db, input.id)?.t2 ?? null,
  }),

  attempt: (ctx, { id, ...attempt }) => {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    recordAttempt(ctx, row, attempt)
    ctx.log({
      subject: 'workOrder',
      subjectId: id,
      action: 'order.contactAttempted',
      changes: { channel: [null, attempt.channel], contactOutcome: [null, attempt.outcome] },
      ...(attempt.words === '' ? {} : { remark: attempt.words }),
    })
    ctx.audit({ action: 'order.contactAttempted', object: 'workOrder', objectId: id })
    ctx.changed(`workOrder:${id}`)
    return {}
  },

  appoint: (ctx, { id, ver, ...input }) => {
    const row = orderToActOn(ctx, id, ver)
    if (isRefused(row)) return row
    const late = promiseProblem(input, ctx.now)
    if (late) return late
    const acted = act(ctx, id, {
      command: 'appoint',
      fields: promiseFields(input),
      remark: input.promiseReason,
      ...promiseColumns(row, input),
    })
    if (isRefused(acted)) return acted
    keepPromise(ctx, id, acted.order, input)
    return acted.moved
  },

  notify: (ctx, { id, ver, pickUpAt, ...attempt }) => {
    const row = orderToActOn(ctx, id, ver)
    if (isRefused(row)) return row
    const promise = attempt.outcome === 'reached' && pickUpAt !== undefined ? { appointmentAt: pickUpAt } : {}
    const late = pickUpAt === undefined ? undefined : promiseProblem({ appointmentAt: pickUpAt }, ctx.now)
    if (late) return refuse('promiseInPast', { field: 'pickUpAt' })
    const { set, changes } = promiseColumns(row, promise)
    const acted = act(ctx, id, {
      command: 'notify',
      fields: { contactOutcome: attempt.outcome },
      remark: attempt.words,
      set,
      changes: {
        channel: [null, attempt.channel],
        contactOutcome: [null, attempt.outcome],
        ...changes,
      },
    })
    if (isRefused(acted)) return acted
    recordAttempt(ctx, row, attempt)
    keepPromise(ctx, id, acted.order, promise)
    return acted.moved
  },

  recordUnreachable: (ctx, { id, ver, words }) => {
    const acted = act(ctx, id, { command: 'recordUnreachable', ver, remark: words })
    return isRefused(acted) ? acted : acted.moved
  },

  urge,

  texts: (ctx, input) => {
    const row = readOrderRow(ctx.db, input.id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    const phone = readCustomer(ctx.db, row.customer_id)?.phones[0]?.display ?? ''
    return {
      text: textFor(ctx, row, input.occasion),
      phone: phoneAsSeen(seesPhonesOfOrder(ctx, input.id), phone),
    }
  },

  copied: (ctx, { id, occasion, channel, text }) => {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    const phone = readCustomer(ctx.db, row.customer_id)?.phones[0]?.display ?? ''
    ctx.insert(
      'message',
      ctx.newId(),
      {
        orderId: id,
        audience: 'customer',
        occasion,
        phone,
        text,
        state: 'copied',
        at: ctx.now,
        staffId: ctx.actor.staffId,
      },
      'message.copied',
    )
    recordAttempt(ctx, row, { channel, outcome: 'textSent', words: text })
    ctx.log({
      subject: 'workOrder',
      subjectId: id,
      action: 'order.messageCopied',
      changes: { channel: [null, channel] },
      remark: text,
    })
    ctx.audit({ action: 'order.messageCopied', object: 'workOrder', objectId: id })
    ctx.changed(`workOrder:${id}`, 'message')
    return {}
  },

  messages: (ctx, input) => {
    const sees = input.id === undefined ? seesPhones(ctx.actor) : seesPhonesOfOrder(ctx, input.id)
    return {
      messages: messagesOf(ctx.db, input.id).map((row) => ({
        id: row.id,
        orderId: row.order_id,
        audience: row.audience,
        occasion: row.occasion,
        phone: phoneAsSeen(sees || row.audience === 'technician', row.phone),
        text: row.text,
        state: row.state,
        at: row.at,
      })),
    }
  },

  markMessage: (ctx, input) => {
    const row = messageState(ctx.db, input.id)
    if (!row) return refuse('unknownMessage', { field: 'id' })
    if (row.state === input.state) return {}
    ctx.update('message', input.id, { state: input.state }, `message.${input.state}`)
    ctx.audit({ action: `message.${input.state}`, object: 'workOrder', objectId: row.order_id })
    ctx.changed('message', `workOrder:${row.order_id}`)
    return {}
  },
})
