// The store: this window's own state and the cache of what the core answered. Events of the core keep both true.
import { configureStore } from '@reduxjs/toolkit'
import { useDispatch, useSelector } from 'react-redux'
import type { WindowEvent } from '#shared/contract/window.ts'
import { coreApi } from '../lib/api.ts'
import type { StoreExtra } from '../lib/api.ts'
import type { Bridge } from '../lib/bridge.ts'
import type { Prefs } from '../lib/prefs.ts'
import { keepPrefs } from '../lib/prefs.ts'
import { TAG_TYPES, tagsOfChange } from '../lib/tags.ts'
import { onVerbAsked } from '../lib/verb-request.ts'
import { initialWindow, windowActions, windowReducer } from './window-slice.ts'

export const createStore = (bridge: Bridge, prefs: Prefs) => {
  const extra: StoreExtra = { call: bridge.call }
  const store = configureStore({
    reducer: { window: windowReducer, [coreApi.reducerPath]: coreApi.reducer },
    preloadedState: { window: { ...initialWindow, prefs } },
    middleware: (defaults) =>
      defaults({ thunk: { extraArgument: extra }, immutableCheck: false, serializableCheck: false }).concat(
        coreApi.middleware,
      ),
  })

  /** After a restart, a restore or a sign-in nothing that was read before can be trusted. */
  const refetchAll = () => store.dispatch(coreApi.util.invalidateTags([...TAG_TYPES]))

  const onEvent = (event: WindowEvent) => {
    if (event.type === 'changed') store.dispatch(coreApi.util.invalidateTags([...tagsOfChange(event)]))
    if (event.type === 'storage') store.dispatch(windowActions.storageChanged(event.state))
    if (event.type === 'signedOut') store.dispatch(windowActions.locked(event.reason))
    if (event.type === 'quitting') store.dispatch(windowActions.quitBegan())
    if (event.type !== 'core') return
    store.dispatch(windowActions.coreChanged({ state: event.state, message: event.message }))
    if (event.state === 'up') refetchAll()
  }
  bridge.listen(onEvent)
  bridge.onRefusal((code) => {
    if (code === 'notSignedIn') store.dispatch(windowActions.locked('signedOut'))
  })

  onVerbAsked((id) => store.dispatch(windowActions.orderOpened({ id, title: '' })))

  let kept = prefs
  store.subscribe(() => {
    const now = store.getState().window.prefs
    if (now !== kept) keepPrefs((kept = now))
  })
  return store
}

export type Store = ReturnType<typeof createStore>
export type RootState = ReturnType<Store['getState']>
export const useAppDispatch = useDispatch.withTypes<Store['dispatch']>()
export const useAppSelector = useSelector.withTypes<RootState>()
