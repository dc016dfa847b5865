// Quotes of an order (rules QUO-1 … QUO-5).
import { quotes } from '#shared/contract/quote.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { readOrderRow } from '#core/orders/index.ts'
import { accept, reject } from './answer.ts'
import { findItems, priceGroupOf } from './prices.ts'
import { send } from './send.ts'
import { difference, ofCustomer, ofOrder, pastPrices } from './view.ts'
import { copyVersion, draft, takeBack } from './write.ts'

const ITEMS_SHOWN = 20

export const quoteEntries = implement(quotes, {
  ofOrder,
  difference,
  pastPrices,
  ofCustomer,
  items: (ctx, { id, text }) => {
    const row = readOrderRow(ctx.db, id)
    if (!row) return refuse('unknownOrder', { field: 'id' })
    return { items: findItems(ctx.db, text, priceGroupOf(ctx.db, row.customer_id), ITEMS_SHOWN) }
  },
  draft,
  copyVersion,
  send,
  accept,
  reject,
  void: takeBack,
})
