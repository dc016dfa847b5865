// A wrong cell in the person's words: where it stands, what is wrong with it, what to do.
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#shared/contract/catalogue-import.ts'

export type CellWords = Readonly<{ column: string; what: string; way: string }>
type RowProblem = ImportPreview['problems'][number]

export const useCellWords = () => {
  const { t } = useTranslation('catalogue')
  return ({ head, problem, most, other }: RowProblem): CellWords => {
    const values = { most, other }
    return {
      column: head === '' ? t('files.wholeRow') : head,
      what: t(`cell.${problem}.what`, values),
      way: t(`cell.${problem}.way`, values),
    }
  }
}
