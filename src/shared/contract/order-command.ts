// What every command on one work order has in common: the order, the version that was on the screen, and
// the refusals of the transition table (rule WO-1). Who may give it stands in the table as well.
import { z } from 'zod'
import { mayGive } from '#shared/domain/staff/rights.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import { REFUSAL_CODES, type RefusalCode } from '#shared/domain/work-order/refusals.ts'
import { STATES } from '#shared/domain/work-order/states.ts'
import { command, type RefusalShapes } from './define.ts'
import { id, instant } from './fields.ts'

export const orderState = z.enum(STATES)

/** One order of a command. `ver` is the version that was on the screen: left out, the order is taken as it is. */
export const onOrder = { id, ver: z.int().min(1).optional() }
export const someOrders = z.array(z.strictObject(onOrder)).min(1)

/** Where the command left the order. */
export const moved = z.strictObject({ id, state: orderState, ver: z.int() })
export type Moved = z.infer<typeof moved>

/** Why the table says no: what is missing, and each step that helps. `number` says which order of several. */
export const tableRefusal = z.strictObject({
  command: z.string(),
  state: orderState.nullable(),
  id,
  number: z.string(),
  missing: z.array(z.string()),
  wayOut: z.array(z.record(z.string(), z.json())),
  details: z.record(z.string(), z.json()),
})
export type TableRefusal = z.infer<typeof tableRefusal>

export const unknownOrder = z.strictObject({ field: z.string() })
/** Somebody else acted on the order since: who, when, what, and where it stands now. Nothing was overwritten. */
export const changedMeanwhile = z.strictObject({
  id,
  number: z.string(),
  ver: z.int(),
  by: z.string(),
  at: instant,
  action: z.string(),
  state: orderState,
})

const ofTable = Object.fromEntries(REFUSAL_CODES.map((code) => [code, tableRefusal])) as Record<
  RefusalCode,
  typeof tableRefusal
>
export const orderRefusals = { ...ofTable, unknownOrder, changedMeanwhile } as const

type Fields = Readonly<Record<string, z.ZodType>>

/** A command that the table decides: the people of its `who`, its refusals, and the order after it. */
export const orderCommand = <const F extends Fields, const R extends RefusalShapes = {}>(
  commands: readonly CommandName[],
  options: Readonly<{ summary: string; fields: F; refusals?: R }>,
) =>
  command({
    summary: options.summary,
    input: z.strictObject({ ...onOrder, ...options.fields }),
    output: moved,
    refusals: { ...orderRefusals, ...(options.refusals ?? ({} as R)) },
    access: mayGive(...commands),
  })
