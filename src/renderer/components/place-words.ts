// Where a thing is, in a word: the shelf's own name, the technician with his, the counter (rule CLS-7).
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'

export type PlaceRef = HeldItem['place']

export const usePlaceWords = (): ((place: PlaceRef) => string) => {
  const { t } = useTranslation('labels')
  return ({ kind, name }) => {
    if ((kind === 'shelf' || kind === 'bench') && name !== '') return name
    const isNamed = kind === 'technician' || kind === 'vendor' || kind === 'branch'
    return isNamed ? `${t(`placeKind.${kind}`)} ${name}`.trim() : t(`placeKind.${kind}`)
  }
}
