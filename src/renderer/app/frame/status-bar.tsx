// The line at the foot: shop, person, and whether everything runs; at its end how the window looks.
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useAppDispatch, useAppSelector } from '../store.ts'
import { THEMES } from '../theme.ts'
import { windowActions } from '../window-slice.ts'
import { useLock } from './use-lock.ts'

export const StatusBar = () => {
  const { t } = useTranslation('frame')
  return (
    <footer className="status-bar" aria-label={t('status.name')}>
      <ShopAndPerson />
      <Health />
      <span className="status-space" />
      <LookButtons />
    </footer>
  )
}

const ShopAndPerson = () => {
  const { t } = useTranslation('frame')
  const { t: labels } = useTranslation('labels')
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const person = useAppSelector((state) => state.window.person)
  const lock = useLock()
  return (
    <>
      {shop && (
        <span className="status-item status-shop">
          {shop.name} <span className="status-dim mono">{shop.terminal}</span>
        </span>
      )}
      {person && (
        <button
          type="button"
          className="status-item"
          title={`${t('status.lock')} (Ctrl+L)`}
          onClick={() => lock('key')}
        >
          {person.name}{' '}
          <span className="status-dim">{person.roles[0] ? labels(`role.${person.roles[0]}`) : ''}</span>
        </button>
      )}
    </>
  )
}

const Health = () => {
  const { t } = useTranslation('frame')
  const { ago } = useFormat()
  const { core, storage } = useAppSelector((state) => state.window)
  const health = useCoreQuery('system.health', {}, { pollMs: 60_000, keepPrevious: true }).value
  const printer = useCoreQuery('shop.settings', {}, { keepPrevious: true }).value?.printer
  const coreFine = core.state === 'up'
  return (
    <>
      <Light fine={coreFine} bad={core.state === 'down'} text={t(`status.core.${core.state}`)} />
      {coreFine && (
        <Light fine={storage === 'ok'} bad={storage !== 'ok'} text={t(`status.storage.${storage}`)} />
      )}
      {printer !== undefined && (
        <span className="status-item status-shrink" title={printer}>
          {printer === '' ? t('status.noPrinter') : t('status.printer', { name: printer })}
        </span>
      )}
      {health && (
        <span className="status-item num">
          {health.lastBackupAt === null
            ? t('status.noBackup')
            : t('status.backup', { ago: ago(health.lastBackupAt) })}
        </span>
      )}
    </>
  )
}

/** Shape and word, then colour: a ring is fine, a filled square is not. */
const Light = ({ fine, bad, text }: { fine: boolean; bad: boolean; text: string }) => (
  <span className={`status-item ${bad ? 'status-bad' : ''}`}>
    <span className={`status-light ${fine ? '' : 'status-light-off'}`} aria-hidden="true" />
    {text}
  </span>
)

const LookButtons = () => {
  const { t, i18n } = useTranslation('frame')
  const dispatch = useAppDispatch()
  const theme = useAppSelector((state) => state.window.prefs.theme)
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <>
      <button
        type="button"
        className="status-item"
        onClick={() => dispatch(windowActions.keyCardShown(true))}
      >
        <kbd aria-hidden="true">F1</kbd> {t('status.keys')}
      </button>
      <button
        type="button"
        className="status-item"
        aria-label={t('status.themeLabel', { theme: t(`status.theme.${theme}`) })}
        onClick={() => dispatch(windowActions.prefsChanged({ theme: nextTheme }))}
      >
        {t('status.themeShort', { theme: t(`status.theme.${theme}`) })}
      </button>
      <button
        type="button"
        className="status-item"
        lang={i18n.language === 'en' ? 'zh-CN' : 'en'}
        title={t('status.languageLabel')}
        onClick={() =>
          dispatch(windowActions.prefsChanged({ language: i18n.language === 'en' ? 'zh-CN' : 'en' }))
        }
      >
        {t('status.language')}
      </button>
    </>
  )
}
