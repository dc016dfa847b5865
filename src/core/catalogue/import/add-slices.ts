// New parts on their way from the worker to the core: up to a hundred thousand of them, so they go some hundreds at a
// time, as one flat list.
import type { PartInFile } from '#shared/domain/catalogue/index.ts'
import { PART_FILE } from '#shared/domain/catalogue/index.ts'

/** `values`: what stands in the file; the rest is as every new part has it. */
export type PlannedAdd = Readonly<{ values: Partial<PartInFile>; codeKey: string }>

/** Of each part its code key, then its value in every column; undefined where the file says nothing. */
export type AddSlice = readonly unknown[]

export type AddSlices = Readonly<{ add: (part: PlannedAdd) => void; end: () => void }>

/** So many parts are made ready in a few milliseconds: others get their answers in between. */
const AT_ONCE = 250
const { keys } = PART_FILE
const WIDTH = keys.length + 1

export const addSlices = (hand: (slice: AddSlice) => void): AddSlices => {
  let cells: unknown[] = []
  const end = (): void => {
    if (cells.length > 0) hand(cells)
    cells = []
  }
  return {
    add: ({ values, codeKey }) => {
      cells.push(codeKey)
      for (const key of keys) cells.push(values[key])
      if (cells.length >= AT_ONCE * WIDTH) end()
    },
    end,
  }
}

/** The parts of a slice again, in their order. */
export function* partsOf(cells: AddSlice): Generator<PlannedAdd> {
  for (let at = 0; at < cells.length; at += WIDTH) {
    const values: Record<string, unknown> = {}
    for (let i = 0; i < keys.length; i += 1) {
      const value = cells[at + 1 + i]
      if (value !== undefined) values[keys[i] as string] = value
    }
    yield { values: values as Partial<PartInFile>, codeKey: cells[at] as string }
  }
}
