// The two kinds of process that main starts a core in, seen as one kind of port.
import type { FromCore, ToCore } from '#shared/host/protocol.ts'
import type { Port } from './serve.ts'

/** What Electron puts on `process` inside a utility process. */
type ParentPort = {
  on: (name: 'message', listener: (event: { data: ToCore }) => void) => void
  postMessage: (message: FromCore) => void
}

const utilityPort = (parent: ParentPort): Port => ({
  post: (message) => parent.postMessage(message),
  onMessage: (listener) => parent.on('message', (event) => listener(event.data)),
  // Electron ends its utility processes itself when main is gone.
  onClose: () => undefined,
})

const childPort = (): Port => ({
  // A message into a closed channel is dropped: whoever would read it is gone.
  post: (message) => process.connected && process.send?.(message, () => undefined),
  onMessage: (listener) => process.on('message', (message) => listener(message as ToCore)),
  onClose: (listener) => process.once('disconnect', listener),
})

/** The port to main, or undefined when this process was started by hand. */
export const portToMain = (): Port | undefined => {
  const { parentPort } = process as unknown as { parentPort?: ParentPort }
  if (parentPort) return utilityPort(parentPort)
  return process.send ? childPort() : undefined
}
