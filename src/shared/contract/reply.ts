// What comes back across a process border: a value, a refusal, bad input, or a fault. Nothing throws.
import type { JsonValue } from '#shared/kernel/result.ts'

export type InputIssue = Readonly<{ path: string; message: string }>

export type Reply<T = JsonValue> =
  | Readonly<{ ok: true; value: T }>
  /** An expected business answer; nothing was changed. */
  | Readonly<{
      ok: false
      kind: 'refusal'
      refusal: Readonly<{ refusal: string } & Record<string, JsonValue>>
    }>
  /** The request did not have the agreed shape; nothing was changed. */
  | Readonly<{ ok: false; kind: 'badInput'; issues: readonly InputIssue[] }>
  /** A bug or an I/O error, logged under this id. The outcome is unknown: repeat with the same commandId. */
  | Readonly<{ ok: false; kind: 'fault'; faultId: string }>

/** One request of a connection (a window, a script). */
export type Request = Readonly<{ method: string; params?: unknown; commandId?: string | undefined }>

/** What the core tells every connection by itself. */
export type CoreEvent =
  | Readonly<{ type: 'changed'; tags: readonly string[] }>
  | Readonly<{ type: 'storage'; state: StorageState }>
  | Readonly<{ type: 'signedOut'; reason: 'passwordReset' | 'deactivated' | 'restored' }>

/** `full` and `readOnly` keep every screen readable; nothing is acknowledged that is not durable. */
export type StorageState = 'ok' | 'full' | 'readOnly' | 'reopening'
