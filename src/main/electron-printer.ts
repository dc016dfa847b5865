// Prints finished page images through Electron, on systems without a command-line spooler. The pages are
// pictures of exactly the paper's size, so no driver gets to choose a font or a line break.
import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import type { HostPrintJob, HostPrintResult, HostPrinter } from '#shared/host/printer.ts'
import { createWindow } from './create-window.ts'
import { printPage } from './print-page.ts'

type Pages = Pick<HostPrintJob, 'pages' | 'widthMm' | 'heightMm'>

const GIVE_UP_MS = 60_000

/** A printer for the core; call once, after the app is ready. */
export const electronPrinter = (): HostPrinter => {
  const withPages = pageServer()
  return {
    // Electron tells the system's printers through a page only; any will do.
    list: async () => {
      const printers = await BrowserWindow.getAllWindows()[0]
        ?.webContents.getPrintersAsync()
        .catch(() => [])
      return (printers ?? []).map((one) => ({
        name: one.name,
        isDefault: 'isDefault' in one && one.isDefault === true,
      }))
    },
    print: (job) => withPages(job, (window) => send(window, job)).catch(failed),
  }
}

/** Answers a function that shows pages in a hidden window without script, for as long as `use` needs it. */
export const pageServer = (): (<T>(
  pages: Pages,
  use: (window: BrowserWindow) => Promise<T>,
) => Promise<T>) => {
  // In memory and of its own: nothing of a paper is stored, and nothing else can be reached from it.
  const own = session.fromPartition('print')
  const shown = new Map<string, Pages>()
  let last = 0
  servePages(own, shown)
  return async (pages, use) => {
    last += 1
    const number = String(last)
    shown.set(number, pages)
    const window = createWindow({ width: 800, height: 600 }, { session: own, javascript: false })
    try {
      await window.loadURL(`app://print/${number}/index.html`)
      return await use(window)
    } finally {
      window.destroy()
      shown.delete(number)
    }
  }
}

const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
}

const servePages = (own: Session, shown: ReadonlyMap<string, Pages>): void => {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.protocol.handle('app', (request) => {
    const [, number = '', name = ''] = /^app:\/\/print\/(\d+)\/([\w.]+)$/.exec(request.url) ?? []
    const pages = shown.get(number)
    if (pages && name === 'index.html') return new Response(printPage(pages), { headers: PAGE_HEADERS })
    const picture = pages?.pages[Number.parseInt(name, 10)]
    if (picture === undefined) return new Response('', { status: 404 })
    return new Response(Buffer.from(picture, 'base64'), { headers: { 'Content-Type': 'image/png' } })
  })
}

const send = (window: BrowserWindow, job: HostPrintJob): Promise<HostPrintResult> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failed(new Error('the printer did not answer'))), GIVE_UP_MS)
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
      resolve(ok ? { result: 'sent', message: '' } : failed(new Error(problem)))
    })
  })

const failed = (error: unknown): HostPrintResult => ({ result: 'failed', message: (error as Error).message })
