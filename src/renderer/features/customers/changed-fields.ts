// What of a form differs from what was there: only that is sent, so that two corrections of different facts
// never undo each other.

/** The fields of `now` that differ from `before`. */
export const changedFields = <T extends object>(before: T, now: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof T]),
    ),
  ) as Partial<T>
