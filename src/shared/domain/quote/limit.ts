// How far the shop may go without asking again (rule QUO-5): the accepted quote, else the limit agreed at intake.

/** The customer's last word, fen; null if nothing was agreed. A quote may exceed the limit: accepting it is his new word. */
export const agreedAmount = (acceptedFen: number | null, limitFen: number | null): number | null =>
  acceptedFen ?? limitFen

/** Whether what the customer is charged needs a new confirmation. */
export const exceedsAgreed = (chargedFen: number, agreedFen: number | null): boolean =>
  agreedFen !== null && chargedFen > agreedFen
