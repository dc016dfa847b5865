// Window bounds as they are stored, and whether they still make sense.
import type { Rectangle } from 'electron'

export type Bounds = Rectangle & { maximized: boolean }

/** Bounds from a file that anybody may have edited. */
export const parseBounds = (stored: unknown): Bounds | undefined => {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { x, y, width, height, maximized } = stored as Record<string, unknown>
  const all = [x, y, width, height]
  if (!all.every((one) => Number.isInteger(one) && Math.abs(one as number) < 100_000)) return undefined
  return { x, y, width, height, maximized: maximized === true } as Bounds
}

/** At least a hand's breadth of the title bar is where a mouse can take it. */
export const isReachable = (bounds: Rectangle, area: Rectangle): boolean =>
  bounds.x + bounds.width > area.x + 100 &&
  bounds.x < area.x + area.width - 100 &&
  bounds.y >= area.y - 10 &&
  bounds.y < area.y + area.height - 50
