// What is charged for a machine that goes back unrepaired (rule QUO-4): finding the fault, as it was quoted, and
// nothing of the repair.
import { lineAmount } from '#shared/domain/quote/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { linesOfSent } from '#core/quotes/index.ts'
import type { standingsOf } from '#core/quotes/index.ts'
import { linesOf, nextLinePosition } from './repository.ts'

type Standings = ReturnType<typeof standingsOf>

/**
 * Takes the lines of an accepted quote off the order but its diagnostic fee; if none was accepted, the fee of the
 * newest version that the customer saw is charged. `waived`: it is let off and stays as a line.
 */
export const chargeUnrepaired = (
  ctx: CommandContext,
  orderId: string,
  versions: Standings,
  waived: boolean,
): void => {
  const charged = linesOf(ctx.db, orderId).filter((line) => line.quote_line_id !== null)
  for (const line of charged) {
    if (line.kind !== 'diagnostic') ctx.update('chargeLine', line.id, { active: false }, 'chargeLine.dropped')
    else if (waived) ctx.update('chargeLine', line.id, { waived: true }, 'chargeLine.waived')
  }
  if (charged.length > 0) return
  const seen = versions.find(({ state }) => state !== 'draft' && state !== 'void' && state !== 'changed')
  if (!seen) return
  const position = nextLinePosition(ctx.db, orderId)
  // Each alternative may name the fee; it is owed once.
  const fees = linesOfSent(ctx.db, seen.id).filter(({ kind }) => kind === 'diagnostic')
  const first = fees[0]?.alternative
  for (const [index, fee] of fees.filter(({ alternative }) => alternative === first).entries())
    ctx.insert(
      'chargeLine',
      ctx.newId(),
      {
        orderId,
        quoteLineId: fee.id,
        serviceItemId: fee.serviceItemId,
        position: position + index,
        kind: fee.kind,
        text: fee.text,
        quantity: fee.quantity,
        priceFen: fee.priceFen,
        amountFen: lineAmount(fee),
        waived: fee.waived || waived,
        payer: fee.payer,
        warrantyDays: fee.warrantyDays,
        active: true,
      },
      'chargeLine.quoted',
    )
}
