// The port to the cash drawer. What opens it is written down first (`drawer_opening`); a drawer that does not obey
// or is not there changes nothing about the books.

export type CashDrawerPort = Readonly<{
  /** Tells the drawer to open; must not throw. */
  open: (drawerId: string) => void
}>

/** A drawer with a key of its own: nothing is attached. */
export const noCashDrawer: CashDrawerPort = { open: () => undefined }
