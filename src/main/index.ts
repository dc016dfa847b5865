// The program starts here. The order matters: refuse what is unsafe, take the one-instance lock before any
// file is opened, start the core while Chromium still warms up, then open the window.
import { rmSync } from 'node:fs'
import { Menu, app, dialog, safeStorage, session, utilityProcess } from 'electron'
import type { HostPrinter } from '#shared/host/printer.ts'
import { registerAppScheme, serveWindow } from './app-protocol.ts'
import { ruleChromium } from './chromium-rules.ts'
import { closeEveryPage } from './contents-rules.ts'
import { canRunDriver, outsideArchive, startNodeChild, startUtility } from './core-host.ts'
import type { CoreProcess } from './core-host.ts'
import { superviseCore } from './core-supervisor.ts'
import type { Supervisor, WindowConnection } from './core-supervisor.ts'
import { openCounterWindow } from './counter-window.ts'
import { electronPrinter } from './electron-printer.ts'
import { chooseFolders } from './folders.ts'
import type { Folders } from './folders.ts'
import { answerHost } from './host-procedures.ts'
import { handle, tellWindow, tellWindows } from './ipc.ts'
import { readLaunchOptions } from './launch-options.ts'
import type { LaunchOptions } from './launch-options.ts'
import { openLog } from './log.ts'
import type { MainLog } from './log.ts'
import { passcodeKey } from './passcode-key.ts'
import { denyPermissions } from './permissions.ts'
import { endOrderly, endWithWindow } from './quit.ts'
import { closeSession } from './session-rules.ts'
import { takeSnapshot } from './snapshot.ts'
import { unsafeStart } from './unsafe-start.ts'

/** The terminal that the core notes for what is done in this window. */
const TERMINAL = 'window'

const main = async (): Promise<void> => {
  const refused = unsafeStart()
  if (refused) return stop(refused)
  const options = readLaunchOptions(process.argv.slice(1), process.env, process.cwd())
  const folders = chooseFolders(options)
  if (!app.requestSingleInstanceLock()) {
    throwAway(folders)
    return stop(ALREADY_OPEN)
  }

  ruleChromium(options)
  registerAppScheme()
  closeEveryPage()
  Menu.setApplicationMenu(process.platform === 'darwin' ? macMenu() : null)
  const log = openLog(folders.logFile, Date.now)
  process.on('uncaughtException', (error) => {
    log('error in main', { stack: error.stack })
    process.stderr.write(`${error.stack}\n`)
  })

  if (runsInUtility()) await app.whenReady()
  const supervisor = startCore(options, folders, log)
  await app.whenReady()
  closeSession(session.defaultSession)
  denyPermissions(session.defaultSession)
  serveWindow(session.defaultSession, folders.renderer)
  openWindow(options, folders, supervisor, log)
  endOrderly({ supervisor, log, after: () => throwAway(folders) })
}

const startCore = (options: LaunchOptions, folders: Folders, log: MainLog): Supervisor =>
  superviseCore({
    start: () => startProcess(folders),
    hello: async () => {
      await app.whenReady()
      return {
        dataDir: folders.dataDir,
        version: app.getVersion(),
        demo: options.demo,
        passcodeKey: options.demo ? null : passcodeKey(folders.passcodeKeyFile, safeStorage, log),
      }
    },
    hostPrinter: process.platform === 'linux' ? undefined : latePrinter(),
    onState: (state, message) => {
      if (state === 'down') process.stderr.write(`${message}\n`)
      tellWindows({ type: 'core', state, message })
    },
    log,
  })

// The supervisor exists before the app is ready; sessions and windows do not.
const latePrinter = (): HostPrinter => {
  let printer: HostPrinter | undefined
  const ready = (): HostPrinter => (printer ??= electronPrinter())
  return { list: () => ready().list(), print: (job) => ready().print(job) }
}

const runsInUtility = (): boolean => canRunDriver(process.versions)

const startProcess = (folders: Folders): CoreProcess =>
  runsInUtility()
    ? startUtility(
        (file, args, options) => utilityProcess.fork(file, args, options),
        folders.coreFile,
        folders.codeCache,
      )
    : startNodeChild(
        process.env.REPAIR_COUNTER_NODE ?? folders.ownNode,
        outsideArchive(folders.coreFile),
        folders.codeCache,
      )

const openWindow = (options: LaunchOptions, folders: Folders, supervisor: Supervisor, log: MainLog): void => {
  const window = openCounterWindow({
    preload: folders.preload,
    boundsFile: folders.boundsFile,
    onKeepsDying: () => {
      if (options.gpuOff) return void setTimeout(() => window.webContents.reload(), 1000)
      app.relaunch({ args: [...process.argv.slice(1), '--gpu-off'] })
      app.quit()
    },
    log,
  })
  endWithWindow(window)
  // One connection for the window's whole life: a page that loads anew finds its person still signed in.
  const connection: WindowConnection = supervisor.connect(TERMINAL, (event) =>
    tellWindow(window.webContents, event),
  )
  const snapshotReady = takeSnapshot(window, process.env.REPAIR_COUNTER_SNAPSHOT)
  handle((contents, request) =>
    request.method.startsWith('host.')
      ? answerHost({ dataDir: folders.dataDir, supervisor, snapshotReady }, contents, request)
      : connection.call(request),
  )
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
}

const ALREADY_OPEN =
  '维修前台已经打开，请使用已有的窗口。本次启动没有改动任何数据。 / ' +
  'Repair Counter is already open: use the window that is there. Nothing was changed.'

const stop = (words: string): void => {
  process.stderr.write(`${words}\n`)
  if (process.platform !== 'linux') dialog.showErrorBox('维修前台 Repair Counter', words)
  app.exit(1)
}

const throwAway = (folders: Folders): void => {
  if (folders.throwAway) rmSync(folders.throwAway, { recursive: true, force: true })
}

// A Mac has no copy and paste without a menu that names them.
const macMenu = (): Menu => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])

void main()
