// An accepted quote becomes what the order is charged for (rule QUO-5).
import { lineAmount } from '#shared/domain/quote/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { linesOf, nextLinePosition } from '#core/service/index.ts'
import type { LineRow } from '#core/service/index.ts'
import type { KeptLine } from './repository.ts'

const isSame = (row: LineRow, line: KeptLine): boolean =>
  row.kind === line.kind &&
  row.text === line.text &&
  row.service_item_id === line.serviceItemId &&
  row.quantity === line.quantity &&
  row.price_fen === line.priceFen &&
  row.waived === (line.waived ? 1 : 0) &&
  row.payer === line.payer &&
  row.warranty_days === line.warrantyDays

/**
 * Lines of the quote before give way to these. One that is the same in both stays the same line, so that what
 * hangs on it (commission, minutes) is neither lost nor made twice. Lines that came otherwise stay.
 */
export const chargeAsQuoted = (ctx: CommandContext, orderId: string, lines: readonly KeptLine[]): void => {
  const old = linesOf(ctx.db, orderId).filter((row) => row.quote_line_id !== null)
  const free = new Set(old)
  let position = nextLinePosition(ctx.db, orderId)
  for (const line of lines) {
    const same = [...free].find((row) => isSame(row, line))
    if (same) {
      free.delete(same)
      ctx.update('chargeLine', same.id, { quoteLineId: line.id }, 'chargeLine.quotedAnew')
      continue
    }
    ctx.insert(
      'chargeLine',
      ctx.newId(),
      {
        orderId,
        quoteLineId: line.id,
        serviceItemId: line.serviceItemId,
        position,
        kind: line.kind,
        text: line.text,
        quantity: line.quantity,
        priceFen: line.priceFen,
        amountFen: lineAmount(line),
        waived: line.waived,
        payer: line.payer,
        warrantyDays: line.warrantyDays,
        active: true,
      },
      'chargeLine.quoted',
    )
    position += 1
  }
  for (const row of free) ctx.update('chargeLine', row.id, { active: false }, 'chargeLine.dropped')
}
