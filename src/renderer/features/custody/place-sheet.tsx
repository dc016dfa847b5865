// What stands on a shelf or bench, the longest first.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/contract/custody.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { ThingsTable } from './things-table.tsx'

export const PlaceSheet = ({ place, onClose }: { place: Place; onClose: () => void }) => {
  const { t } = useTranslation('custody')
  const answer = useCoreQuery('custody.find', { code: place.code }, { keepPrevious: true })
  const { name } = place
  useShortcuts([{ keys: 'Escape', label: t('inPlace.close'), run: onClose }])
  return (
    <section className="sheet custody-sheet" aria-label={t('inPlace.title', { name })}>
      <header className="custody-head">
        <h2>{t('inPlace.title', { name })}</h2>
        <span className="faint mono selectable">{place.code}</span>
        <span className="stretch" />
        <Button onClick={onClose}>
          {t('inPlace.close')}
          <KeyCap keys="Esc" />
        </Button>
      </header>
      <QueryPanel answer={answer}>
        {(found) => {
          const items = found.what === 'place' ? found.items : []
          return items.length === 0 ? (
            <Empty why={t('inPlace.empty', { name })} />
          ) : (
            <ThingsTable items={items} place={false} />
          )
        }}
      </QueryPanel>
    </section>
  )
}
