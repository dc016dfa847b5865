// From what was scanned or typed at the counter to the visit whose machines are collected (rule CLS-3).
import { formatNumber, recognise } from '#shared/kernel/document-number.ts'
import type { Recognised } from '#shared/kernel/document-number.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readOrderByNumber, readOrderByShortCode } from '#core/orders/index.ts'
import { readVisitByNumber, readVisitByShortCode } from '#core/visits/index.ts'

type Asking = Pick<QueryContext, 'db' | 'shop'>
type Reached = Readonly<{
  visitId: string
  /** The code of the slip itself, not that of a machine or its label. */
  isSlip: boolean
}>

/** Why a code leads nowhere; `notASlip` only where nothing else than the slip will do. */
export type Because = 'notOurs' | 'misread' | 'otherShop' | 'noSuch' | 'notASlip'

const unknown = (field: string, because: Because): Refused => refuse('unknownCode', { field, because })

const byNumber = ({ db }: Asking, number: string, slipsOnly: boolean): Reached | undefined => {
  const visit = readVisitByNumber(db, number)
  if (visit) return { visitId: visit.id, isSlip: true }
  const order = slipsOnly ? undefined : readOrderByNumber(db, number)
  return order && { visitId: order.visit_id, isSlip: false }
}

const byShortCode = (asking: Asking, code: Extract<Recognised, { form: 'shortCode' }>) => {
  const { day, pc, generation, sequence, check } = code.short
  const written = `${String(day).padStart(2, '0')}-${pc}${generation}${String(sequence).padStart(3, '0')}-${check}`
  const visit = readVisitByShortCode(asking.db, written)
  if (visit) return { visitId: visit.id, isSlip: true }
  const order = readOrderByShortCode(asking.db, written)
  return order && { visitId: order.visit_id, isSlip: false }
}

/** The visit of a slip, an order number, a short code or a label. Refuses with why the code leads nowhere. */
export const reachVisit = (asking: Asking, typed: string, field: string): Reached | Refused => {
  const code = recognise(typed)
  if (isRefused(code)) return unknown(field, 'misread')
  if (code.form === 'none') return unknown(field, 'notOurs')
  if (code.form === 'shortCode') return byShortCode(asking, code) ?? unknown(field, 'noSuch')
  const parts = code.form === 'number' ? code.parts : code.barcode.parts
  const isVisit = code.form === 'digits' && code.barcode.kind === 'visit'
  const found = byNumber(asking, formatNumber(parts).number, isVisit)
  if (found) return found
  return unknown(field, parts.branch === asking.shop?.branchCode ? 'noSuch' : 'otherShop')
}

/** Why this is not the slip of that visit; nothing if it is. */
export const slipProblem = (
  asking: Asking,
  typed: string,
  visit: Readonly<{ id: string }>,
  numberOf: (visitId: string) => string,
): Refused | undefined => {
  const reached = reachVisit(asking, typed, 'slip')
  if (isRefused(reached)) return reached
  if (!reached.isSlip) return unknown('slip', 'notASlip')
  return reached.visitId === visit.id
    ? undefined
    : refuse('slipOfAnother', { field: 'slip', number: numberOf(reached.visitId) })
}
