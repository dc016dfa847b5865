// How a screen opens another one.
import { useAppDispatch } from '../app/store.ts'
import { windowActions } from '../app/window-slice.ts'
import type { Notice, ScreenName, ScreenParams } from '../app/window-slice.ts'

export const useNav = () => {
  const dispatch = useAppDispatch()
  return {
    /** Without params the screen is shown as it was left. */
    openScreen: (name: ScreenName, params?: ScreenParams) =>
      dispatch(windowActions.screenOpened({ name, params })),
    /** A work tab; `title` is the order's number, or empty until the screen has read it and calls `titleOrder`. */
    openOrder: (id: string, title = '') => dispatch(windowActions.orderOpened({ id, title })),
    titleOrder: (id: string, title: string) => dispatch(windowActions.orderTitled({ id, title })),
    closeOrder: (id: string) => dispatch(windowActions.orderClosed(id)),
    /** One line at the foot, read out, gone after a while. Never a dialog. */
    notice: (tone: Notice['tone'], text: string) => dispatch(windowActions.noticed({ tone, text })),
  }
}
