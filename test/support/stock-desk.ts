// Works on a shop's database with the real recorder and numbers, without a procedure around it: for the ledger itself,
// and to have parts in a shop whose core is open beside it.
import { onTestFinished } from 'vitest'
import type { CommandContext } from '#core/command/context.ts'
import { createRandomPool } from '#core/command/random-pool.ts'
import { createRecorder } from '#core/command/recorder.ts'
import { dataDir } from '#core/db/data-dir.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { Rollback, openStore } from '#core/db/store.ts'
import { createNumbering } from '#core/numbering/index.ts'
import { readShop } from '#core/shop/index.ts'
import { createIdSource } from '#shared/kernel/ids.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { START } from './core.ts'
import type { PartGiven } from './parts.ts'
import { insertPart } from './parts.ts'

export type DeskContext = Pick<
  CommandContext,
  'now' | 'newId' | 'db' | 'shop' | 'services' | 'insert' | 'update' | 'audit' | 'log' | 'changed'
> &
  Readonly<{ actor: Readonly<{ staffId: string }> }>

export type Desk = Readonly<{
  read: ReadDb
  clock: { now: number }
  /** One transaction; a refusal that it answers takes everything back. */
  work: <T>(act: (ctx: DeskContext) => T, staffId?: string) => T
  part: (given?: Partial<PartGiven>) => string
  close: () => void
}>

/** `dir`: a folder with a shop in it; `staffId`: who writes. */
export const openDesk = (dir: string, staffId: string, clock = { now: START }): Desk => {
  const folder = dataDir(dir)
  const store = openStore(folder.database, async () => undefined)
  const newId = createIdSource({ now: () => clock.now, random: createRandomPool() })
  const numbering = createNumbering(folder.numberMark)
  store.transact((db) => numbering.afterOpen(db))
  const work: Desk['work'] = (act, by = staffId) => {
    try {
      return store.transact((db) => {
        const shop = readShop(db)
        const recorder = createRecorder(db, {
          now: clock.now,
          staffId: by,
          terminal: shop?.terminal ?? '',
          newId,
        })
        const ctx = {
          ...recorder,
          now: clock.now,
          newId,
          db,
          shop,
          services: { numbering } as CommandContext['services'],
          changed: () => undefined,
          actor: { staffId: by },
        }
        const answer = act(ctx)
        if (isRefused(answer)) throw new Rollback(answer)
        recorder.finish()
        return answer
      })
    } catch (error) {
      if (error instanceof Rollback) return error.value as never
      throw error
    }
  }
  onTestFinished(() => store.close())
  return {
    read: store.read,
    clock,
    work,
    part: (given) => work((ctx) => insertPart(ctx, given)),
    close: store.close,
  }
}
