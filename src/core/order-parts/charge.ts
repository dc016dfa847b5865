// What is used on an order is charged (rules SRV-2, QUO-5). The lines are worked out anew from what was used and what
// stands quoted whenever one of them changes, so that whatever takes back a use takes back its line too. A part's own
// line has its price, payer and warranty; a use that the accepted quote covers makes none and marks the quote's line.
import { chargeFor } from '#shared/domain/parts/index.ts'
import type { Charging, QuotedPart } from '#shared/domain/parts/index.ts'
import { lineAmount } from '#shared/domain/quote/index.ts'
import type { Payer } from '#shared/domain/service/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { partsOfQuotes } from '#core/quotes/index.ts'
import { linesOf, nextLinePosition } from '#core/service/index.ts'
import type { LineRow as ChargeRow } from '#core/service/index.ts'
import { linesOfOrder } from './repository.ts'
import type { LineRow } from './repository.ts'

/** The lines of the accepted quote that are for parts. */
const quotedParts = (db: ReadDb, orderId: string, charged: readonly ChargeRow[]): QuotedPart[] => {
  const quoted = charged.filter((line) => line.quote_line_id !== null && line.kind === 'part')
  if (quoted.length === 0) return []
  const partOf = new Map(partsOfQuotes(db, orderId).map(({ id, part_id }) => [id, part_id]))
  return quoted.map((line) => ({
    id: line.id,
    partId: partOf.get(line.quote_line_id ?? '') ?? null,
    text: line.text,
    payer: line.payer,
    quantity: line.quantity ?? 0,
  }))
}

/** How the parts of an order are charged as things stand. */
export const chargingOf = (
  db: ReadDb,
  orderId: string,
  lines: readonly LineRow[],
  charged: readonly ChargeRow[],
): Charging =>
  chargeFor(
    lines.map((line) => ({
      id: line.id,
      partId: line.part_id,
      name: line.name,
      payer: line.payer,
      used: line.used,
    })),
    quotedParts(db, orderId, charged),
  )

/** A machine that goes back unrepaired costs its owner nothing of the repair (QUO-4): what stayed in it is on us. */
const payerOf = (line: LineRow, unrepaired: boolean): Payer =>
  unrepaired && line.payer === 'customer' ? 'ourselves' : line.payer

/** Makes the order's charge lines say what was used. Cheap and silent where nothing changes. */
export const chargeUsedParts = (ctx: CommandContext, orderId: string): void => {
  const lines = linesOfOrder(ctx.db, orderId)
  if (lines.length === 0) return
  const charged = linesOf(ctx.db, orderId)
  const charging = chargingOf(ctx.db, orderId, lines, charged)
  const unrepaired = readOrderRow(ctx.db, orderId)?.outcome === 'unrepaired'
  for (const line of charged) {
    const fedBy = charging.quoted.get(line.id)?.fedBy
    if (fedBy !== undefined && fedBy !== line.order_part_id)
      ctx.update('chargeLine', line.id, { orderPartId: fedBy }, 'chargeLine.fed')
  }
  ctx.changed('orderParts', `orderParts:${orderId}`)
  const own = charged.filter((line) => line.quote_line_id === null && line.order_part_id !== null)
  for (const line of lines) {
    const quantity = charging.parts.get(line.id)?.charged ?? 0
    const row = own.find(({ order_part_id }) => order_part_id === line.id)
    const payer = payerOf(line, unrepaired)
    if (!row) {
      if (quantity > 0) addChargeLine(ctx, line, quantity, payer)
    } else if (quantity === 0) {
      ctx.update('chargeLine', row.id, { active: false }, 'chargeLine.dropped')
    } else if (row.quantity !== quantity || row.payer !== payer) {
      const amountFen = lineAmount({ quantity, priceFen: line.price_fen })
      ctx.update('chargeLine', row.id, { quantity, amountFen, payer }, 'chargeLine.usedPart')
    }
  }
}

const addChargeLine = (ctx: CommandContext, line: LineRow, quantity: number, payer: Payer): void => {
  ctx.insert(
    'chargeLine',
    ctx.newId(),
    {
      orderId: line.order_id,
      orderPartId: line.id,
      position: nextLinePosition(ctx.db, line.order_id),
      kind: 'part',
      text: line.name,
      quantity,
      priceFen: line.price_fen,
      amountFen: lineAmount({ quantity, priceFen: line.price_fen }),
      waived: false,
      payer,
      warrantyDays: line.warranty_days,
      active: true,
    },
    'chargeLine.usedPart',
  )
}
