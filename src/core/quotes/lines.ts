// Lines as they were typed become lines as they are kept: payer, warranty and cost filled in, what cannot be refused.
import type { z } from 'zod'
import type { quoteLineInput } from '#shared/contract/quote.ts'
import { amountFits } from '#shared/domain/quote/index.ts'
import { proposedPayer, warrantyOfKind } from '#shared/domain/service/index.ts'
import { fitsDecimals } from '#shared/kernel/quantity.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { CommandContext } from '#core/command/context.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { readSettings } from '#core/shop/index.ts'
import { costOf, priceGroupOf, readPart, readWork } from './prices.ts'
import type { Item } from './prices.ts'
import type { KeptLine } from './repository.ts'

export type LineInput = z.output<typeof quoteLineInput>

export const keptLines = (
  ctx: CommandContext,
  row: OrderRow,
  lines: readonly LineInput[],
): KeptLine[] | Refused => {
  const settings = readSettings(ctx.db)
  const group = priceGroupOf(ctx.db, row.customer_id)
  const kept: KeptLine[] = []
  for (const [index, line] of lines.entries()) {
    const at = (field: string) => `lines.${index}.${field}`
    const item = itemOf(ctx, line, at, group)
    if (isRefused(item)) return item
    if (item?.kind === 'part' && !fitsDecimals(line.quantity, item.decimals))
      return refuse('quantityTooFine', { field: at('quantity'), decimals: item.decimals })
    if (!amountFits(line)) return refuse('amountTooLarge', { field: at('priceFen') })
    kept.push({
      ...line,
      id: null,
      payer: line.payer ?? proposedPayer(row.charge_kind, row.comeback_of !== null),
      warrantyDays: line.warrantyDays ?? item?.warrantyDays ?? warrantyOfKind(line.kind, settings),
      costFen: line.partId === null ? 0 : costOf(ctx.db, line.partId, line.quantity),
    })
  }
  return kept
}

/** The item of the catalogue that the line names, if it names one that fits its kind. */
const itemOf = (
  ctx: CommandContext,
  line: LineInput,
  at: (field: string) => string,
  group: ReturnType<typeof priceGroupOf>,
): Item | undefined | Refused => {
  if (line.partId !== null) {
    if (line.kind !== 'part' || line.serviceItemId !== null)
      return refuse('itemDoesNotFit', { field: at('partId') })
    return readPart(ctx.db, line.partId, group) ?? refuse('unknownItem', { field: at('partId') })
  }
  if (line.serviceItemId !== null) {
    if (line.kind === 'part') return refuse('itemDoesNotFit', { field: at('serviceItemId') })
    return (
      readWork(ctx.db, line.serviceItemId, group) ?? refuse('unknownItem', { field: at('serviceItemId') })
    )
  }
  return undefined
}
