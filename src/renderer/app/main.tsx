// The first module of the window. The policy must stand before anything else is evaluated, and only an import
// at run time promises that: a bundler may put what several chunks share before this file. The core is asked
// meanwhile, so that its answers are there when the first screen is.
import './csp.ts'
import type { ConnectCounter } from '#shared/contract/window.ts'
import { askAhead } from '../lib/ask-ahead.ts'
import { createBridge } from '../lib/bridge.ts'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- Window is extended by merging
  interface Window {
    connectCounter: ConnectCounter
  }
}

const bridge = askAhead(createBridge(window.connectCounter), [
  'shop.get',
  'session.current',
  'session.people',
])
void import('./start.tsx').then(({ start }) => start(bridge))
