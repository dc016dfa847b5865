// The state of this window alone: which screen and tabs are open, who sits here, how the core runs. What the
// shop knows lives in the core and is read through lib/api.ts.
import { createSlice } from '@reduxjs/toolkit'
import type { PayloadAction } from '@reduxjs/toolkit'
import type { StorageState } from '#shared/contract/reply.ts'
import type { SignedIn } from '#shared/contract/session.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import type { CoreState } from '#shared/contract/window.ts'
import type { Prefs } from '../lib/prefs.ts'
import { DEFAULT_PREFS } from '../lib/prefs.ts'

export const MAX_TABS = 9

/** What the rail shows, besides the order tabs. `screens.tsx` has one entry for each. */
export type ScreenName =
  | 'home'
  | 'intake'
  | 'pickup'
  | 'board'
  | 'orders'
  | 'customer'
  | 'custody'
  | 'review'
  | 'catalogue'
  | 'stock'
  | 'settings'
/** Something a screen is opened with, such as the customer of a new intake. */
export type ScreenParams = Readonly<Record<string, JsonValue>>
export type OrderTab = Readonly<{ id: string; title: string }>
export type Active = Readonly<{ kind: 'screen'; name: ScreenName }> | Readonly<{ kind: 'order'; id: string }>

/** Why nobody may work in this window right now; forms stay as they are underneath. */
export type LockReason = 'key' | 'idle' | 'signedOut' | 'passwordReset' | 'deactivated' | 'restored'

/** A line at the foot that needs no answer: an unknown scan, a tab that was put away. */
export type Notice = Readonly<{ seq: number; tone: 'bad' | 'good' | 'plain'; text: string }>

export type WindowState = Readonly<{
  prefs: Prefs
  person: SignedIn | null
  lock: LockReason | null
  core: Readonly<{ state: CoreState; message: string }>
  storage: StorageState
  /** The program ends in a moment. */
  quitting: boolean
  screen: ScreenName
  active: Active
  opened: Readonly<Partial<Record<ScreenName, { params: ScreenParams; seq: number }>>>
  tabs: readonly OrderTab[]
  notice: Notice | null
  keyCard: boolean
  seq: number
}>

const initial: WindowState = {
  prefs: DEFAULT_PREFS,
  person: null,
  lock: null,
  core: { state: 'restarting', message: '' },
  storage: 'ok',
  quitting: false,
  screen: 'home',
  active: { kind: 'screen', name: 'home' },
  opened: {},
  tabs: [],
  notice: null,
  keyCard: false,
  seq: 0,
}

const slice = createSlice({
  name: 'window',
  initialState: initial as WindowState,
  reducers: {
    prefsChanged: (state, { payload }: PayloadAction<Partial<Prefs>>) => ({
      ...state,
      prefs: { ...state.prefs, ...payload },
    }),
    /** Somebody else gets an empty desk; the same person finds everything as it was left. */
    personSignedIn: (state, { payload }: PayloadAction<SignedIn>) => {
      const same = state.person?.staffId === payload.staffId
      const desk = same ? state : { ...initial, prefs: state.prefs, storage: state.storage, core: state.core }
      return { ...desk, person: payload, lock: null }
    },
    personLeft: (state) => ({ ...initial, prefs: state.prefs, storage: state.storage, core: state.core }),
    locked: (state, { payload }: PayloadAction<LockReason>) =>
      state.person === null ? state : { ...state, lock: state.lock ?? payload, keyCard: false },
    coreChanged: (state, { payload }: PayloadAction<WindowState['core']>) => ({ ...state, core: payload }),
    quitBegan: (state) => ({ ...state, quitting: true }),
    storageChanged: (state, { payload }: PayloadAction<StorageState>) => ({ ...state, storage: payload }),
    screenOpened: (
      state,
      { payload: { name, params } }: PayloadAction<{ name: ScreenName; params?: ScreenParams | undefined }>,
    ) => {
      const seq = state.seq + 1
      const now = params ?? state.opened[name]?.params ?? {}
      return {
        ...state,
        seq,
        screen: name,
        active: { kind: 'screen', name },
        opened: {
          ...state.opened,
          [name]: { params: now, seq: params ? seq : (state.opened[name]?.seq ?? seq) },
        },
      }
    },
    /** The tenth order takes the place of the oldest tab. */
    orderOpened: (state, { payload }: PayloadAction<OrderTab>) => {
      const known = state.tabs.some((tab) => tab.id === payload.id)
      const kept = known
        ? state.tabs.map((tab) => (tab.id === payload.id && payload.title !== '' ? payload : tab))
        : [...state.tabs, payload].slice(-MAX_TABS)
      return { ...state, tabs: kept, active: { kind: 'order', id: payload.id } }
    },
    orderTitled: (state, { payload }: PayloadAction<OrderTab>) => ({
      ...state,
      tabs: state.tabs.map((tab) => (tab.id === payload.id ? payload : tab)),
    }),
    orderClosed: (state, { payload: id }: PayloadAction<string>) => {
      const at = state.tabs.findIndex((tab) => tab.id === id)
      if (at < 0) return state
      const tabs = state.tabs.filter((tab) => tab.id !== id)
      if (state.active.kind !== 'order' || state.active.id !== id) return { ...state, tabs }
      const next = tabs[Math.min(at, tabs.length - 1)]
      return {
        ...state,
        tabs,
        active: next ? { kind: 'order', id: next.id } : { kind: 'screen', name: state.screen },
      }
    },
    /** Ctrl+Tab: the screen of the rail and the order tabs in a ring. */
    tabStepped: (state, { payload: step }: PayloadAction<1 | -1>) => {
      const ring: Active[] = [
        { kind: 'screen', name: state.screen },
        ...state.tabs.map((tab): Active => ({ kind: 'order', id: tab.id })),
      ]
      const { active } = state
      const at = active.kind === 'screen' ? 0 : 1 + state.tabs.findIndex((tab) => tab.id === active.id)
      return { ...state, active: ring[(at + step + ring.length) % ring.length] ?? active }
    },
    noticed: (state, { payload }: PayloadAction<Omit<Notice, 'seq'>>) => {
      const seq = state.seq + 1
      return { ...state, seq, notice: { ...payload, seq } }
    },
    noticeGone: (state) => ({ ...state, notice: null }),
    keyCardShown: (state, { payload }: PayloadAction<boolean>) => ({ ...state, keyCard: payload }),
  },
})

export const windowReducer = slice.reducer
export const windowActions = slice.actions
export const initialWindow = initial
