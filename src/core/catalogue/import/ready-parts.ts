// New parts made ready for their transaction while the worker still reads the file: their rows, the fields of their
// operations, their search words. A slice at a time, so that others get their answers in between.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PrepareContext } from '#core/command/context.ts'
import { readyRow } from '#core/command/ready-row.ts'
import type { ReadyRow } from '#core/command/ready-row.ts'
import type { SearchablePart } from '#core/search/index.ts'
import { type AddSlice, partsOf, type PlannedAdd } from './add-slices.ts'
import { newFields } from './fields.ts'

export type ReadyPart = Readonly<{ row: ReadyRow; tokens: string }>

type Making = Pick<PrepareContext, 'now'> & Readonly<{ services: Pick<PrepareContext['services'], 'tokens'> }>

const readyPart = ({ now, services }: Making, { values, codeKey }: PlannedAdd): ReadyPart => {
  const fields = newFields(values)
  fields['createdAt'] = now
  const tokens = services.tokens.partTokens(fields as SearchablePart)
  return { row: readyRow('part', fields, { code_key: codeKey }), tokens }
}

export const readyParts = (
  ctx: Making,
): Readonly<{
  take: (slice: AddSlice) => void
  /** Whatever was taken until now, in its order. */
  all: () => Promise<readonly ReadyPart[]>
  /** Nothing of it is wanted any more. */
  drop: () => void
}> => {
  const ready: ReadyPart[] = []
  let isWanted = true
  let last = ctx.services.tokens.load()
  return {
    take: (slice) => {
      last = last.then(async () => {
        await nextTurn()
        if (isWanted) for (const part of partsOf(slice)) ready.push(readyPart(ctx, part))
      })
      // Whoever asks for all hears of it.
      last.catch(() => undefined)
    },
    all: async () => {
      await last
      return ready
    },
    drop: () => {
      isWanted = false
    },
  }
}
