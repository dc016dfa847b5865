// One technician, his assistants, and up to fifty orders: all or none (rules DSP-3, DSP-5, DSP-11).
import type { z } from 'zod'
import type { dispatches } from '#shared/contract/dispatch.ts'
import type { Moved } from '#shared/contract/order-command.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import { queueMessage } from '#core/contact/index.ts'
import { act } from '#core/lifecycle/index.ts'
import type { PersonWithPassword } from '#core/staff/index.ts'
import { nextPosition } from './repository.ts'
import { technician } from './technician.ts'

type Input = z.output<typeof dispatches.procedures.assign.input>

export const assign = (
  ctx: CommandContext,
  input: Input,
): { orders: Moved[]; messages: number } | Refused => {
  const primary = technician(ctx, input.primary, 'primary')
  if (isRefused(primary)) return primary
  const assistants: PersonWithPassword[] = []
  for (const [index, id] of [...new Set(input.assistants)].entries()) {
    const person = technician(ctx, id, `assistants.${index}`)
    if (isRefused(person)) return person
    assistants.push(person)
  }
  const orders: Moved[] = []
  let messages = 0
  for (const { id, ver } of input.orders) {
    const moved = assignOne(ctx, { id, ver }, primary, assistants, input.instructions)
    if (isRefused(moved)) return moved
    orders.push(moved)
    if (input.message && primary.phone !== '') {
      queueMessage(ctx, { orderId: id, audience: 'technician', occasion: 'dispatched', phone: primary.phone })
      messages += 1
    }
  }
  return { orders, messages }
}

const assignOne = (
  ctx: CommandContext,
  { id, ver }: Input['orders'][number],
  primary: PersonWithPassword,
  assistants: readonly PersonWithPassword[],
  instructions: string,
): Moved | Refused => {
  const position = nextPosition(ctx.db, id)
  const acted = act(ctx, id, {
    command: 'dispatch',
    ver,
    fields: { primary: primary.id, assistants: assistants.map((one) => one.id) },
    remark: instructions,
    set: { primaryId: primary.id, dispatches: position },
    changes: {
      primary: [null, primary.name],
      ...(assistants.length > 0 ? { assistants: [null, assistants.map((one) => one.name)] } : {}),
    },
  })
  if (isRefused(acted)) return acted
  const dispatchId = ctx.newId()
  ctx.insert(
    'dispatch',
    dispatchId,
    {
      orderId: id,
      position,
      target: 'own',
      direction: 'out',
      purpose: 'repair',
      // A further dispatch of work under way needs no acceptance of its own (S2.6).
      state: acted.event.from === acted.event.to ? 'received' : 'open',
      since: ctx.now,
      byUpper: false,
      instructions: instructions === '' ? null : instructions,
      createdAt: ctx.now,
      createdBy: ctx.actor.staffId,
    },
    'dispatch.made',
  )
  for (const [index, person] of [primary, ...assistants].entries()) {
    ctx.insert(
      'dispatchMember',
      ctx.newId(),
      { dispatchId, staffId: person.id, part: index === 0 ? 'primary' : 'assistant' },
      'dispatchMember.added',
    )
  }
  return acted.moved
}
