// The rules of the session that every page shares: no network, no downloads, no spell checker.
import type { Session } from 'electron'
import { APP_ORIGIN } from './app-url.ts'

/** What the window loads from; everything else is cancelled before it leaves the process. */
export const isOwnAddress = (url: string): boolean =>
  url.startsWith(`${APP_ORIGIN}/`) || /^(?:data|blob|devtools):/.test(url)

export const closeSession = (session: Session): void => {
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnAddress(details.url) }))
  // PDFs are saved through main's own dialog (host.savePdf); a page downloads nothing.
  session.on('will-download', (event) => event.preventDefault())
}
