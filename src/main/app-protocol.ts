// Serves the window's own files as app://shop/…, so that no file: address is ever needed.
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { protocol } from 'electron'
import type { Session } from 'electron'
import { addressTable, contentSecurityPolicy, fileOfAddress, mediaType, withNonce } from './app-url.ts'

/** Before the app is ready: makes `app:` a scheme with an origin of its own. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves what lies in `folder` now; files that come later are not served. */
export const serveWindow = (session: Session, folder: string): void => {
  const table = addressTable(filesBelow(folder))
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileOfAddress(table, request.url) : undefined
    if (file === undefined) return new Response('', { status: 404, headers: HEADERS })
    const bytes = await readFile(join(folder, file)).catch(() => undefined)
    if (!bytes) return new Response('', { status: 500, headers: HEADERS })
    return file.endsWith('.html') ? page(bytes.toString('utf8')) : resource(file, bytes)
  })
}

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const page = (html: string): Response => {
  const nonce = randomBytes(18).toString('base64')
  const headers = {
    ...HEADERS,
    'Content-Type': mediaType('index.html'),
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    // A stored page would come back with an old nonce.
    'Cache-Control': 'no-store',
  }
  return new Response(withNonce(html, nonce), { headers })
}

const resource = (file: string, bytes: Uint8Array): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { ...HEADERS, 'Content-Type': mediaType(file) } })

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path).map((file) => `${entry.name}/${file}`)
    return entry.isFile() ? [relative(folder, path).split(sep).join('/')] : []
  })
