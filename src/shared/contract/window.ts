// The one function that a window is given, and what it is told unasked. The preload exposes it as
// `window.connectCounter`; the window's own code declares that global with `ConnectCounter`.
import type { CoreEvent, Reply } from './reply.ts'

/**
 * `restarting` holds also for the first start; calls made meanwhile wait. After each `up` read everything
 * again. In `down` every call is answered with a fault; `message` is in plain words, Chinese and English,
 * and `host.retryCore` tries again.
 */
export type CoreState = 'up' | 'restarting' | 'down'

export type WindowEvent =
  | CoreEvent
  | Readonly<{ type: 'core'; state: CoreState; message: string }>
  /** The program ends in a moment: save drafts now. */
  | Readonly<{ type: 'quitting' }>

/** Faults that no log of the core knows: the core was down, or died twice over this very call. */
export const HOST_FAULTS = { down: 'core-down', died: 'core-died', quitting: 'quitting' } as const

/** Calls a procedure of the contract (`visit.create`) or of main (`host.savePdf`). Never rejects. */
export type CallCounter = (method: string, params?: unknown, commandId?: string) => Promise<Reply>

/** Call once at start; every caller hears every event until the page is loaded anew. */
export type ConnectCounter = (onEvent: (event: WindowEvent) => void) => CallCounter

/** Where the window finds the nonce of this load, for ConfigProvider's `csp` and every style element. */
export const NONCE_META = 'csp-nonce'
