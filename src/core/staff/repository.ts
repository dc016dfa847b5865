// The only file that names the tables staff, login_guard, terminal_trust and session.
import type { Person } from '#shared/contract/staff.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { sql, text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'

type StaffRow = {
  id: string
  staff_no: string
  name: string
  initials: string
  roles: string
  active: number
  password_hash: Buffer
  password_salt: Buffer
  must_change_password: number
  created_at: number
  skills: string | null
  areas: string | null
  hours: string | null
  phone: string | null
  pin_hash: Buffer | null
}

/** scrypt's output and its salt. */
export type PasswordHash = Readonly<{ hash: Buffer; salt: Buffer }>

export type PersonWithPassword = Person & Readonly<{ password: PasswordHash }>

const list = <T>(json: string | null): T[] => (json === null ? [] : (JSON.parse(json) as T[]))

const toPerson = (row: StaffRow): Person => ({
  id: row.id,
  staffNo: row.staff_no,
  name: row.name,
  initials: row.initials,
  roles: JSON.parse(row.roles) as Role[],
  active: row.active === 1,
  mustChangePassword: row.must_change_password === 1,
  createdAt: row.created_at,
  skills: list(row.skills),
  areas: list(row.areas),
  hours: list(row.hours),
  phone: row.phone ?? '',
  hasPin: row.pin_hash !== null,
})

export const listPeople = (db: ReadDb): Person[] =>
  db.all<StaffRow>(text('select * from staff order by active desc, staff_no')).map(toPerson)

export const findPerson = (
  db: ReadDb,
  key: { id: string } | { staffNo: string },
): PersonWithPassword | undefined => {
  const row = db.get<StaffRow>(
    'id' in key
      ? text('select * from staff where id = ?', key.id)
      : text('select * from staff where staff_no = ?', key.staffNo),
  )
  return row && { ...toPerson(row), password: { hash: row.password_hash, salt: row.password_salt } }
}

/** Columns of a person that never leave this computer. */
export const passwordColumns = (password: PasswordHash, mustChange: boolean) => ({
  password_hash: password.hash,
  password_salt: password.salt,
  must_change_password: mustChange ? 1 : 0,
})

export const setPassword = (
  db: WriteDb,
  staffId: string,
  password: PasswordHash,
  mustChange: boolean,
): void => {
  db.run(sql('staff').where({ id: staffId }).update(passwordColumns(password, mustChange)))
}

/** Undefined while the person has set none. */
export const readPin = (db: ReadDb, staffId: string): PasswordHash | undefined => {
  const row = db.get<{ pin_hash: Buffer | null; pin_salt: Buffer | null }>(
    text('select pin_hash, pin_salt from staff where id = ?', staffId),
  )
  return row?.pin_hash && row.pin_salt ? { hash: row.pin_hash, salt: row.pin_salt } : undefined
}

export const writePin = (db: WriteDb, staffId: string, pin: PasswordHash | null): void => {
  const columns = { pin_hash: pin?.hash ?? null, pin_salt: pin?.salt ?? null }
  db.run(sql('staff').where({ id: staffId }).update(columns))
}

/** This person has just used the password on this terminal: a PIN will do here for a while. */
export const trustTerminal = (db: WriteDb, terminal: string, staffId: string, at: number): void => {
  db.run(
    text(
      `insert into terminal_trust (terminal, staff_id, password_at) values (?, ?, ?)
       on conflict (terminal, staff_id) do update set password_at = excluded.password_at`,
      terminal,
      staffId,
      at,
    ),
  )
}

/** Who used the password on this terminal since then. */
export const trustedSince = (db: ReadDb, terminal: string, since: number): ReadonlySet<string> =>
  new Set(
    db
      .all<{ staff_id: string }>(
        text('select staff_id from terminal_trust where terminal = ? and password_at > ?', terminal, since),
      )
      .map((row) => row.staff_id),
  )

/** From now on only the password opens, on every terminal. */
export const endTrust = (db: WriteDb, staffId: string): void => {
  db.run(text('delete from terminal_trust where staff_id = ?', staffId))
}

/** A new first password from somebody else's hand: PIN, trust, wrong tries and sessions of before are gone. */
export const resetCredentials = (db: WriteDb, staffId: string, password: PasswordHash): void => {
  setPassword(db, staffId, password, true)
  writePin(db, staffId, null)
  endTrust(db, staffId)
  writeGuard(db, staffId, { failed: 0, lockedUntil: 0 })
  deleteSessionsOf(db, staffId)
}

export const activeManagers = (db: ReadDb): string[] =>
  db
    .all<{ id: string }>(
      text(
        `select id from staff where active = 1 and exists (select 1 from json_each(roles) where value = 'manager')`,
      ),
    )
    .map((row) => row.id)

export type Guard = { failed: number; lockedUntil: number }

export const readGuard = (db: ReadDb, staffId: string): Guard => {
  const row = db.get<{ failed: number; locked_until: number }>(
    text('select failed, locked_until from login_guard where staff_id = ?', staffId),
  )
  return { failed: row?.failed ?? 0, lockedUntil: row?.locked_until ?? 0 }
}

export const writeGuard = (db: WriteDb, staffId: string, guard: Guard): void => {
  db.run(
    text(
      `insert into login_guard (staff_id, failed, locked_until) values (?, ?, ?)
       on conflict (staff_id) do update set failed = excluded.failed, locked_until = excluded.locked_until`,
      staffId,
      guard.failed,
      guard.lockedUntil,
    ),
  )
}

export const insertSession = (
  db: WriteDb,
  tokenHash: string,
  staffId: string,
  terminal: string,
  now: number,
): void => {
  db.run(
    text(
      'insert into session (token_hash, staff_id, terminal, created_at) values (?, ?, ?, ?)',
      tokenHash,
      staffId,
      terminal,
      now,
    ),
  )
}

export const sessionStaff = (db: ReadDb, tokenHash: string): string | undefined =>
  db.value<string>(text('select staff_id from session where token_hash = ?', tokenHash))

export const deleteSession = (db: WriteDb, tokenHash: string): void => {
  db.run(text('delete from session where token_hash = ?', tokenHash))
}

export const deleteSessionsOf = (db: WriteDb, staffId: string): void => {
  db.run(text('delete from session where staff_id = ?', staffId))
}

/** Sessions end after a day, whatever happens. */
export const deleteOldSessions = (db: WriteDb, before: number): void => {
  db.run(text('delete from session where created_at < ?', before))
}
