// The shift that money of this counter belongs to (rule SET-8). Nobody is held up by a shift that was not opened: the
// first money opens it, with what the last close left in the drawer.
import type { Writing } from '#core/command/context.ts'
import { openDay } from '#core/ledger/index.ts'
import { nextNumber } from '#core/numbering/index.ts'
import { firstDrawer, lastClose, openShiftOf } from './repository.ts'

export type Shift = Readonly<{ shiftId: string; drawerId: string }>

export const currentShift = (ctx: Writing): Shift => {
  const drawerId = firstDrawer(ctx.db) ?? addDrawer(ctx)
  const open = openShiftOf(ctx.db, drawerId)
  if (open) return { shiftId: open.id, drawerId }
  const before = lastClose(ctx.db, drawerId)
  const shiftId = ctx.newId()
  const number = nextNumber(ctx)
  ctx.insert(
    'shift',
    shiftId,
    {
      number,
      drawerId,
      position: (before?.position ?? 0) + 1,
      day: openDay(ctx),
      floatFen: before?.left_fen ?? 0,
      at: ctx.now,
      staffId: ctx.actor.staffId,
    },
    'shift.opened',
  )
  ctx.audit({ action: 'shift.opened', object: 'shift', objectId: shiftId, details: { number } })
  ctx.changed('shift')
  return { shiftId, drawerId }
}

const addDrawer = (ctx: Writing): string => {
  const id = ctx.newId()
  const name = ctx.shop?.language === 'en' ? 'Counter' : '收银台'
  ctx.insert('cashDrawer', id, { name, active: true, createdAt: ctx.now }, 'cashDrawer.added')
  return id
}
