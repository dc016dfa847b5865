// What was typed into a form becomes what the contract asks for, or is named with its field. Pure.
import type { InputIssue } from '#shared/contract/reply.ts'
import { parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'

/** As `MoneyInput` tells it: null where nothing stands, undefined where it cannot be read. */
export type TypedFen = number | null | undefined

export type Read<T> = Readonly<{ input: T; issues: readonly InputIssue[] }>

/** Reads typed fields one by one; what is wrong is kept under `at` + path. */
export const createReading = (at: '' | 'changes.') => {
  const issues: InputIssue[] = []
  const wrong = (path: string, message: string): void => {
    issues.push({ path: `${at}${path}`, message })
  }
  const orNull = (path: string, fen: TypedFen): number | null => {
    if (fen === undefined) wrong(path, 'not an amount')
    return fen ?? null
  }
  return {
    issues,
    wrong,
    required: (path: string, text: string): string => {
      if (text.trim() === '') wrong(path, 'must not be empty')
      return text
    },
    fenOrNull: orNull,
    fen: (path: string, typed: TypedFen): number => {
      if (typed === null) wrong(path, 'must not be empty')
      return orNull(path, typed) ?? 0
    },
    /** Nothing typed is `empty`. */
    whole: <E>(path: string, text: string, empty: E): number | E => {
      const folded = text.normalize('NFKC').trim()
      if (folded === '') return empty
      if (/^\d{1,10}$/.test(folded)) return Number(folded)
      wrong(path, 'not a whole number')
      return empty
    },
    quantity: (path: string, text: string, empty: number): number => {
      if (text.trim() === '') return empty
      const quantity = parseQuantity(text)
      if (!isRefused(quantity)) return quantity
      wrong(path, 'not a quantity')
      return empty
    },
  }
}

/** The prices of groups; a group without one pays the standard price. */
export const groupPricesOf = (
  company: number | null,
  peer: number | null,
): { company?: number; peer?: number } => ({
  ...(company === null ? {} : { company }),
  ...(peer === null ? {} : { peer }),
})

/** Only what is not as it was. */
export const differing = <T extends object>(before: object, now: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[key]),
    ),
  ) as Partial<T>
