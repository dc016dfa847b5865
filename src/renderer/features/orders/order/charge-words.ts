// Why the customer pays or does not, in words (rule INT-4).
import type { JsonValue } from '#shared/kernel/result.ts'
import type { LooseT } from '../../../lib/i18n.ts'

/** The basis as the core stores it; one of an unknown shape says nothing rather than something wrong. */
export const chargeBasisText = (basis: JsonValue, t: LooseT): string => {
  if (typeof basis !== 'object' || basis === null || Array.isArray(basis)) return ''
  const { because, proposed, ...values } = basis as Readonly<Record<string, JsonValue>>
  const words = { ...values, proposed: t(`labels:chargeKind.${String(proposed)}`, { defaultValue: '' }) }
  return t(`orders:charge.${String(because)}`, { ...words, defaultValue: '' })
}
