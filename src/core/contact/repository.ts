// The only file that names the tables contact_attempt, appointment, urge and message.
import type { ContactOutcome } from '#shared/contract/contact.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

const FAILED = `('noAnswer', 'busy', 'off', 'suspended', 'noSuchNumber', 'declined')`

export const failedAttempts = (db: ReadDb, orderId: string): number =>
  db.value<number>(
    text(`select count(*) from contact_attempt where order_id = ? and outcome in ${FAILED}`, orderId),
  ) ?? 0

export const hasReached = (db: ReadDb, orderId: string): boolean =>
  db.value<number>(
    text(`select 1 from contact_attempt where order_id = ? and outcome = 'reached' limit 1`, orderId),
  ) !== undefined

/** Attempts since then, whatever came of them. */
export const noticesSince = (db: ReadDb, orderId: string, since: number): number =>
  db.value<number>(
    text('select count(*) from contact_attempt where order_id = ? and at >= ?', orderId, since),
  ) ?? 0

export type AttemptRow = {
  id: string
  channel: 'phone' | 'sms' | 'wechat' | 'visit' | 'other'
  outcome: ContactOutcome
  words: string
  at: number
  who: string
}

export const attemptsOf = (db: ReadDb, orderId: string): AttemptRow[] =>
  db.all<AttemptRow>(
    text(
      `select a.id, a.channel, a.outcome, a.words, a.at, s.name as who from contact_attempt a
       join staff s on s.id = a.staff_id where a.order_id = ? order by a.at desc, a.id desc`,
      orderId,
    ),
  )

export type AppointmentRow = {
  id: string
  kind: 'visit' | 'pickUp' | 'nextContact'
  at: number
  type: 'customer' | 'parts' | 'other' | null
  reason: string | null
  request_no: string | null
  part_code: string | null
  made_at: number
  who: string
}

export const appointmentsOf = (db: ReadDb, orderId: string): AppointmentRow[] =>
  db.all<AppointmentRow>(
    text(
      `select a.id, a.kind, a.at, a.type, a.reason, a.request_no, a.part_code, a.made_at, s.name as who
       from appointment a join staff s on s.id = a.made_by where a.order_id = ? order by a.made_at desc, a.id desc`,
      orderId,
    ),
  )

export type UrgeRow = {
  id: string
  source: 'customer' | 'headquarters'
  words: string
  at: number
  who: string
}

export const urgesOf = (db: ReadDb, orderId: string): UrgeRow[] =>
  db.all<UrgeRow>(
    text(
      `select u.id, u.source, u.words, u.at, s.name as who from urge u join staff s on s.id = u.staff_id
       where u.order_id = ? order by u.at desc, u.id desc`,
      orderId,
    ),
  )

export type MessageRow = {
  id: string
  order_id: string
  audience: 'technician' | 'customer'
  occasion: string
  phone: string
  text: string
  state: 'queued' | 'copied' | 'sent' | 'failed' | 'dropped'
  at: number
}

/** Of one order, or all that wait to be sent; newest first. */
export const messagesOf = (db: ReadDb, orderId: string | undefined): MessageRow[] =>
  db.all<MessageRow>(
    orderId === undefined
      ? text(`select * from message where state = 'queued' order by at desc, id desc limit 500`)
      : text('select * from message where order_id = ? order by at desc, id desc', orderId),
  )

export const messageState = (db: ReadDb, id: string): MessageRow | undefined =>
  db.get<MessageRow>(text('select * from message where id = ?', id))
