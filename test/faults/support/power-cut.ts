// Disk images as a power cut may leave them: what was synced is there; of what was only written, any part may be.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from './random.ts'
import type { Operation } from './shim.ts'

type Pending = Extract<Operation, { op: 'W' | 'T' }>
type FileState = { synced: Buffer; pending: Pending[] }

const SECTOR = 512

/** Files of the folder as they are on the disk at one moment. */
export type Disk = Map<string, FileState>

export const newDisk = (files: Record<string, Buffer>): Disk =>
  new Map(Object.entries(files).map(([name, synced]) => [name, { synced, pending: [] }]))

/** The content after the changes; room for all of them is taken once. */
const after = (content: Buffer, changes: readonly Pending[]): Buffer => {
  const ends = changes.map((one) => one.offset + (one.op === 'W' ? one.data.length : 0))
  const room = Buffer.alloc(Math.max(content.length, ...ends))
  content.copy(room)
  let { length } = content
  for (const change of changes) {
    if (change.op === 'W') {
      change.data.copy(room, change.offset)
      length = Math.max(length, change.offset + change.data.length)
    } else {
      room.fill(0, change.offset)
      length = change.offset
    }
  }
  return room.subarray(0, length)
}

/** The next operation of the record happens. */
export const happen = (disk: Disk, operation: Operation): void => {
  if (operation.op === 'A') return
  if (operation.op === 'U') {
    disk.delete(operation.file)
    return
  }
  const state = disk.get(operation.file) ?? { synced: Buffer.alloc(0), pending: [] }
  disk.set(operation.file, state)
  if (operation.op === 'S') {
    state.synced = after(state.synced, state.pending)
    state.pending = []
  } else state.pending.push(operation)
}

/** Of a write any sectors may have reached the disk. */
const torn = (change: Pending, chance: Chance): Pending => {
  if (change.op === 'T' || change.data.length <= SECTOR || chance.upTo(4) > 0) return change
  const kept = (1 + chance.upTo(Math.ceil(change.data.length / SECTOR))) * SECTOR
  return { ...change, data: change.data.subarray(0, kept) }
}

/** Writes the folder as a cut at this moment may leave it: of the unsynced writes all, none, the first ones or any. */
export const cut = (disk: Disk, folder: string, chance: Chance): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const manner = chance.upTo(4)
  for (const [name, { synced, pending }] of disk) {
    const first = chance.upTo(pending.length + 1)
    const survivors = pending.filter((_, i) =>
      manner === 0 ? false : manner === 1 ? i < first : chance.upTo(2) === 0,
    )
    writeFileSync(
      join(folder, name),
      after(
        synced,
        survivors.map((one) => torn(one, chance)),
      ),
    )
  }
}
