// The only door from a window into this process. Who knocks is checked first, then how large and how often,
// then the shape; only after that is anything done. This is the one file that may name Electron's ipcMain.
import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { IMPORT_MAX_BYTES } from '#shared/contract/define.ts'
import type { Reply, Request } from '#shared/contract/reply.ts'
import type { WindowEvent } from '#shared/contract/window.ts'
import { APP_ORIGIN } from './app-url.ts'
import { notPlainJson } from './plain-json.ts'
import { createRateLimit } from './rate-limit.ts'

type Answer = (contents: WebContents, request: Request) => Promise<Reply>

const PER_SECOND = 500
const BURST = 2000
const MAX_UNDER_WAY = 500
// The largest parameters of all and the envelope around them; the core knows each procedure's own limit.
const MAX_BYTES = IMPORT_MAX_BYTES + 1024

const known = new Map<WebContents, { mayCall: () => boolean; underWay: number }>()

/** From now on this window may call. */
export const admit = (contents: WebContents): void => {
  const mayCall = createRateLimit({ perSecond: PER_SECOND, burst: BURST, now: () => performance.now() })
  known.set(contents, { mayCall, underWay: 0 })
  contents.once('destroyed', () => known.delete(contents))
}

/** Tells every window something, in its main frame only. */
export const tellWindows = (event: WindowEvent): void => {
  for (const contents of known.keys()) tellWindow(contents, event)
}

export const tellWindow = (contents: WebContents, event: WindowEvent): void => {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send('counter-event', event)
}

/** Answers the calls of all windows. Never throws towards them. */
export const handle = (answer: Answer): void => {
  ipcMain.handle('counter', async (event, said: unknown): Promise<Reply> => {
    const window = isTrusted(event) ? known.get(event.sender) : undefined
    if (!window) return badInput('this page may not call the counter')
    if (!window.mayCall() || window.underWay >= MAX_UNDER_WAY) return badInput('too many requests')
    const wrong = notPlainJson(said, MAX_BYTES)
    if (wrong !== undefined) return badInput(`the request is ${wrong}`)
    const request = requestOf(said)
    if (!request) return badInput('the request does not name a method')
    window.underWay += 1
    try {
      return await answer(event.sender, request)
    } catch {
      return { ok: false, kind: 'fault', faultId: 'main' }
    } finally {
      window.underWay -= 1
    }
  })
}

const isTrusted = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === APP_ORIGIN

const requestOf = (said: unknown): Request | undefined => {
  if (typeof said !== 'object' || said === null) return undefined
  const { method, params, commandId } = said as Record<string, unknown>
  if (typeof method !== 'string' || !/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,60}$/.test(method)) return undefined
  if (commandId === undefined) return { method, params }
  return typeof commandId === 'string' && /^[\w-]{1,80}$/.test(commandId)
    ? { method, params, commandId }
    : undefined
}

const badInput = (message: string): Reply => ({
  ok: false,
  kind: 'badInput',
  issues: [{ path: '', message }],
})
