// Which pieces of a part sit in the machine after all that was said to be used and taken back (rule PRT-6). Pure.

/** An entry of what was used; below zero: taken back. */
export type UseEntry = Readonly<{
  quantity: number
  newSerials: readonly string[]
  oldSerials: readonly string[]
  /** Of a use: why no old part came out. */
  reason: string
  at: number
}>

export type SittingPiece = Readonly<{
  /** '' where the part is not tracked by serial. */
  serial: string
  /** What came out for it, as it was read; '' where nobody read one. */
  oldSerial: string
  quantity: number
  at: number
  /** An old part came out for it. */
  replaces: boolean
}>

/** One piece for each serial; a part without serials is one piece for each use of it. What is taken back is the latest. */
export const sittingPieces = (entries: readonly UseEntry[]): SittingPiece[] => {
  const pieces: SittingPiece[] = []
  for (const { quantity, newSerials, oldSerials, reason, at } of entries) {
    const replaces = reason === ''
    if (quantity < 0) takeBack(pieces, -quantity, newSerials)
    else if (newSerials.length === 0)
      pieces.push({ serial: '', oldSerial: oldSerials.join(' '), quantity, at, replaces })
    else
      for (const [index, serial] of newSerials.entries())
        pieces.push({
          serial,
          oldSerial: oldSerials[index] ?? '',
          quantity: quantity / newSerials.length,
          at,
          replaces,
        })
  }
  return pieces
}

const takeBack = (pieces: SittingPiece[], quantity: number, serials: readonly string[]): void => {
  if (serials.length > 0) {
    for (const serial of serials) {
      const at = pieces.findIndex((piece) => piece.serial === serial)
      if (at >= 0) pieces.splice(at, 1)
    }
    return
  }
  let left = quantity
  while (left > 0) {
    const last = pieces.pop()
    if (!last) return
    if (last.quantity > left) pieces.push({ ...last, quantity: last.quantity - left })
    left -= Math.min(left, last.quantity)
  }
}
