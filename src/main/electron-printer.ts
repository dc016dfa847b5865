// Prints finished page images through Electron, on systems without a command-line spooler. The pages are
// pictures of exactly the paper's size, so no driver gets to choose a font or a line break.
import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import type { HostPrintJob, HostPrintResult, HostPrinter } from '#shared/host/printer.ts'
import { createWindow } from './create-window.ts'
import { printPage } from './print-page.ts'

const GIVE_UP_MS = 60_000
const PAGE = 'app://print/index.html'

/** `anyWindow` is asked for the system's printers, which Electron only tells through a page. */
export const electronPrinter = (anyWindow: () => BrowserWindow | undefined): HostPrinter => ({
  list: async () => {
    const window = anyWindow() ?? BrowserWindow.getAllWindows()[0]
    const printers = (await window?.webContents.getPrintersAsync().catch(() => [])) ?? []
    return printers.map((one) => ({
      name: one.name,
      isDefault: 'isDefault' in one && one.isDefault === true,
    }))
  },
  print: (job) =>
    withPages(job, (window) => send(window, job)).catch((error: unknown) => ({
      result: 'failed',
      message: (error as Error).message,
    })),
})

/** Loads the pages into a hidden window without script, runs `use`, and takes the window away again. */
export const withPages = async <T>(
  job: Pick<HostPrintJob, 'jobId' | 'pages' | 'widthMm' | 'heightMm'>,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<T> => {
  // In memory and of its own: nothing of a paper is stored, and nothing else can be reached from it.
  const own = session.fromPartition(`print-${job.jobId}`)
  servePages(own, job)
  const window = createWindow({ width: 800, height: 600 }, { session: own, javascript: false })
  try {
    await window.loadURL(PAGE)
    return await use(window)
  } finally {
    window.destroy()
    own.protocol.unhandle('app')
  }
}

const servePages = (own: Session, job: Pick<HostPrintJob, 'pages' | 'widthMm' | 'heightMm'>): void => {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.protocol.handle('app', (request) => {
    if (request.url === PAGE) {
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
      }
      return new Response(printPage(job), { headers })
    }
    const number = /^app:\/\/print\/(\d{1,4})\.png$/.exec(request.url)?.[1]
    const page = number === undefined ? undefined : job.pages[Number(number)]
    if (page === undefined) return new Response('', { status: 404 })
    return new Response(Buffer.from(page, 'base64'), { headers: { 'Content-Type': 'image/png' } })
  })
}

const send = (window: BrowserWindow, job: HostPrintJob): Promise<HostPrintResult> =>
  new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ result: 'failed', message: 'the printer did not answer' }),
      GIVE_UP_MS,
    )
    // No dpi here: with it and a page size newer Electrons print tiny (electron/electron#50785).
    const options = {
      silent: true,
      printBackground: true,
      deviceName: job.printer,
      copies: job.copies,
      margins: { marginType: 'none' as const },
      pageSize: { width: Math.round(job.widthMm * 1000), height: Math.round(job.heightMm * 1000) },
    }
    window.webContents.print(options, (ok, problem) => {
      clearTimeout(timer)
      resolve(ok ? { result: 'sent', message: '' } : { result: 'failed', message: problem })
    })
  })
