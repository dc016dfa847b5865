// The sums of the saved views; each opens its list.
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useNav } from '#renderer/lib/nav.ts'

const SHOWN = ['unfinished', 'waitingForResponse', 'overdue', 'mine', 'starred', 'today'] as const

export const Views = () => {
  const { t } = useTranslation('home')
  const { t: labels } = useTranslation('labels')
  const { openScreen } = useNav()
  const counts = useCoreQuery('order.counts', {}, { keepPrevious: true }).value?.counts
  return (
    <nav className="home-views" aria-label={t('views')}>
      {SHOWN.map((view) => (
        <button key={view} type="button" className="home-view" onClick={() => openScreen('orders', { view })}>
          <span>{labels(`view.${view}`)}</span>
          <strong
            className={`num ${view === 'overdue' && (counts?.overdue ?? 0) > 0 ? 'home-view-late' : ''}`}
          >
            {counts?.[view] ?? '–'}
          </strong>
        </button>
      ))}
    </nav>
  )
}
