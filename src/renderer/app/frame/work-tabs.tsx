// The work tabs: the screen of the rail first, then the open orders. Not ARIA tabs: each holds a close button.
import { CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useNav } from '../../lib/nav.ts'
import { useAppSelector } from '../store.ts'

export const WorkTabs = () => {
  const { t } = useTranslation('frame')
  const { openScreen, openOrder, closeOrder } = useNav()
  const { active, screen, tabs } = useAppSelector((state) => state.window)
  return (
    <nav className="work-tabs" aria-label={t('tabs.name')}>
      <span className={`work-tab ${active.kind === 'screen' ? 'work-tab-active' : ''}`}>
        <button
          type="button"
          className="work-tab-open"
          aria-current={active.kind === 'screen' ? 'page' : undefined}
          onClick={() => openScreen(screen)}
        >
          {t(`screens.${screen}`)}
        </button>
      </span>
      {tabs.map(({ id, title }) => {
        const current = active.kind === 'order' && active.id === id
        const name = title === '' ? t('tabs.opening') : title
        return (
          <span key={id} className={`work-tab ${current ? 'work-tab-active' : ''}`}>
            <button
              type="button"
              className="work-tab-open mono"
              aria-label={name}
              aria-current={current ? 'page' : undefined}
              onClick={() => openOrder(id)}
            >
              <Title name={name} />
            </button>
            <button
              type="button"
              className="work-tab-close"
              aria-label={t('tabs.close', { title: name })}
              onClick={() => closeOrder(id)}
            >
              <CloseOutlined />
            </button>
          </span>
        )
      })}
    </nav>
  )
}

/** Where many are open a number loses its beginning, which is the same all day, and never its end. */
const Title = ({ name }: { name: string }) => {
  const cut = name.split('-', 2).join('-').length + 1
  return (
    <>
      <span className="work-tab-same">{name.slice(0, cut)}</span>
      <span>{name.slice(cut)}</span>
    </>
  )
}
