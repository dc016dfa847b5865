// Whether a form says anything new: saving it unchanged is no correction.

/** A field that was left out of a correction counts as emptied, so a form is compared, and sent, as a whole. */
export const isChanged = <T extends object>(before: T, now: T): boolean =>
  JSON.stringify(before) !== JSON.stringify(now)
