// Printing through the window's process, where the system has no command-line spooler: what the core asks for.

/** One job: every page as a PNG in base64, all of one size in millimetres. */
export type HostPrintJob = Readonly<{
  jobId: string
  pages: readonly string[]
  widthMm: number
  heightMm: number
  /** The system's name of the printer, as `list` gave it. */
  printer: string
  copies: number
}>

export type HostPrintResult = Readonly<{ result: 'sent' | 'failed'; message: string }>
export type HostPrinterInfo = Readonly<{ name: string; isDefault: boolean }>

/** Given to the core where printing goes through Electron. Neither function rejects. */
export type HostPrinter = Readonly<{
  list: () => Promise<readonly HostPrinterInfo[]>
  print: (job: HostPrintJob) => Promise<HostPrintResult>
}>
