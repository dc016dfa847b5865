// The drawer opens (rule SET-8): first the row that says who, when and why, then, once that stands, the drawer itself.
import type { CommandContext, Writing } from '#core/command/context.ts'

/** What opening a drawer takes of a command. */
export type AtTheDrawer = Writing &
  Pick<CommandContext, 'afterCommit'> &
  Readonly<{ services: Pick<CommandContext['services'], 'cashDrawer'> }>

export type Opening = Readonly<{
  drawerId: string
  shiftId: string
  /** The receipt whose cash opens it. */
  receiptId?: string
  reason?: string
  approvedBy?: string | null
}>

export const openDrawer = (ctx: AtTheDrawer, opening: Opening): void => {
  const { drawerId, shiftId, receiptId = null, reason = '', approvedBy = null } = opening
  ctx.insert(
    'drawerOpening',
    ctx.newId(),
    { drawerId, shiftId, receiptId, reason, at: ctx.now, staffId: ctx.actor.staffId, approvedBy },
    'drawer.opened',
  )
  ctx.changed('shift')
  ctx.afterCommit(() => ctx.services.cashDrawer.open(drawerId))
}
