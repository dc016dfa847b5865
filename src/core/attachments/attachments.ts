// Photos as files beside the database, named by their content's hash: written, synced, renamed, the folder
// synced, and only then referred to by a commit.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as letOthersWork } from 'node:timers/promises'
import { syncFolder, writeDurably } from '#core/db/durable-file.ts'

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp'

export type Attachments = Readonly<{
  /** Stores the bytes durably; the same content is stored once. */
  put(bytes: Uint8Array): string
  has(hash: string): boolean
  get(hash: string): Uint8Array | undefined
  /** Removes files that nothing refers to and that are older than a day. Answers how many. */
  sweep(isReferenced: (hash: string) => boolean, now: number): Promise<number>
  /** Every stored hash, shelf by shelf. Who walks through all of them lets others work between two shelves. */
  shelves(): Iterable<readonly string[]>
}>

const DAY_MS = 86_400_000

export const openAttachments = (folder: string): Attachments => {
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  function* shelves(): Iterable<readonly string[]> {
    for (const shelf of readdirSync(folder, { withFileTypes: true })) {
      // Whatever else somebody put here is not ours, and no backup fails over it.
      if (!shelf.isDirectory() || !/^[0-9a-f]{2}$/.test(shelf.name)) continue
      yield readdirSync(join(folder, shelf.name)).filter((name) => /^[0-9a-f]{64}$/.test(name))
    }
  }
  return {
    put: (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const file = fileOf(hash)
      if (existsSync(file)) {
        // Taken in again: an orphan that is old must not be swept before its order is saved.
        const now = new Date()
        utimesSync(file, now, now)
        return hash
      }
      const shelf = join(folder, hash.slice(0, 2))
      if (!existsSync(shelf)) {
        mkdirSync(shelf, { mode: 0o700 })
        syncFolder(folder)
      }
      writeDurably(file, bytes)
      return hash
    },
    has: (hash) => existsSync(fileOf(hash)),
    get: (hash) => (existsSync(fileOf(hash)) ? readFileSync(fileOf(hash)) : undefined),
    shelves,
    sweep: async (isReferenced, now) => {
      let removed = 0
      for (const shelf of shelves()) {
        for (const hash of shelf) {
          const file = fileOf(hash)
          if (now - statSync(file).mtimeMs < DAY_MS || isReferenced(hash)) continue
          rmSync(file)
          removed += 1
        }
        await letOthersWork()
      }
      return removed
    },
  }
}
