// Gives out document numbers that never repeat (rule WO-6), also after an older backup was put back: what was
// reserved stands in a small file beside the database, which no backup carries and no restore touches.
import { nextNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'
import { readJsonFile, writeDurably } from '#core/db/durable-file.ts'

/** Numbers reserved at a time: one small durable file write for so many; after a crash at most so many are left out. */
const RESERVE = 100
/** Days whose reservations are remembered, in case the clock is put back. */
const DAYS_KEPT = 60
const LAST_GENERATION = 9
/** How far to jump where all generations of a PC have been used up by restores without the file. */
const LONG_JUMP = 10_000

/** Per date and generation: the first sequence that is surely free. */
type Mark = Record<string, number>

export type Numbering = Readonly<{
  /** The next `count` numbers of the branch and business date; call inside the command's transaction. */
  take(db: WriteDb, branch: string, date: string, count: number): NumberParts[]
  /** After opening: goes on behind everything reserved, or with a new generation where that is not known. */
  afterOpen(db: WriteDb): void
  /** At a clean end nothing stays reserved, so that no numbers are left out. */
  beforeClose(db: ReadDb): void
}>

type Self = { pc: number; generation: number; is_copy: number }
type Series = { date: string; generation: number; next: number }

const keyOf = (date: string, generation: number): string => `${date}/${generation}`

/** `write` keeps the reservations; who fills a new database in one go keeps them once, at the end. */
export const createNumbering = (markFile: string, write = writeDurably): Numbering => {
  let mark: Mark = readJsonFile<Mark>(markFile) ?? {}

  const keep = (next: Mark): void => {
    const kept = Object.fromEntries(Object.entries(next).sort().slice(-DAYS_KEPT))
    // What could not be written was not reserved.
    write(markFile, JSON.stringify(kept))
    mark = kept
  }

  const afterOpen = (db: WriteDb): void => {
    const self = db.get<Self>(text('select pc, generation, is_copy from sync_self'))
    if (!self) return
    let { generation } = self
    const marked = readJsonFile<Mark>(markFile) !== undefined
    const isUsed = db.value<number>(text('select 1 from number_series limit 1')) !== undefined
    if (marked) {
      for (const key of Object.keys(mark)) generation = Math.max(generation, Number(key.split('/')[1]))
    } else if (isUsed || self.is_copy === 1) {
      // A copy in a new place: nobody here knows what was given out after it was made.
      if (generation < LAST_GENERATION) generation += 1
      else for (const s of recent(db)) setNext(db, s.date, self.pc, s.generation, s.next + LONG_JUMP)
    }
    db.run(text('update sync_self set generation = ?, is_copy = 0', generation))
    for (const [key, upTo] of Object.entries(mark)) {
      const [date, of] = key.split('/') as [string, string]
      setNext(db, date, self.pc, Number(of), upTo)
    }
    if (!marked) keep({ ...generationIn(recent(db)[0]?.date, generation), ...marksOf(db) })
  }

  return {
    take: (db, branch, date, count) => {
      const { pc, generation, next } = db.get<Self & { next: number | null }>(
        text(
          `select pc, generation, is_copy,
           (select next from number_series n where n.date = ? and n.pc = s.pc and n.generation = s.generation) as next
           from sync_self s`,
          date,
        ),
      ) as Self & { next: number | null }
      let sequence = next ?? 1
      const taken: NumberParts[] = []
      while (taken.length < count) {
        const parts = nextNumber({ branch, date, pc, generation, sequence })
        if (isRefused(parts)) throw new Error(`all numbers of ${date} are used up`)
        taken.push(parts)
        sequence = parts.sequence + 1
      }
      const key = keyOf(date, generation)
      if ((mark[key] ?? 0) < sequence) keep({ ...mark, [key]: sequence + RESERVE })
      setNext(db, date, pc, generation, sequence)
      return taken
    },
    afterOpen,
    beforeClose: (db) => keep(marksOf(db)),
  }
}

/** Raises the series' next sequence; never lowers it. */
const setNext = (db: WriteDb, date: string, pc: number, generation: number, next: number): void => {
  db.run(
    text(
      `insert into number_series (date, pc, generation, next) values (?, ?, ?, ?)
       on conflict (date, pc, generation) do update set next = max(next, excluded.next)`,
      date,
      pc,
      generation,
      next,
    ),
  )
}

// Were the power to fail before the new generation is committed, the file alone must still tell of it.
const generationIn = (date: string | undefined, generation: number): Mark =>
  date === undefined ? {} : { [keyOf(date, generation)]: 1 }

const marksOf = (db: ReadDb): Mark =>
  Object.fromEntries(recent(db).map((s) => [keyOf(s.date, s.generation), s.next]))

const recent = (db: ReadDb): Series[] =>
  db.all<Series>(
    text('select date, generation, next from number_series order by date desc limit ?', DAYS_KEPT),
  )
