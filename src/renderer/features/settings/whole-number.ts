// Numbers typed as text: full-width digits count, anything else is not a number.

/** `１５` → 15; NaN for anything that is not a whole number of zero or more. */
export const wholeNumber = (text: string): number => {
  const folded = text.normalize('NFKC').trim()
  return /^\d{1,6}$/.test(folded) ? Number(folded) : Number.NaN
}
