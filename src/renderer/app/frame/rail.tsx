// The rail at the left edge: every screen that the person has work on, as an icon with its word.
import { useTranslation } from 'react-i18next'
import { useNav } from '../../lib/nav.ts'
import { screensOf } from '../screens.tsx'
import { useAppSelector } from '../store.ts'

export const Rail = () => {
  const { t } = useTranslation('frame')
  const { openScreen } = useNav()
  const active = useAppSelector((state) => state.window.active)
  const roles = useAppSelector((state) => state.window.person?.roles)
  return (
    <nav className="rail" aria-label={t('rail')}>
      {screensOf(roles ?? []).map(({ name, icon: Icon, keys }) => (
        <button
          key={name}
          type="button"
          className={`rail-item ${name === 'settings' ? 'rail-last' : ''}`}
          aria-current={active.kind === 'screen' && active.name === name ? 'page' : undefined}
          title={`${t(`screens.${name}`)} (${keys})`}
          onClick={() => openScreen(name)}
        >
          <Icon />
          <span>{t(`screens.${name}`)}</span>
          <kbd aria-hidden="true">{keys}</kbd>
        </button>
      ))}
    </nav>
  )
}
