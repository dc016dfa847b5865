// Joins a contract with its handlers. The types make a missing or wrong handler a compile error; the
// registry makes it a start-up error for whoever gets around them.
import type { z } from 'zod'
import type { Command, Contract, Procedure, Procedures, Query } from '#shared/contract/define.ts'
import type { Answer, CommandContext, PrepareContext, QueryContext } from './context.ts'

type Out<P extends Procedure> = z.input<P['output']>
type In<P extends Procedure> = z.output<P['input']>

/** Slow work that must not happen inside a transaction (hashing a password, writing a photo) is prepared first. */
export type Prepared<P extends Procedure, T> = Readonly<{
  prepare: (ctx: PrepareContext, input: In<P>) => Promise<Answer<T>>
  run: (ctx: CommandContext, input: In<P>, prepared: T) => Answer<Out<P>>
}>

export type HandlerOf<P extends Procedure> = P extends Query
  ? (ctx: QueryContext, input: In<P>) => Answer<Out<P>> | Promise<Answer<Out<P>>>
  : P extends Command
    ? // oxlint-disable-next-line typescript/no-explicit-any -- each command chooses its own prepared type
      ((ctx: CommandContext, input: In<P>) => Answer<Out<P>>) | Prepared<P, any>
    : never

export type Handlers<P extends Procedures> = { readonly [K in keyof P]: HandlerOf<P[K]> }

export type Entry = Readonly<{ method: string; procedure: Procedure; handler: HandlerOf<Procedure> }>

/** The entries of one contract; `implement(orders, { list: …, amend: … })`. */
export const implement = <N extends string, P extends Procedures>(
  contract: Contract<N, P>,
  handlers: Handlers<P>,
): readonly Entry[] =>
  Object.entries(contract.procedures).map(([name, procedure]) => {
    const handler = handlers[name]
    if (!handler) throw new Error(`${contract.name}.${name} has no handler`)
    return { method: `${contract.name}.${name}`, procedure, handler: handler as HandlerOf<Procedure> }
  })

/** With its types, a handler that prepares first. */
export const prepared = <P extends Procedure, T>(handler: Prepared<P, T>): Prepared<P, T> => handler
