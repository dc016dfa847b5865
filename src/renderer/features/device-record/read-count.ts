// A count as people type it: full-width digits of an input method and thousands apart count too. Pure.

/** Null for anything that is no whole number. */
export const readCount = (typed: string): number | null => {
  const digits = typed.normalize('NFKC').replaceAll(/[\s,，]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

/** `12,345`, the same in both languages. */
export const formatCount = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
