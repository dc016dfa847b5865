// Refusals that any procedure may answer.
import { z } from 'zod'

export const commonRefusals = {
  /** No shop in this data folder yet: call `shop.setUp`. */
  notSetUp: z.strictObject({}),
  notSignedIn: z.strictObject({}),
  /** A first or reset password must be changed before anything else. */
  passwordMustChange: z.strictObject({}),
  /** One of these roles is needed. */
  notAllowed: z.strictObject({ needs: z.array(z.string()) }),
  /** The disk is full or read-only; nothing was changed, the form stays. */
  storage: z.strictObject({ state: z.string() }),
  /** This commandId was used for another request. */
  commandIdReused: z.strictObject({ commandId: z.string() }),
  /** Done long ago; its answer is no longer kept. */
  alreadyDone: z.strictObject({ commandId: z.string() }),
} as const
