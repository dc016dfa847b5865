// Which addresses the window may load, as a plain table: an address is in it, letter for letter, or it does
// not exist. Nothing is decoded, joined or normalised, so there is nothing to trick.
import { NONCE_META } from '#shared/contract/window.ts'

export const APP_ORIGIN = 'app://shop'
export const START_PAGE = `${APP_ORIGIN}/index.html`

/** From address to file, for the files below the window's folder given with forward slashes. */
export const addressTable = (files: readonly string[]): ReadonlyMap<string, string> =>
  new Map(files.filter((file) => /^[\w./-]+$/.test(file)).map((file) => [`${APP_ORIGIN}/${file}`, file]))

/** The file of a request's address, or undefined. What follows `#` is the window's own affair. */
export const fileOfAddress = (table: ReadonlyMap<string, string>, address: string): string | undefined => {
  const [page = ''] = address.split('#', 1)
  return table.get(page)
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wasm: 'application/wasm',
}

/** The media type by the name's ending; unknown endings are offered as bytes, which run as nothing. */
export const mediaType = (file: string): string =>
  TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'

/** The policy of one load. Styles made by script carry this load's nonce. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/** The page with the nonce where the window looks for it: `<meta name="csp-nonce" content="…">`. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace(/<head[^>]*>/i, (head) => `${head}\n    <meta name="${NONCE_META}" content="${nonce}">`)
