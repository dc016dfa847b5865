// Which field goes on which copy (PRN-1, STF-4, INT-9), as a table, and the one function that applies it.
import { maskPhone } from './mask-phone.ts'
import type { PaperData } from './paper-data.ts'
import type { PaperCopy, PaperKind } from './paper-kinds.ts'

/** `full` prints as given, `masked` prints 138****1234, `hidden` is not handed to the template at all. */
export type FieldVisibility = 'full' | 'masked' | 'hidden'

export const maskedFields = [
  'customer.phone',
  'customer.company',
  'agreedLimitText',
  'warranty',
  'terms',
  'passcode',
] as const
export type MaskedField = (typeof maskedFields)[number]

type Mask = Record<MaskedField, FieldVisibility>

/** The slip and the labels leave the house or lie about in it: the customer's mask. */
export const fieldMasks = {
  customer: {
    'customer.phone': 'masked',
    'customer.company': 'full',
    agreedLimitText: 'full',
    warranty: 'full',
    terms: 'full',
    passcode: 'hidden',
  },
  bench: {
    'customer.phone': 'masked',
    'customer.company': 'hidden',
    agreedLimitText: 'full',
    warranty: 'full',
    terms: 'hidden',
    passcode: 'hidden',
  },
  counter: {
    'customer.phone': 'full',
    'customer.company': 'full',
    agreedLimitText: 'full',
    warranty: 'full',
    terms: 'hidden',
    passcode: 'hidden',
  },
} as const satisfies Record<PaperCopy, Mask>

/** Only the repair order has copies; everything else is printed with the customer's mask. */
export const copyOf = (kind: PaperKind, copy: PaperCopy | undefined): PaperCopy =>
  kind === 'repairOrder' ? (copy ?? 'customer') : 'customer'

type Bag = Record<string, unknown>

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const withoutHidden = (mask: Mask, value: unknown, path: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => withoutHidden(mask, item, path))
  if (!isBag(value)) return value
  const kept: Bag = {}
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    const visibility: FieldVisibility = mask[here as MaskedField] ?? mask[key as MaskedField] ?? 'full'
    if (visibility !== 'hidden') kept[key] = withoutHidden(mask, inner, here)
  }
  return kept
}

/**
 * The data as the copy may show it. `customer.phone` comes out ready to print: whole where the mask
 * says so and it was given, masked otherwise; `customer.phoneMasked` is always masked.
 */
export const maskPaper = <K extends PaperKind>(
  kind: K,
  copy: PaperCopy | undefined,
  data: PaperData[K],
): PaperData[K] => {
  const mask: Mask = fieldMasks[copyOf(kind, copy)]
  const kept = withoutHidden(mask, data, '') as Bag
  if (isBag(kept['customer'])) {
    const { phone, phoneMasked, ...customer } = kept['customer'] as Record<string, string | undefined>
    if (phoneMasked !== undefined || phone !== undefined) {
      const hidden = maskPhone(phoneMasked ?? phone ?? '')
      const shown = mask['customer.phone'] === 'full' ? (phone ?? hidden) : hidden
      kept['customer'] = { ...customer, phoneMasked: hidden, phone: shown }
    }
  }
  return kept as unknown as PaperData[K]
}
