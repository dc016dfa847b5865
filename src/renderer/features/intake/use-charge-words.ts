// Who pays, and why, in words: on tiles short, in the charge section as a sentence.
import { useTranslation } from 'react-i18next'
import type { Charge } from '#shared/domain/charge/charge.ts'

export const useChargeWords = () => {
  const { t } = useTranslation('intake')
  const { t: labels } = useTranslation('labels')
  return {
    short: ({ kind, basis }: Charge): string =>
      'until' in basis
        ? t(basis.because === 'warrantyOver' ? 'charge.over' : 'charge.until', {
            kind: labels(`chargeKind.${kind}`),
            until: basis.until,
          })
        : labels(`chargeKind.${kind}`),
    why: ({ basis }: Charge): string => {
      if (basis.because === 'clerkDecided') return basis.reason
      const until = 'until' in basis ? basis.until : ''
      const bought = 'purchaseDate' in basis ? basis.purchaseDate : ''
      return t(`charge.why.${basis.because}`, { until, bought })
    },
  }
}
