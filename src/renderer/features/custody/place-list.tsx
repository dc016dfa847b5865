// Every shelf and bench with how much stands on it.
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/contract/custody.ts'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useNav } from '../../lib/nav.ts'

export const PlaceList = ({ onOpen }: { onOpen: (place: Place) => void }) => {
  const { t } = useTranslation('custody')
  const { openScreen } = useNav()
  const answer = useCoreQuery('custody.places', {}, { keepPrevious: true })
  return (
    <section className="sheet custody-list" aria-label={t('houses.title')}>
      <h2>{t('houses.title')}</h2>
      <QueryPanel answer={answer} rows={3}>
        {({ places }) => {
          const inUse = places.filter(({ active }) => active)
          return inUse.length === 0 ? (
            <Empty
              why={t('houses.empty')}
              verb={{ label: t('houses.add'), run: () => openScreen('settings', { section: 'places' }) }}
            />
          ) : (
            <ul>
              {inUse.map((place) => (
                <li key={place.id}>
                  <button type="button" className="custody-row" onClick={() => onOpen(place)}>
                    <span className="custody-row-name">{place.name}</span>
                    <span className={`num ${place.holds === 0 ? 'faint' : ''}`}>
                      {t('houses.holds', { count: place.holds })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryPanel>
    </section>
  )
}
