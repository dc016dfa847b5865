// The money of the demo shop: what is due is paid when the course says so, by whatever method a customer has. Every
// entry goes through the one writer of the books.
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import type { CommandName } from '#shared/domain/work-order/index.ts'
import type { Writing } from '#core/command/context.ts'
import { noCashDrawer } from '#core/devices/index.ts'
import { takeMoney } from '#core/receipts/index.ts'
import { bookCharges, moneyFacts, writeSettlement } from '#core/settlement/index.ts'
import type { AtTheDrawer } from '#core/shifts/index.ts'
import type { Book } from './book.ts'
import type { Life } from './lives.ts'
import { weighted } from './random.ts'
import type { Desk, Storeroom } from './storeroom.ts'

export type MoneyWork = Readonly<{ after: (book: Book, life: Life, command: CommandName) => void }>

const method = weighted<PaymentMethod>([
  ['wechat', 55],
  ['alipay', 20],
  ['cash', 15],
  ['card', 6],
  ['bank', 4],
])
const NOTE_FEN = 10_000

/** No drawer opens in the demo. */
const atTheDrawer = (ctx: Writing): AtTheDrawer => ({
  ...ctx,
  services: { ...ctx.services, cashDrawer: noCashDrawer },
  afterCommit: () => undefined,
})

export const createMoneyWork = (
  { writing }: Pick<Storeroom, 'writing'>,
  { chance, aside }: Pick<Desk, 'chance' | 'aside'>,
): MoneyWork => {
  const settle = (book: Book, life: Life): void => {
    const ctx = atTheDrawer(writing(book))
    const row = { id: life.id, customer_id: life.customerId }
    const { due } = moneyFacts(ctx.db, life.id)
    const by = method(chance)
    const cash = { tenderedFen: Math.ceil(due / NOTE_FEN) * NOTE_FEN }
    const taken =
      due > 0
        ? takeMoney(ctx, {
            kind: 'settlement',
            customerId: life.customerId,
            payments: [{ method: by, amountFen: due, reference: '', ...(by === 'cash' ? cash : {}) }],
            purposes: [
              {
                account: 'receivableCustomer',
                amountFen: due,
                orderId: life.id,
                customerId: life.customerId,
              },
            ],
          })
        : undefined
    const bill = {
      chargedFen: due,
      storeFeeFen: 0,
      discountFen: 0,
      roundingFen: 0,
      depositFen: 0,
      depositLeftFen: 0,
    }
    writeSettlement(
      ctx,
      { row, bill, paidFen: due, onAccountFen: 0 },
      { receiptId: taken?.receiptId ?? null, reason: '', approvedBy: null },
    )
  }
  return {
    after: (book, life, command) => {
      if (command === 'settle') aside(() => settle(book, life))
      // Nobody settles where nothing is due: costs and other payers stand in the books all the same.
      if (command === 'handOver' && life.settled === 'no')
        aside(() => bookCharges(writing(book), { id: life.id, customer_id: life.customerId }))
    },
  }
}
