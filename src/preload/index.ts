// All that the window gets from outside its sandbox: one function. No event object, no channel name and
// nothing of Electron crosses the bridge.
import { contextBridge, ipcRenderer } from 'electron'
import type { Reply } from '#shared/contract/reply.ts'
import type { ConnectCounter, WindowEvent } from '#shared/contract/window.ts'

const listeners: ((event: WindowEvent) => void)[] = []
ipcRenderer.on('counter-event', (_event, data: WindowEvent) => {
  for (const tell of listeners) tell(data)
})

// What cannot even be sent (a symbol, a cycle of proxies) is bad input, not an exception in the window.
const unsendable = (): Reply => ({
  ok: false,
  kind: 'badInput',
  issues: [{ path: '', message: 'the request cannot be sent' }],
})

const connectCounter: ConnectCounter = (onEvent) => {
  listeners.push(onEvent)
  return (method, params, commandId) =>
    ipcRenderer.invoke('counter', { method, params, commandId }).catch(unsendable)
}

contextBridge.exposeInMainWorld('connectCounter', connectCounter)
