// What Chromium is told before it starts: every page in the sandbox, no talk with the outside, no old habits.
import { app } from 'electron'
import { runsAsRoot } from './unsafe-start.ts'

const SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'disable-client-side-phishing-detection',
  'no-pings',
  'no-first-run',
] as const

const FEATURES_OFF = [
  'MediaRouter',
  'OptimizationHints',
  'AutofillServerCommunication',
  'NetworkTimeServiceQuerying',
]

/** Before the app is ready. */
export const ruleChromium = (options: Readonly<{ gpuOff: boolean }>): void => {
  // Also for whatever is made without our factory. It takes `--no-sandbox` off the command line again, without
  // which Chromium does not run as root; there each window's own `sandbox` still keeps Node out of it.
  if (!runsAsRoot()) app.enableSandbox()
  for (const name of SWITCHES) app.commandLine.appendSwitch(name)
  const before = app.commandLine.getSwitchValue('disable-features')
  const features = [...(before ? [before] : []), ...FEATURES_OFF].join(',')
  app.commandLine.appendSwitch('disable-features', features)
  if (options.gpuOff) app.disableHardwareAcceleration()
}
