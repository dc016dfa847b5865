// Where the keys go next: a field by its path, now or as soon as it is drawn.
import { stopsOf } from '#renderer/lib/use-enter-key.ts'

export const createFocusRoad = (root: () => HTMLElement | null) => {
  let wanted: string | null = null

  /** The first thing in a spot that takes keys, or the spot's own list. */
  const targetIn = (spot: HTMLElement): HTMLElement | undefined =>
    stopsOf(spot)[0] ??
    [
      ...spot.querySelectorAll<HTMLElement>('[role=listbox][tabindex="0"], [data-autofocus], button, input'),
    ].find((one) => one.getClientRects().length > 0 && !one.hasAttribute('disabled'))

  const arrive = (): boolean => {
    if (wanted === null) return false
    const spot = root()?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(wanted)}"]`)
    const target = spot ? targetIn(spot) : undefined
    if (!target) return false
    wanted = null
    target.focus()
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select()
    target.scrollIntoView({ block: 'nearest' })
    return true
  }

  return {
    to: (path: string): void => {
      wanted = path
      arrive()
    },
    /** Called by every spot when it was drawn. */
    drawn: (): void => void arrive(),
    isWanted: (path: string): boolean => wanted === path,
    forget: (): void => {
      wanted = null
    },
  }
}
export type FocusRoad = ReturnType<typeof createFocusRoad>
