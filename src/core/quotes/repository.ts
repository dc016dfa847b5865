// The only file that names the tables quote and quote_line.
import type { Alternative, AnswerChannel, QuoteLine, QuoteState } from '#shared/domain/quote/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type QuoteRow = {
  id: string
  order_id: string
  version: number
  state: QuoteState
  valid_until: string | null
  remark: string
  /** JSON list of {@link KeptLine}; of a draft only. */
  draft_lines: string | null
  made_at: number
  made_by: string
  made_by_name: string
  sent_at: number | null
  chosen: '' | Alternative | null
  confirmed_by: string | null
  confirmed_at: number | null
  channel: AnswerChannel | null
  words: string | null
  answered_by_name: string | null
}

/** A line with what its goods cost when it was written; `id` once it was sent. */
export type KeptLine = QuoteLine & Readonly<{ id: string | null; costFen: number }>

/** Newest first. */
export const versionsOf = (db: ReadDb, orderId: string): QuoteRow[] =>
  db.all<QuoteRow>(
    text(
      `select q.*, m.name as made_by_name, a.name as answered_by_name from quote q
       join staff m on m.id = q.made_by left join staff a on a.id = q.answered_by
       where q.order_id = ? order by q.version desc`,
      orderId,
    ),
  )

type StandingRow = Pick<QuoteRow, 'id' | 'version' | 'state' | 'valid_until' | 'chosen'>

/** Only what every command asks: how each version stands. */
export const standingsOf = (db: ReadDb, orderId: string): StandingRow[] =>
  db.all<StandingRow>(
    text(
      'select id, version, state, valid_until, chosen from quote where order_id = ? order by version desc',
      orderId,
    ),
  )

type LineRow = {
  id: string
  quote_id: string
  alternative: '' | Alternative
  kind: QuoteLine['kind']
  text: string
  part_id: string | null
  service_item_id: string | null
  quantity: number
  price_fen: number
  waived: number
  payer: QuoteLine['payer']
  warranty_days: number
  cost_fen: number
}

const lineOfRow = (row: LineRow): KeptLine => ({
  id: row.id,
  alternative: row.alternative,
  kind: row.kind,
  text: row.text,
  partId: row.part_id,
  serviceItemId: row.service_item_id,
  quantity: row.quantity,
  priceFen: row.price_fen,
  waived: row.waived === 1,
  payer: row.payer,
  warrantyDays: row.warranty_days,
  costFen: row.cost_fen,
})

/** The lines of a version that was sent. */
const sentLines = (db: ReadDb, quoteId: string): KeptLine[] =>
  db
    .all<LineRow>(text('select * from quote_line where quote_id = ? order by position', quoteId))
    .map(lineOfRow)

/** A draft keeps its lines on itself, a version that was sent has rows. */
export const linesOfVersion = (db: ReadDb, row: Pick<QuoteRow, 'id' | 'draft_lines'>): KeptLine[] =>
  row.draft_lines === null ? sentLines(db, row.id) : (JSON.parse(row.draft_lines) as KeptLine[])

export const linesOfSent = (db: ReadDb, quoteId: string): KeptLine[] => sentLines(db, quoteId)

/** Which part of the catalogue each quoted line of an order is for, of all its versions. */
export const partsOfQuotes = (db: ReadDb, orderId: string): { id: string; part_id: string }[] =>
  db.all(
    text(
      `select id, part_id from quote_line
       where part_id is not null and quote_id in (select id from quote where order_id = ?)`,
      orderId,
    ),
  )

export type PastPrice = {
  order_id: string
  number: string
  customer: string
  sent_at: number
  state: QuoteState
  valid_until: string | null
  quantity: number
  price_fen: number
}

const pastPrices = (column: 'part_id' | 'service_item_id') =>
  // Ids grow with time: the index hands them out newest first, whatever the number of quotes.
  `select q.order_id, w.number, c.name as customer, q.sent_at, q.state, q.valid_until, l.quantity, l.price_fen
   from quote_line l join quote q on q.id = l.quote_id join work_order w on w.id = q.order_id
   join customer c on c.id = w.customer_id
   where l.${column} = ? and q.sent_at is not null order by l.quote_id desc limit ?`

export const pastPricesOfPart = (db: ReadDb, partId: string, limit: number): PastPrice[] =>
  db.all<PastPrice>(text(pastPrices('part_id'), partId, limit))

export const pastPricesOfWork = (db: ReadDb, itemId: string, limit: number): PastPrice[] =>
  db.all<PastPrice>(text(pastPrices('service_item_id'), itemId, limit))

export type PastQuote = {
  id: string
  order_id: string
  number: string
  brand: string
  model: string
  category: string
  version: number
  state: QuoteState
  valid_until: string | null
  chosen: '' | Alternative | null
  sent_at: number
}

/** What a customer was quoted, newest first. */
export const quotesOfCustomer = (
  db: ReadDb,
  customerId: string,
  except: string,
  limit: number,
): PastQuote[] =>
  db.all<PastQuote>(
    text(
      `select q.id, q.order_id, w.number, d.brand, d.model, d.category, q.version, q.state, q.valid_until, q.chosen,
         q.sent_at
       from work_order w join quote q on q.order_id = w.id join device d on d.id = w.device_id
       where w.customer_id = ? and w.id <> ? and q.sent_at is not null
       order by q.sent_at desc, q.version desc limit ?`,
      customerId,
      except,
      limit,
    ),
  )

/** What is printed of an order's quotes: the newest that the customer was given, before that the draft. */
export const printedVersion = (
  db: ReadDb,
  orderId: string,
): Readonly<{ row: QuoteRow; lines: KeptLine[] }> | undefined => {
  const versions = versionsOf(db, orderId)
  const given = versions.find(({ state }) => state !== 'draft' && state !== 'void' && state !== 'changed')
  const row = given ?? versions.find(({ state }) => state === 'draft')
  return row && { row, lines: linesOfVersion(db, row) }
}

/** Since when the version that is printed is out; a paper of an older one is another paper. */
export const quoteSince = (db: ReadDb, orderId: string): number =>
  db.value<number>(text('select max(sent_at) from quote where order_id = ?', orderId)) ?? 0
