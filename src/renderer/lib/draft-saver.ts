// Keeps the form as a draft (rule INT-11): 400 ms after the last change, one save at a time and always the latest
// state. A save that was refused or lost is tried again; the form on the screen is never touched.
import type { Problem } from '#renderer/lib/problem.ts'

export type DraftState = 'none' | 'waiting' | 'saved' | 'failed'
export type DraftStatus = Readonly<{ state: DraftState; problem: Problem | undefined; at: number | null }>

type Needs<D> = Readonly<{
  /** The draft as it should be kept now; null: there is nothing worth keeping. */
  read: () => D | null
  save: (draft: D) => Promise<Problem | undefined>
  discard: () => void
  now: () => number
}>

const QUIET_MS = 400
const RETRY_MS = 4_000

export const createDraftSaver = <D>({ read, save, discard, now }: Needs<D>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let dirty = false
  let stored = false
  let status: DraftStatus = { state: 'none', problem: undefined, at: null }
  const listeners = new Set<() => void>()
  const tell = (next: DraftStatus): void => {
    status = next
    for (const listener of listeners) listener()
  }
  const plan = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const once = async (): Promise<void> => {
    dirty = false
    const draft = read()
    if (draft === null) {
      if (stored) discard()
      stored = false
      return tell({ state: 'none', problem: undefined, at: null })
    }
    const problem = await save(draft)
    if (problem) {
      dirty = true
      tell({ state: 'failed', problem, at: status.at })
      plan(RETRY_MS)
      return
    }
    stored = true
    tell({ state: dirty ? 'waiting' : 'saved', problem: undefined, at: now() })
  }

  /** Saves until nothing is left to save or a save fails; what changes meanwhile is saved right behind it. */
  const saveAll = async (): Promise<void> => {
    do await once()
    while (dirty && status.state !== 'failed')
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    if (running) return running
    if (!dirty) return Promise.resolve()
    running = saveAll().finally(() => {
      running = null
    })
    return running
  }

  return {
    changed: (): void => {
      dirty = true
      if (status.state === 'none' || status.state === 'saved') tell({ ...status, state: 'waiting' })
      plan(QUIET_MS)
    },
    /** Saves what is not saved yet and waits for it. */
    flush,
    /** The form is done with or another one is on the screen: nothing of the old one is saved any more. */
    forget: (nowStored = false): void => {
      clearTimeout(timer)
      dirty = false
      stored = nowStored
      tell({ state: nowStored ? 'saved' : 'none', problem: undefined, at: nowStored ? now() : null })
    },
    status: (): DraftStatus => status,
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
