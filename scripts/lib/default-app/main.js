// What an unpacked Electron runs first: load the app folder named on the command line, as Electron's own
// default app does. Only the fallback runtime needs it, because that one came with another program inside.
'use strict'
const { app, dialog } = require('electron')
const Module = require('node:module')
const fs = require('node:fs')
const path = require('node:path')

const early = []
let folder
const args = process.argv.slice(1)
for (let i = 0; i < args.length; i++) {
  const arg = args[i]
  if (arg === '-v' || arg === '--version') {
    process.stdout.write(`v${process.versions.electron}\n`)
    process.exit(0)
  } else if (arg === '-r' || arg === '--require') early.push(args[++i])
  else if (!arg.startsWith('-')) {
    folder = path.resolve(arg)
    break
  }
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
if (early.length > 0) Module._preloadModules(early)

if (folder === undefined) {
  process.stderr.write('This Electron runs an app folder: electron <folder>\n')
  process.exit(1)
}
try {
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  if (about.version) app.setVersion(about.version)
  app.setName(about.productName || about.name)
  if (about.desktopName) app.setDesktopName(about.desktopName)
  app.setAppPath(folder)
  Module._load(Module._resolveFilename(folder, null, true), Module, true)
} catch (error) {
  process.stderr.write(`The app in ${folder} did not load:\n${error.stack}\n`)
  if (process.env.DISPLAY && process.stdout.isTTY) dialog.showErrorBox('Electron', String(error.message))
  process.exit(1)
}
