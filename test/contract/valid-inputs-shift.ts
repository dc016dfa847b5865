// Legal inputs of the procedures about shifts and days.
import type { Method, Params } from '#shared/contract/index.ts'
import { PASSWORD } from '#test/support/core.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'

type ShiftMethod = Extract<Method, `${'shift' | 'day'}.${string}`>

export const shiftInputs = (): { [M in ShiftMethod]: Params<M> } => ({
  'shift.current': {},
  'shift.report': { id: UNKNOWN_ID },
  'shift.payIn': { kind: 'ownerFunds', amountFen: 50_000, reason: '开门备用金' },
  'shift.payOut': { kind: 'toSafe', amountFen: 100, reason: '放保险柜', approvals: [] },
  'shift.openDrawer': { reason: '换零钱', approvals: [] },
  'shift.count': {
    id: UNKNOWN_ID,
    pieces: [{ noteFen: 10_000, pieces: 5 }],
    others: [{ method: 'wechat', countedFen: 0 }],
  },
  'shift.close': {
    id: UNKNOWN_ID,
    countId: UNKNOWN_ID,
    takenFen: 10_000,
    reason: '少了一张',
    next: { staffNo: '1001', pin: '5283', password: PASSWORD },
  },
  'shift.confirm': { id: UNKNOWN_ID, note: '' },
  'day.current': {},
  'day.close': { day: '2026-11-21' },
})

export const SHIFT_REFUSED: Partial<Record<Method, string>> = {
  'shift.report': 'unknownShift',
  'shift.count': 'unknownShift',
  'shift.close': 'unknownShift',
  'shift.confirm': 'unknownShift',
}
