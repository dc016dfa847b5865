// A board with something in every column, written beside the running core: the commands that lead there are not what
// the tests of the board look at.
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { node24 } from '../../../scripts/lib/shell.mjs'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Facts = Readonly<Record<string, string | number | null | undefined>>

/** One kind of card after the other, over and over, for as many unfinished orders as there are. */
export const everyCard = (now: number): readonly Facts[] => [
  { state: 'inService', promised_at: now - 3 * HOUR },
  { state: 'inService', promised_at: now + HOUR, urges: 2 },
  { state: 'repeatService', promised_at: now + 30 * HOUR, reassign_requested: 1 },
  { state: 'awaitingCustomer', promised_at: null, next_contact_by: now - 26 * HOUR },
  { state: 'awaitingParts', next_contact_by: now + 2 * DAY, back_by: now + 3 * DAY },
  { state: 'pendingDispatch', next_contact_by: now + 5 * HOUR, primary_id: null },
  { state: 'pendingReceive', next_contact_by: now + 7 * HOUR },
  { state: 'atVendor', next_contact_by: now + 4 * DAY, back_by: now + 6 * DAY },
  { state: 'readyForPickup', ready_at: now - DAY, next_contact_by: null, t2: null },
  { state: 'readyForPickup', ready_at: now - 2 * DAY, next_contact_by: null, t2: now - DAY },
  { state: 'readyForPickup', ready_at: now - 40 * DAY, next_contact_by: null, t2: now - 39 * DAY },
  { state: 'suspended', suspend_reason: '等客户找购机发票', next_contact_by: now + 9 * DAY },
  { state: 'readyForPickup', return_by: 'delivery', ready_at: now - 2 * DAY, next_contact_by: null },
]

/** Gives the unfinished orders these facts in turn, and technicians to whoever is in somebody's hands. */
export const writeBoard = (dataFolder: string, facts = everyCard(Date.now()), orders = 60): void => {
  const script = `
    import Database from 'better-sqlite3'
    const [file, text, orders] = process.argv.slice(1)
    const db = new Database(file)
    const facts = JSON.parse(text)
    const ids = db.prepare("select id from work_order order by created_at desc limit ?").pluck().all(Number(orders))
    const hands = db.prepare("select id from staff where active = 1 and roles like '%technician%' order by staff_no").pluck().all()
    const blank = { promised_at: null, urges: null, t2: null, ready_at: null, back_by: null, suspend_reason: null,
      return_by: 'pickUp', reassign_requested: 0 }
    db.transaction(() => {
      ids.forEach((id, i) => {
        const row = { ...blank, primary_id: hands[i % hands.length], ...facts[i % facts.length] }
        const names = Object.keys(row)
        db.prepare('update work_order set ' + names.map((name) => name + ' = ?').join() + ' where id = ?')
          .run(...names.map((name) => row[name]), id)
      })
    }).immediate()
    db.close()`
  execFileSync(
    node24,
    [
      '--input-type=module',
      '-e',
      script,
      join(dataFolder, 'counter.db'),
      JSON.stringify(facts),
      String(orders),
    ],
    { cwd: resolve(import.meta.dirname, '../../..') },
  )
}
