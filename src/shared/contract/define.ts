// The contract is data: every procedure that a window, a script or a test may call, with the shapes of
// its input and output and the refusals it may answer. Handlers live in src/core; nothing here runs.
import type { z } from 'zod'
import type { Role } from '#shared/domain/staff/roles.ts'

/**
 * Who may call a procedure: `open` without signing in; `signedIn` also while a first password still has to
 * be changed; `staff` everybody who is signed in; a list of roles: any of them.
 */
export type Access = 'open' | 'signedIn' | 'staff' | readonly Role[]

/** Changing something is always a right of the matrix (`may`, `mayGive`), or of everybody for himself (STF-2). */
export type CommandAccess = Exclude<Access, 'staff'>

/** An expected business answer: the code names what is missing, the details say where and how much. */
export type RefusalShapes = Readonly<Record<string, z.ZodType>>

type Shape<I extends z.ZodType, O extends z.ZodType, R extends RefusalShapes> = Readonly<{
  input: I
  output: O
  /** Refusals of this procedure beside the common ones (`common.ts`). */
  refusals: R
  access: Access
  /** Largest request as JSON text, in bytes; `DEFAULT_MAX_BYTES` unless told. */
  maxBytes: number
  /** A sentence for `counter methods`. */
  summary: string
  /** The answer is a secret and is not kept for repeated calls. */
  secretAnswer: boolean
}>

export type Query<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends RefusalShapes = RefusalShapes,
> = Shape<I, O, R> & Readonly<{ kind: 'query' }>

export type Command<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends RefusalShapes = RefusalShapes,
> = Shape<I, O, R> & Readonly<{ kind: 'command' }>

export type Procedure = Query | Command
export type Procedures = Readonly<Record<string, Procedure>>
export type Contract<N extends string = string, P extends Procedures = Procedures> = Readonly<{
  name: N
  procedures: P
}>

/** One message may not be larger than this (bytes of JSON) unless its procedure says so. */
export const DEFAULT_MAX_BYTES = 256 * 1024
/** Photos and signed papers travel as base64 text. */
export const ATTACHMENT_MAX_BYTES = 16 * 1024 * 1024
/** A table of 20 MiB as base64 text, with room for the rest of the message: the largest of all. */
export const IMPORT_MAX_BYTES = 28 * 1024 * 1024

type Options<I, O, R> = {
  summary: string
  input: I
  output: O
  refusals?: R
  access?: Access
  maxBytes?: number
  secretAnswer?: boolean
}

const shape = <I extends z.ZodType, O extends z.ZodType, R extends RefusalShapes>(
  options: Options<I, O, R>,
): Shape<I, O, R> => ({
  input: options.input,
  output: options.output,
  refusals: options.refusals ?? ({} as R),
  access: options.access ?? 'staff',
  maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
  summary: options.summary,
  secretAnswer: options.secretAnswer ?? false,
})

/** A procedure that only reads. */
export const query = <I extends z.ZodType, O extends z.ZodType, const R extends RefusalShapes = {}>(
  options: Options<I, O, R>,
): Query<I, O, R> => ({ kind: 'query', ...shape(options) })

/** A procedure that changes something: it runs in one durable transaction and repeats safely by `commandId`. */
export const command = <I extends z.ZodType, O extends z.ZodType, const R extends RefusalShapes = {}>(
  options: Options<I, O, R> & { access: CommandAccess },
): Command<I, O, R> => ({ kind: 'command', ...shape(options) })

/** A named group of procedures; the wire name of one is `group.procedure`. */
export const contract = <const N extends string, const P extends Procedures>(
  name: N,
  procedures: P,
): Contract<N, P> => ({ name, procedures })
