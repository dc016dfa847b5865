// The one place where windows are made, so that none is ever made with fewer walls than the others.
import { BrowserWindow } from 'electron'
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/** The walls of every window; tests compare them with what a live window says of itself. */
export const WALLS = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
} as const satisfies WebPreferences

/** Makes a hidden window; `preferences` may add to the walls, never open one. */
export const createWindow = (
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
  preferences: Omit<WebPreferences, keyof typeof WALLS> = {},
): BrowserWindow =>
  new BrowserWindow({
    show: false,
    autoHideMenuBar: true,
    ...options,
    webPreferences: { ...preferences, ...WALLS },
  })
