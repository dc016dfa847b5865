// The catalogue: one view of four (Alt+1 … Alt+4), each as it was left while another one is shown.
import { Activity, useEffect, useRef, useState } from 'react'
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
  const [seen, setSeen] = useState<readonly ViewName[]>(['parts'])
  const turnTo = (next: ViewName) => {
    setName(next)
    setSeen((old) => (old.includes(next) ? old : [...old, next]))
  }
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef(name)
  // Another view takes the focus: an open form first, else its search. Coming back to the screen is the frame's.
  useEffect(() => {
    if (focused.current === name) return
    focused.current = name
    const view = box.current?.querySelector(`[data-view=${name}]`)
    const wanted =
      view?.querySelector<HTMLElement>('.catalogue-editor [data-autofocus]') ??
      view?.querySelector<HTMLElement>('[data-autofocus]')
    wanted?.focus()
  }, [name])
  useShortcuts(
    VIEWS.map((view, index) => ({
      keys: `Alt+${index + 1}`,
      label: `${t('title')} · ${t(`views.${view.name}`)}`,
      run: () => turnTo(view.name),
    })),
  )
  return (
    <div ref={box} className="catalogue-screen">
      <nav className="catalogue-views" aria-label={t('title')}>
        <h1 className="visually-hidden">{t('title')}</h1>
        {VIEWS.map((view, index) => (
          <button
            key={view.name}
            type="button"
            aria-current={view.name === name ? 'page' : undefined}
            onClick={() => turnTo(view.name)}
          >
            {t(`views.${view.name}`)}
            <KeyCap keys={`Alt+${index + 1}`} />
          </button>
        ))}
      </nav>
      {VIEWS.filter((view) => seen.includes(view.name)).map(({ name: one, View }) => (
        <Activity key={one} mode={one === name ? 'visible' : 'hidden'}>
          <div className="catalogue-view" data-view={one}>
            <PanelBoundary>
              <View />
            </PanelBoundary>
          </div>
        </Activity>
      ))}
    </div>
  )
}
