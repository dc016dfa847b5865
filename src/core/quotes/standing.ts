// How the quote of an order stands, for the guards of the table and for whoever asks whether a price was accepted.
import {
  agreedAmount,
  amountWords,
  customerDue,
  exceedsAgreed,
  isExpired,
  linesOfChoice,
  standingOf,
} from '#shared/domain/quote/index.ts'
import type { Standing } from '#shared/domain/quote/index.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { chargedToCustomer } from '#core/service/index.ts'
import { readShop } from '#core/shop/index.ts'
import { linesOfSent, standingsOf } from './repository.ts'

/** The calendar day of the shop. */
export const today = (db: ReadDb, now: number): string => businessDate(now, readShop(db)?.timeZone ?? 'UTC')

type OrderOfFacts = Readonly<{ id: string; limit_fen: number | null }>

export type QuoteFacts = Readonly<{
  quote: Standing
  /** The customer's last word on money, fen (QUO-5). */
  agreedFen: number | null
  overLimit: boolean
}>

/** `moreFen`: what the command itself is about to charge the customer. */
export const quoteFacts = (db: ReadDb, row: OrderOfFacts, now: number, moreFen = 0): QuoteFacts => {
  const standings = standingsOf(db, row.id)
  const versions = standings.map(({ version, state, valid_until }) => ({
    version,
    state,
    validUntil: valid_until,
  }))
  const quote = standings.length === 0 ? 'none' : standingOf(versions, today(db, now))
  const accepted = standings.find(({ state }) => state === 'accepted')
  const acceptedFen =
    accepted === undefined
      ? null
      : customerDue(linesOfChoice(linesOfSent(db, accepted.id), accepted.chosen ?? ''))
  const agreedFen = agreedAmount(acceptedFen, row.limit_fen)
  const overLimit = agreedFen !== null && exceedsAgreed(chargedToCustomer(db, row.id) + moreFen, agreedFen)
  return { quote, agreedFen, overLimit }
}

/** Whether the customer accepted a price for this order (INT-4). */
export const hasAcceptedQuote = (db: ReadDb, orderId: string): boolean =>
  standingsOf(db, orderId).some(({ state }) => state === 'accepted')

/** The amounts of the version that is out, in few words; undefined while none is. */
export const quotedAmount = (
  ctx: Readonly<{ db: ReadDb; now: number }>,
  orderId: string,
): string | undefined => {
  const open = standingsOf(ctx.db, orderId).find(
    ({ state, valid_until }) => state === 'sent' && !isExpired(valid_until, today(ctx.db, ctx.now)),
  )
  return open && amountWords(linesOfSent(ctx.db, open.id))
}
