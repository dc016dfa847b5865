// The catalogue: one view of four (Alt+1 … Alt+4), each as it was left while another one is shown.
import { useState } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { PanelBoundary } from '#renderer/components/panel-states.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { FilesView } from './files/files-view.tsx'
import { PackagesView } from './packages/packages-view.tsx'
import { PartsView } from './parts/parts-view.tsx'
import { ServicesView } from './services/services-view.tsx'
import '#renderer/components/small-parts.css'
import './catalogue.css'

const VIEWS = [
  { name: 'parts', View: PartsView },
  { name: 'services', View: ServicesView },
  { name: 'packages', View: PackagesView },
  { name: 'files', View: FilesView },
] as const satisfies readonly Readonly<{ name: string; View: ComponentType }>[]
type ViewName = (typeof VIEWS)[number]['name']

export const CatalogueScreen = () => {
  const { t } = useTranslation('catalogue')
  const [name, setName] = useState<ViewName>('parts')
  useShortcuts(
    VIEWS.map((view, index) => ({
      keys: `Alt+${index + 1}`,
      label: `${t('title')} · ${t(`views.${view.name}`)}`,
      run: () => setName(view.name),
    })),
  )
  const View = (VIEWS.find((view) => view.name === name) ?? VIEWS[0]).View
  return (
    <div className="catalogue-screen">
      <nav className="catalogue-views" aria-label={t('title')}>
        <h1 className="visually-hidden">{t('title')}</h1>
        {VIEWS.map((view, index) => (
          <button
            key={view.name}
            type="button"
            aria-current={view.name === name ? 'page' : undefined}
            onClick={() => setName(view.name)}
          >
            {t(`views.${view.name}`)}
            <KeyCap keys={`Alt+${index + 1}`} />
          </button>
        ))}
      </nav>
      <PanelBoundary key={name}>
        <View />
      </PanelBoundary>
    </div>
  )
}
