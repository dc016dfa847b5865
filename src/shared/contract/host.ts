// What main itself does for a window, beside the core: dialogs and the state of the core. Validated like every
// other procedure, but not part of the core's contracts: scripts have no window and cannot call these.
import { z } from 'zod'
import { ATTACHMENT_MAX_BYTES, command, contract, IMPORT_MAX_BYTES, query } from './define.ts'
import type { Procedure } from './define.ts'
import { base64, nothing } from './fields.ts'

const TABLE_MAX_BYTES = 20 * 1024 * 1024
const saving = {
  cancelled: z.strictObject({}),
  /** The disk refused; nothing of that name was changed. */
  cannotWrite: z.strictObject({ fileName: z.string(), code: z.string() }),
}

export const hosts = contract('host', {
  savePdf: command({
    summary: 'Asks the person where to save a PDF and writes it durably.',
    input: z.strictObject({
      fileName: z.string().min(1).max(200),
      pdf: base64((ATTACHMENT_MAX_BYTES / 4) * 3 - 4096).startsWith('JVBERi0', 'not a PDF'),
    }),
    output: z.strictObject({ fileName: z.string() }),
    refusals: saving,
    access: 'open',
    maxBytes: ATTACHMENT_MAX_BYTES,
  }),
  saveTable: command({
    summary: 'Asks the person where to save a table and writes it durably.',
    input: z.strictObject({
      fileName: z.string().min(1).max(200),
      format: z.enum(['csv', 'xlsx']),
      data: base64(TABLE_MAX_BYTES),
    }),
    output: z.strictObject({ fileName: z.string() }),
    refusals: saving,
    access: 'open',
    maxBytes: IMPORT_MAX_BYTES,
  }),
  openDataFolder: command({
    summary: "Shows the data folder in the system's file manager.",
    input: nothing,
    output: z.strictObject({ folder: z.string() }),
    refusals: { cannotOpen: z.strictObject({ folder: z.string() }) },
    access: 'open',
  }),
  snapshotReady: command({
    summary: 'The first screen is complete: a picture may be taken of it.',
    input: nothing,
    output: nothing,
    access: 'open',
  }),
  coreState: query({
    summary: 'Whether the core runs, for a window that was loaded after the last event about it.',
    input: nothing,
    output: z.strictObject({ state: z.enum(['up', 'restarting', 'down']), message: z.string() }),
    access: 'open',
  }),
  retryCore: command({
    summary: 'Starts the core again after it was given up.',
    input: nothing,
    output: nothing,
    access: 'open',
  }),
})

type HostProcedures = (typeof hosts)['procedures']
/** Wire names: `host.savePdf`. */
export type HostMethod = `host.${keyof HostProcedures & string}`
type OfMethod<M extends HostMethod> = M extends `host.${infer N extends keyof HostProcedures & string}`
  ? HostProcedures[N]
  : never
export type HostParams<M extends HostMethod> = z.input<OfMethod<M>['input']>
export type HostValue<M extends HostMethod> = z.output<OfMethod<M>['output']>

/** Every procedure of main by its wire name. */
export const hostProcedures: ReadonlyMap<string, Procedure> = new Map(
  Object.entries(hosts.procedures).map(([name, p]) => [`host.${name}`, p as Procedure]),
)
