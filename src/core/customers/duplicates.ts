// Who a new customer may already be (rule INT-6): the same number nearly certainly, the same name with the
// same company or with a number one digit off as a hint. Shown, never refused: a family shares a telephone.
import type { Duplicate } from '#shared/contract/customers.ts'
import { normalisePhone, phoneMatch } from '#shared/kernel/phone.ts'
import { fold } from '#shared/kernel/text.ts'
import type { QueryContext } from '#core/command/context.ts'
import { phoneAsSeen, seesPhones } from '#core/own-jobs/index.ts'
import { customersByNameKey, customersByPhone, readPhones } from './repository.ts'
import type { CustomerBrief } from './repository.ts'

export type Likeness = Readonly<{ name: string; company: string; phones: readonly string[] }>

export const findDuplicates = (
  { db, actor }: Pick<QueryContext, 'db' | 'actor'>,
  person: Likeness,
  areaCode: string,
): Duplicate[] => {
  const sees = seesPhones(actor)
  const keys = person.phones.flatMap((given) => phoneMatch(normalisePhone(given, areaCode || undefined)).keys)
  const found = new Map<string, Duplicate>()
  const add = (brief: CustomerBrief, because: Duplicate['because']): void => {
    if (found.has(brief.id)) return
    found.set(brief.id, {
      customerId: brief.id,
      name: brief.name,
      company: brief.company,
      phones: readPhones(db, brief.id).map((phone) => phoneAsSeen(sees, phone.display)),
      because,
      lastOrderAt: brief.last_order_at,
    })
  }
  if (keys.length > 0) for (const brief of customersByPhone(db, keys)) add(brief, 'samePhone')
  const nameKey = fold(person.name)
  if (nameKey !== '') {
    const company = fold(person.company)
    for (const brief of customersByNameKey(db, nameKey)) {
      if (company !== '' && fold(brief.company) === company) add(brief, 'sameNameAndCompany')
      else if (readPhones(db, brief.id).some((phone) => keys.some((key) => isOneDigitOff(key, phone.key)))) {
        add(brief, 'sameNameSimilarPhone')
      }
    }
  }
  return [...found.values()].slice(0, 10)
}

/** One digit wrong, or two neighbours swapped. */
export const isOneDigitOff = (a: string, b: string): boolean => {
  if (a.length !== b.length || a === b) return false
  const wrong = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  if (wrong.length === 1) return true
  const [first, second] = wrong as [number, number]
  return wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
