// A working copy of what one document touches: everything is decided on it before a row is written.
import type { Held } from '#shared/domain/stock/index.ts'
import { NOTHING_HELD } from '#shared/domain/stock/index.ts'
import type { ReadDb, WriteDb } from '#core/db/handle.ts'
import * as rows from './repository.ts'

type OnWay = Readonly<{ documentId: string; partId: string; placeId: string; quantity: number }>

/** A map that reads a value when it is first asked for, and remembers which were changed. */
const shelf = <K extends readonly string[], V>(read: (...key: K) => V) => {
  const known = new Map<string, V>()
  const changed = new Map<string, K>()
  const get = (...key: K): V => {
    const word = key.join('\n')
    const found = known.get(word)
    if (found !== undefined || known.has(word)) return found as V
    const fresh = read(...key)
    known.set(word, fresh)
    return fresh
  }
  return {
    get,
    set: (value: V, ...key: K): void => {
      known.set(key.join('\n'), value)
      changed.set(key.join('\n'), key)
    },
    changes: (): readonly (readonly [K, V])[] => [...changed.values()].map((key) => [key, get(...key)]),
  }
}

export const openBook = (db: ReadDb) => {
  const parts = shelf((id: string) => rows.stockPart(db, id))
  const places = shelf((id: string) => rows.stockPlace(db, id))
  const balances = shelf((partId: string, placeId: string) => rows.balanceAt(db, partId, placeId))
  const costs = shelf((partId: string): Held => rows.costOf(db, partId) ?? NOTHING_HELD)
  const serials = shelf((partId: string, serial: string) => rows.serialSpot(db, partId, serial))
  const onWay = shelf((documentId: string, partId: string): Omit<OnWay, 'documentId' | 'partId'> => ({
    placeId: '',
    quantity: rows.onWayOf(db, documentId, partId),
  }))
  return {
    part: parts.get,
    place: places.get,
    balances,
    costs,
    serials,
    onWay,
    write: (to: WriteDb): void => {
      for (const [[partId, placeId], quantity] of balances.changes())
        rows.setBalance(to, partId, placeId, quantity)
      for (const [[partId], held] of costs.changes()) rows.setCost(to, partId, held)
      for (const [[partId, serial], spot] of serials.changes())
        if (spot) rows.setSerial(to, partId, serial, spot)
      for (const [[documentId, partId], way] of onWay.changes())
        rows.setOnWay(to, { documentId, partId, ...way })
    },
  }
}

export type Book = ReturnType<typeof openBook>
