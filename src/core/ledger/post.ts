// The only writer of the books (rules SET-1, SET-7): an entry with its postings, all or nothing; the sums of the day
// and what is open follow in the same transaction. Nothing here is ever changed: a mistake is `reverse`.
import { keepsParties, partyOf, turned } from '#shared/domain/money/index.ts'
import type { AccountCode, Posting } from '#shared/domain/money/index.ts'
import { assertFen } from '#shared/kernel/money.ts'
import type { Writing } from '#core/command/context.ts'
import { openDay } from './day.ts'
import { addToDay, addToOpen, postingsOf, readEntry } from './repository.ts'

/** What posting needs of a command. */
export type Booking = Pick<Writing, 'now' | 'newId' | 'db' | 'shop' | 'changed' | 'insert' | 'actor'>

export type NewEntry = Readonly<{
  /** What happened, worded by the window: `settlement`, `collection`, `shiftClose`. */
  kind: string
  orderId?: string | null
  customerId?: string | null
  shiftId?: string | null
  /** The entry that this one takes back. */
  reverses?: string
  reason?: string
  approvedBy?: string | null
}>

export type Booked = Readonly<{ entryId: string; day: string }>

/** Books an entry. A posting that is not above zero or lacks its party is a bug and throws; zero ones are left out. */
export const book = (ctx: Booking, entry: NewEntry, postings: readonly Posting[]): Booked => {
  const day = openDay(ctx)
  const entryId = ctx.newId()
  ctx.insert(
    'moneyEntry',
    entryId,
    {
      kind: entry.kind,
      day,
      orderId: entry.orderId ?? null,
      customerId: entry.customerId ?? null,
      shiftId: entry.shiftId ?? null,
      reverses: entry.reverses ?? null,
      reason: entry.reason ?? '',
      at: ctx.now,
      staffId: ctx.actor.staffId,
      approvedBy: entry.approvedBy ?? null,
    },
    `money.${entry.kind}`,
  )
  const counted = postings.filter(({ amountFen }) => amountFen !== 0)
  for (const [index, posting] of counted.entries()) {
    if (assertFen(posting.amountFen) < 0) throw new RangeError(`a posting below zero: ${posting.amountFen}`)
    ctx.insert('moneyPosting', ctx.newId(), { entryId, position: index + 1, ...posting }, 'money.posted')
  }
  keepSums(ctx, day, counted)
  ctx.changed('money')
  return { entryId, day }
}

/** Books the counter-entry of an entry (rule SET-7). The database refuses a second one. */
export const reverse = (
  ctx: Booking,
  entryId: string,
  by: Readonly<{ kind: string; reason: string; approvedBy?: string | null; shiftId?: string | null }>,
): Booked => {
  const entry = readEntry(ctx.db, entryId)
  if (!entry) throw new Error(`the entry ${entryId} to reverse is not there`)
  const postings = postingsOf(ctx.db, entryId).map((row): Posting =>
    turned({
      debit: row.debit,
      credit: row.credit,
      amountFen: row.amount_fen,
      orderId: row.order_id,
      customerId: row.customer_id,
      partnerId: row.partner_id,
      earnerId: row.earner_id,
      drawerId: row.drawer_id,
    }),
  )
  return book(
    ctx,
    { ...by, orderId: entry.order_id, customerId: entry.customer_id, reverses: entryId },
    postings,
  )
}

const keepSums = (ctx: Booking, day: string, postings: readonly Posting[]): void => {
  const days = new Map<AccountCode, { debit: number; credit: number }>()
  const open = new Map<string, { account: AccountCode; partyId: string; orderId: string; by: number }>()
  const count = (account: AccountCode, posting: Posting, sign: 1 | -1): void => {
    const sums = days.get(account) ?? { debit: 0, credit: 0 }
    sums[sign === 1 ? 'debit' : 'credit'] += posting.amountFen
    days.set(account, sums)
    if (!keepsParties(account)) return
    const partyId = partyOf(account, posting)
    if (partyId === '') throw new Error(`a posting of ${account} without its party`)
    const orderId = posting.orderId ?? ''
    const key = `${account} ${partyId} ${orderId}`
    const kept = open.get(key) ?? { account, partyId, orderId, by: 0 }
    kept.by += sign * posting.amountFen
    open.set(key, kept)
  }
  for (const posting of postings) {
    count(posting.debit, posting, 1)
    count(posting.credit, posting, -1)
  }
  for (const [account, { debit, credit }] of days) addToDay(ctx.db, day, account, debit, credit)
  for (const { by, ...of } of open.values()) if (by !== 0) addToOpen(ctx.db, of, by, day)
}
