// The keys that work on every screen.
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../lib/keys.ts'
import type { Shortcut } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { screensOf } from '../screens.tsx'
import { useAppDispatch, useAppSelector } from '../store.ts'
import { windowActions } from '../window-slice.ts'
import type { ScreenName } from '../window-slice.ts'
import { useLock } from './use-lock.ts'

export const useFrameKeys = (): void => {
  const { t } = useTranslation('frame')
  const dispatch = useAppDispatch()
  const { openScreen, closeOrder } = useNav()
  const active = useAppSelector((state) => state.window.active)
  const hasTabs = useAppSelector((state) => state.window.tabs.length > 0)
  const cardShown = useAppSelector((state) => state.window.keyCard)
  const underneath = useAppSelector((state) => state.window.screen)
  const roles = useAppSelector((state) => state.window.person?.roles)
  const lock = useLock()
  const keys: readonly (Shortcut | false)[] = [
    {
      keys: 'F1',
      label: t('keyCard.open'),
      everywhere: true,
      run: () => dispatch(windowActions.keyCardShown(!cardShown)),
    },
    ...screensOf(roles ?? []).map((screen) => ({
      keys: screen.keys,
      label: t(`screens.${screen.name}`),
      // On an order F9 hands over that one.
      run: () =>
        openScreen(
          screen.name,
          screen.name === 'pickup' && active.kind === 'order' ? { orderId: active.id } : undefined,
        ),
    })),
    { keys: 'Ctrl+L', label: t('status.lock'), everywhere: true, run: () => lock('key') },
    hasTabs && { keys: 'Ctrl+Tab', label: t('tabs.next'), run: () => dispatch(windowActions.tabStepped(1)) },
    hasTabs && {
      keys: 'Ctrl+Shift+Tab',
      label: t('tabs.previous'),
      run: () => dispatch(windowActions.tabStepped(-1)),
    },
    active.kind === 'order' && {
      keys: 'Shift+F4',
      label: t('tabs.closeThis'),
      run: () => closeOrder(active.id),
    },
    {
      keys: 'Escape',
      label: t('keyCard.escape'),
      run: () => stepBack(active.kind === 'order' ? underneath : 'home', openScreen),
    },
  ]
  useShortcuts(keys.map((one) => one && { ...one, general: true }))
}

/** Esc goes one level back: from a field to its screen, from an order to its list, from there home. Nothing typed is lost. */
const stepBack = (back: ScreenName, openScreen: (name: ScreenName) => unknown): void => {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused.matches('input, textarea, [role=listbox], button')) {
    focused.blur()
    document.getElementById('content')?.focus()
    return
  }
  openScreen(back)
}
