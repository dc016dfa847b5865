// Documents that were begun and put away: they wait here with their age, and nothing asks about them.
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'

type Props = Readonly<{ current: string | null; onOpen: (draftId: string) => void }>

const MOST = 3

export const UnfinishedForms = ({ current, onOpen }: Props) => {
  const { t } = useTranslation('stock')
  const { ago } = useFormat()
  const drafts = useCoreQuery('draft.list', {}).value?.drafts ?? []
  const mine = drafts.filter(({ form, id }) => form === 'stock' && id !== current)
  if (mine.length === 0) return null
  return (
    <div className="stock-unfinished" role="group" aria-label={t('unfinished')}>
      <span className="faint">{t('unfinished')}</span>
      {mine.slice(0, MOST).map(({ id, title, updatedAt }) => (
        <button key={id} type="button" className="stock-unfinished-one" onClick={() => onOpen(id)}>
          {title} <span className="faint num">{ago(updatedAt)}</span>
        </button>
      ))}
    </div>
  )
}
