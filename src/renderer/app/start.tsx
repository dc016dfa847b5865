// Starts the window: words, wire, store, and only then React.
import './base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import type { Bridge } from '../lib/bridge.ts'
import { BridgeProvider } from '../lib/api.ts'
import { startI18n } from '../lib/i18n.ts'
import { listenToKeys } from '../lib/keys.ts'
import { readPrefs } from '../lib/prefs.ts'
import { App } from './app.tsx'
import { Look } from './look.tsx'
import { createStore } from './store.ts'

export const start = (bridge: Bridge): void => {
  const prefs = readPrefs()
  startI18n(prefs.language ?? 'zh-CN')
  const store = createStore(bridge, prefs)
  listenToKeys(window)

  const root = document.getElementById('root')
  if (!root) throw new Error('no root')
  createRoot(root).render(
    <StrictMode>
      <Provider store={store}>
        <BridgeProvider value={bridge}>
          <Look>
            <App />
          </Look>
        </BridgeProvider>
      </Provider>
    </StrictMode>,
  )
}
