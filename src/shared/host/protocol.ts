// What main and the core's process say to each other. JSON values only, bytes as base64 text: the channel of
// a Node child would change dates, bytes and NaN without a word.
import type { CoreEvent, Reply, Request } from '#shared/contract/reply.ts'
import type { HostPrintJob, HostPrintResult, HostPrinterInfo } from './printer.ts'

/** The first message; the core opens its data folder on it and answers `ready` or `startFailed`. */
export type Hello = Readonly<{
  type: 'hello'
  dataDir: string
  version: string
  /** Fill the (new, throw-away) folder with demo data first. */
  demo: boolean
  /** 32 bytes in base64 from the system's key store, or null: then the core keeps a key file of its own. */
  passcodeKey: string | null
  /** True where papers are printed by main (`listPrinters`, `print`). */
  hostPrinter: boolean
}>

export type ToCore =
  | Hello
  /** A window or script. `token` is that of an earlier session, so that its person stays signed in. */
  | Readonly<{ type: 'connect'; conn: string; terminal: string; token: string | null }>
  /** `id` is unique in the life of main, and so is the one `reply` to it. */
  | Readonly<{ type: 'call'; conn: string; id: number; request: Request }>
  | Readonly<{ type: 'close'; conn: string }>
  | Readonly<{ type: 'printers'; ask: number; printers: readonly HostPrinterInfo[] }>
  | Readonly<{ type: 'printed'; ask: number; result: HostPrintResult }>
  | Readonly<{ type: 'ping'; n: number }>
  /** Finish what is under way, close the database, answer `drained`. Nothing is taken after it. */
  | Readonly<{ type: 'drain' }>

export type FromCore =
  | Readonly<{ type: 'ready' }>
  | Readonly<{ type: 'startFailed'; reason: StartFailure; message: string }>
  | Readonly<{ type: 'reply'; conn: string; id: number; reply: Reply }>
  | Readonly<{ type: 'event'; conn: string; event: CoreEvent }>
  /** The session of a connection began, changed or ended; always before the reply that tells its window. */
  | Readonly<{ type: 'token'; conn: string; token: string | null }>
  | Readonly<{ type: 'listPrinters'; ask: number }>
  | Readonly<{ type: 'print'; ask: number; job: HostPrintJob }>
  | Readonly<{ type: 'pong'; n: number }>
  | Readonly<{ type: 'drained' }>

/** `inUse` may pass by itself (a predecessor is still ending); the others need a person. */
export type StartFailure = 'inUse' | 'newerDatabase' | 'oldRuntime' | 'other'
