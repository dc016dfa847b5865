// Where a thing is, in a word: the shelf's own name, the technician, the counter (rule CLS-7).
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'

export type PlaceRef = HeldItem['place']

export const usePlaceWords = (): ((place: PlaceRef) => string) => {
  const { t } = useTranslation('custody')
  return ({ kind, name }) => {
    if ((kind === 'shelf' || kind === 'bench') && name !== '') return name
    return t(`place.${kind}`, { name }).trim()
  }
}
