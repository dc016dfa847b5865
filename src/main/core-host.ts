// The two ways to run the core in a process of its own, behind one face: Electron's utility process where its
// Node can load the database driver, a plain Node child everywhere else (development on an old Electron).
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { FromCore, ToCore } from '#shared/host/protocol.ts'

export type CoreProcess = Readonly<{
  pid: number | undefined
  /** Dropped without a word when the process is gone; `onExit` tells. */
  post: (message: ToCore) => void
  onMessage: (listener: (message: FromCore) => void) => void
  /** `how` is for the log only: exit codes of killed utility processes have been seen to be 0. */
  onExit: (listener: (how: string) => void) => void
  kill: () => void
}>

/** Node-API of the database driver; below it the driver takes the whole process down. */
const DRIVER_NAPI = 10

export const canRunDriver = (versions: Readonly<Record<string, string | undefined>>): boolean =>
  Number(versions.napi ?? 0) >= DRIVER_NAPI

// Neither Electron's own switches nor a debugger's reach the core.
// `codeCache`: a folder of this profile where Node keeps compiled code, so that the next start need not compile.
const coreEnv = (env: NodeJS.ProcessEnv, codeCache: string | undefined): NodeJS.ProcessEnv => {
  const kept = Object.entries(env).filter(([name]) => !/^(ELECTRON_|NODE_OPTIONS$|NODE_CHANNEL_)/.test(name))
  return {
    ...Object.fromEntries(kept),
    ...(codeCache === undefined ? {} : { NODE_COMPILE_CACHE: codeCache }),
  }
}

/** A plain Node cannot read inside the program's archive; what it needs lies unpacked beside it. */
export const outsideArchive = (file: string): string =>
  file.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2')

/** The core as a child of `node`. It ends by itself when this process is gone: its channel closes. */
export const startNodeChild = (node: string, file: string, codeCache?: string): CoreProcess => {
  const child: ChildProcess = spawn(node, ['--enable-source-maps', file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'json',
    env: coreEnv(process.env, codeCache),
    windowsHide: true,
  })
  return {
    pid: child.pid,
    post: (message) => child.connected && child.send(message, () => undefined),
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => {
      let told = false
      const tell = (how: string): void => {
        if (!told) listener(how)
        told = true
      }
      child.once('exit', (code, signal) => tell(`exit ${signal ?? code}`))
      child.once('error', (error) => tell(error.message))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** What is used of Electron's `UtilityProcess`, so that this file loads without Electron. */
type UtilityProcess = Readonly<{
  pid?: number | undefined
  postMessage: (message: unknown) => void
  on: (name: 'message', listener: (message: FromCore) => void) => unknown
  once: (name: 'exit', listener: (code: number) => void) => unknown
}>
type Fork = (file: string, args: string[], options: object) => UtilityProcess

/** The core in a utility process; only after the app is ready. */
export const startUtility = (fork: Fork, file: string, codeCache?: string): CoreProcess => {
  const child = fork(file, [], {
    serviceName: 'Repair Counter core',
    stdio: 'inherit',
    env: coreEnv(process.env, codeCache),
  })
  let gone = false
  child.once('exit', () => (gone = true))
  return {
    get pid() {
      return child.pid
    },
    post: (message) => !gone && child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(`exit ${code}`)),
    // Electron's own `kill` only asks (SIGTERM), and a core leaves the end to main.
    kill: () => {
      if (!gone && child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
  }
}
