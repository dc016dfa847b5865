// Rules for every page that ever exists in this program, whoever made it: it stays where it is.
import { app } from 'electron'
import { START_PAGE } from './app-url.ts'

export const closeEveryPage = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      // A page may only load itself anew (the way out of an error screen).
      if (!(event.isMainFrame && isStartPage(event.url) && isStartPage(contents.getURL())))
        event.preventDefault()
    })
    contents.on('will-navigate', (event, url) => {
      if (!(isStartPage(url) && isStartPage(contents.getURL()))) event.preventDefault()
    })
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
  app.on('login', (event) => event.preventDefault())
}

const isStartPage = (url: string): boolean => url.split('#', 1)[0] === START_PAGE
